import type { Attachment, Incoming } from '../../../inbox/arrival.ts'
import type { Chat } from '../../../kernel/chat.ts'
import type { FileRef } from '../../../kernel/letter-draft.ts'
import { addressingByName } from '../addressing.ts'
import type { Persona } from './personas.ts'

/** What the page posts. `id` is made by the page: the same thing posted again has the same one. */
export interface Posted {
  readonly as: string
  /** `private`, or the id of a group. */
  readonly chat: string
  readonly id: string
  readonly text?: string | undefined
  readonly replyTo?: string | undefined
  readonly choice?: string | undefined
  readonly prompt?: string | undefined
}

export interface DecodeParts {
  readonly botNames: readonly string[]
  readonly at: Date
  readonly isReplyToUs: boolean
  readonly files?: readonly FileRef[]
  readonly unread?: readonly string[]
  readonly attachments?: readonly Attachment[]
}

export function decode(posted: Posted, persona: Persona, chat: Chat, parts: DecodeParts): Incoming {
  const about = {
    // Two people's pages may hit on the same number; then these are still two messages.
    idempotencyKey: `${persona.id}:${posted.id}`,
    messageId: messageIdOf(persona.id, posted.id),
    chat,
    from: { id: persona.id, name: persona.name, stability: 'permanent' as const },
    at: parts.at,
  }
  if (posted.choice !== undefined) {
    const { choice, prompt } = posted
    return { ...about, content: { kind: 'choice', choice, ...(prompt === undefined ? {} : { prompt }) } }
  }
  const hear = addressingByName(parts.botNames)
  const heard = hear(posted.text ?? '', {
    isPrivate: chat.kind === 'private',
    isReplyToUs: parts.isReplyToUs,
  })
  return {
    ...about,
    content: {
      kind: 'message',
      ...heard,
      ...(posted.replyTo === undefined ? {} : { replyTo: posted.replyTo }),
      ...(parts.files?.length ? { files: parts.files } : {}),
      ...(parts.unread?.length ? { unread: parts.unread } : {}),
    },
  }
}

/** The page makes the same id for what it shows before the answer came. */
export function messageIdOf(person: string, id: string): string {
  return `${person}.${id}`
}
