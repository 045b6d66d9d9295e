import type { OutgoingLetter } from '../../../conversation/platform.ts'

export interface SentFile {
  readonly kind: string
  readonly name: string
  readonly path: string
}

/** A letter as a line of the protocol; its id is the letter's own. */
export function encode(letter: OutgoingLetter, files: readonly SentFile[]): string {
  return JSON.stringify({
    kind: 'sent',
    id: letter.id,
    to: { kind: letter.to.kind, id: letter.to.chatId },
    text: letter.text,
    ...(letter.choices?.length ? { choices: letter.choices } : {}),
    ...(letter.mention?.length ? { mention: letter.mention } : {}),
    ...(letter.replyTo === undefined ? {} : { replyTo: letter.replyTo }),
    ...(files.length > 0 ? { files } : {}),
    ...(letter.edits === undefined ? {} : { edits: letter.edits }),
  })
}
