import type { Chat } from '../../kernel/chat.ts'
import type { Choice, FileRef } from '../../kernel/letter-draft.ts'
import type {
  Mailing,
  MailingChat,
  MailingState,
  Recipient,
  RecipientState,
  RevisionKind,
} from '../../mailings/mailing.ts'
import type { Topic } from '../../mailings/topics.ts'
import type { Table } from './table.ts'

export interface MailingRow {
  readonly id: string
  readonly version: number
  readonly owner: string
  readonly number: number
  readonly title: string
  readonly text: string
  readonly allow: readonly string[]
  readonly topic: string
  readonly audience: string
  readonly files: readonly FileRef[]
  readonly choices: readonly Choice[]
  readonly chats: readonly MailingChat[]
  readonly people: number
  readonly state: string
  readonly confirmation: string
  readonly preparedBy: string
  readonly preparedAt: Date
  readonly decidedBy: string | null
  readonly reason: string | null
  readonly startedAt: Date | null
  readonly settledAt: Date | null
  readonly leavesAt: Date | null
  readonly because: string | null
  readonly revises: string | null
  readonly revisesHow: string | null
  readonly owed: number
}

export const MAILINGS: Table<MailingRow> = {
  name: 'Mailing',
  key: 'id',
  versioned: true,
  columns: [
    'id',
    'version',
    'owner',
    'number',
    'title',
    'text',
    'allow',
    'topic',
    'audience',
    'files',
    'choices',
    'chats',
    'people',
    'state',
    'confirmation',
    'preparedBy',
    'preparedAt',
    'decidedBy',
    'reason',
    'startedAt',
    'settledAt',
    'leavesAt',
    'because',
    'revises',
    'revisesHow',
    'owed',
  ],
}

export function toMailingRow(mailing: Mailing): MailingRow {
  const { decidedBy = null, reason = null, startedAt = null, settledAt = null } = mailing
  const { leavesAt = null, because = null, revises = null, revisesHow = null } = mailing
  return { ...mailing, decidedBy, reason, startedAt, settledAt, leavesAt, because, revises, revisesHow }
}

export function toMailing(row: MailingRow): Mailing {
  const { decidedBy, reason, startedAt, settledAt, leavesAt, because, revises, revisesHow, ...rest } = row
  return {
    ...rest,
    state: row.state as MailingState,
    topic: row.topic as Topic,
    ...(decidedBy === null ? {} : { decidedBy }),
    ...(reason === null ? {} : { reason }),
    ...(startedAt === null ? {} : { startedAt }),
    ...(settledAt === null ? {} : { settledAt }),
    ...(leavesAt === null ? {} : { leavesAt }),
    ...(because === null ? {} : { because }),
    ...(revises === null ? {} : { revises }),
    ...(revisesHow === null ? {} : { revisesHow: revisesHow as RevisionKind }),
  }
}

export interface RecipientRow {
  readonly id: string
  readonly mailing: string
  readonly n: number
  readonly chat: Chat
  readonly chatKey: string
  readonly title: string
  readonly people: readonly string[]
  readonly heads: number
  readonly state: string
  readonly letter: string | null
  readonly replaces: string | null
}

export const RECIPIENTS: Table<RecipientRow> = {
  name: 'MailingRecipient',
  key: 'id',
  columns: [
    'id',
    'mailing',
    'n',
    'chat',
    'chatKey',
    'title',
    'people',
    'heads',
    'state',
    'letter',
    'replaces',
  ],
}

export function toRecipient(row: RecipientRow): Recipient {
  const { id, mailing, n, chat, title, people, heads, letter, replaces } = row
  return {
    id,
    mailing,
    n,
    chat,
    title,
    people,
    heads,
    state: row.state as RecipientState,
    ...(letter === null ? {} : { letter }),
    ...(replaces === null ? {} : { replaces }),
  }
}
