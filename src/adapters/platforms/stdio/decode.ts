import { open } from 'node:fs/promises'
import type { Attachment, Incoming } from '../../../inbox/arrival.ts'
import type { Chat } from '../../../kernel/chat.ts'
import type { addressingByName } from '../addressing.ts'
import type { ArrivalLine } from './protocol.ts'

export const ACCOUNT = 'stdio'

/** A line of the protocol as an arrival. The line's own id is what makes it the same message again. */
export function decode(line: ArrivalLine, now: Date, hear: ReturnType<typeof addressingByName>): Incoming {
  const chat: Chat = {
    platform: 'stdio',
    account: ACCOUNT,
    kind: line.chat.kind,
    chatId: line.chat.id,
    ...(line.chat.title === undefined ? {} : { title: line.chat.title }),
  }
  const from = 'from' in line ? line.from : (line.people[0] as { id: string; name?: string | undefined })
  const base = {
    idempotencyKey: line.id,
    messageId: line.id,
    chat,
    from: {
      id: from.id,
      ...(from.name === undefined ? {} : { name: from.name }),
      stability: 'permanent' as const,
    },
    at: now,
  }
  switch (line.kind) {
    case 'message': {
      const heard = hear(line.text, {
        isPrivate: chat.kind === 'private',
        isReplyToUs: line.replyTo?.startsWith('out-') ?? false,
      })
      return {
        ...base,
        content: {
          kind: 'message',
          ...heard,
          ...(line.replyTo === undefined ? {} : { replyTo: line.replyTo }),
        },
        attachments: (line.attachments ?? []).map(fileAt),
      }
    }
    case 'choice':
      return {
        ...base,
        content: {
          kind: 'choice',
          choice: line.choice,
          ...(line.prompt === undefined ? {} : { prompt: line.prompt }),
        },
      }
    case 'withdrawn':
      return { ...base, content: { kind: 'withdrawn', message: line.message } }
    case 'edited':
      return { ...base, content: { kind: 'edited', message: line.message, text: line.text } }
    case 'joined':
    case 'left':
      return { ...base, content: { kind: 'membership', change: line.kind, people: line.people.map(named) } }
  }
}

const named = ({ id, name }: { id: string; name?: string | undefined }) => ({
  id,
  ...(name === undefined ? {} : { name }),
})

function fileAt({ kind, name, path }: { kind: Attachment['kind']; name: string; path: string }): Attachment {
  return {
    kind,
    name,
    async open(limitBytes) {
      const file = await open(path)
      try {
        // One byte more than allowed is enough to know that it is too large.
        const { bytesRead, buffer } = await file.read(
          Buffer.alloc(Math.min((await file.stat()).size, limitBytes + 1)),
          0,
        )
        return buffer.subarray(0, bytesRead)
      } finally {
        await file.close()
      }
    },
  }
}
