import { accountKey, type Chat, chatKey } from '../../kernel/chat.ts'
import type { LetterOrigin } from '../../kernel/letter-draft.ts'
import type { Letter, LetterState } from '../../outbox/letter.ts'
import type { Table } from './table.ts'

/** What the database need not search by. */
type Extras = Pick<Letter, 'choices' | 'mention' | 'replyTo' | 'files' | 'edits' | 'frame' | 'passing'>

export interface LetterRow {
  readonly id: string
  readonly key: string
  readonly account: string
  readonly chatKey: string
  readonly chat: Chat
  readonly text: string
  readonly origin: string
  readonly extras: Extras
  readonly mailing: string | null
  readonly state: string
  readonly tries: number
  readonly dueAt: Date
  readonly writtenAt: Date
  readonly sentAt: Date | null
  readonly failure: string | null
  readonly messageIds: readonly string[]
}

export const LETTERS: Table<LetterRow> = {
  name: 'Letter',
  key: 'id',
  once: 'key',
  columns: [
    'id',
    'key',
    'account',
    'chatKey',
    'chat',
    'text',
    'origin',
    'extras',
    'mailing',
    'state',
    'tries',
    'dueAt',
    'writtenAt',
    'sentAt',
    'failure',
    'messageIds',
  ],
}

export function toLetterRow(letter: Letter): LetterRow {
  const { choices, mention, replyTo, files, edits, frame, passing } = letter
  return {
    id: letter.id,
    key: letter.key,
    account: accountKey(letter.to),
    chatKey: chatKey(letter.to),
    chat: letter.to,
    text: letter.text,
    origin: letter.origin,
    extras: {
      ...(choices ? { choices } : {}),
      ...(mention ? { mention } : {}),
      ...(replyTo ? { replyTo } : {}),
      ...(files ? { files } : {}),
      ...(edits ? { edits } : {}),
      ...(frame ? { frame } : {}),
      ...(passing ? { passing } : {}),
    },
    mailing: letter.mailing ?? null,
    state: letter.state,
    tries: letter.tries,
    dueAt: letter.dueAt,
    writtenAt: letter.writtenAt,
    sentAt: letter.sentAt ?? null,
    failure: letter.failure ?? null,
    messageIds: letter.messageIds,
  }
}

export function toLetter(row: LetterRow): Letter {
  return {
    ...row.extras,
    id: row.id,
    key: row.key,
    to: row.chat,
    text: row.text,
    origin: row.origin as LetterOrigin,
    ...(row.mailing === null ? {} : { mailing: row.mailing }),
    state: row.state as LetterState,
    tries: row.tries,
    dueAt: row.dueAt,
    writtenAt: row.writtenAt,
    ...(row.sentAt === null ? {} : { sentAt: row.sentAt }),
    ...(row.failure === null ? {} : { failure: row.failure }),
    messageIds: row.messageIds,
  }
}
