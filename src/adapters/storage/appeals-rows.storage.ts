import type { Appeal, AppealEvent, AppealFile } from '../../features/appeals/appeal.ts'
import { type AppealState, type Category, isOpen, type Urgency } from '../../kernel/appeal-terms.ts'
import type { Chat } from '../../kernel/chat.ts'
import type { Table } from './table.ts'

export interface AppealRow {
  readonly number: string
  readonly version: number
  readonly status: string
  readonly category: string
  readonly urgency: string
  readonly company: string | null
  readonly companyName: string | null
  readonly chamber: string | null
  readonly asker: string | null
  readonly askerName: string | null
  readonly askerHome: Chat | null
  readonly askerDigest: string
  readonly sealedAsker: string | null
  readonly sealed: boolean
  readonly summary: string
  readonly text: string
  readonly files: readonly AppealFile[]
  readonly sources: readonly string[]
  readonly filedAt: Date
  readonly dueAt: Date | null
  readonly resolvedAt: Date | null
  readonly unit: string | null
  readonly leader: string | null
  readonly followers: number
  readonly reminders: number
  readonly satisfaction: string | null
  readonly resolution: string | null
  readonly route: string | null
  readonly mergedInto: string | null
  readonly place: string | null
  readonly wish: string | null
  readonly anonymous: boolean
  readonly codeDigest: string | null
  readonly outward: string | null
  readonly contactDueAt: Date | null
  readonly contactedAt: Date | null
  readonly resolveDueAt: Date | null
  readonly supporting: readonly string[]
  readonly handOffs: number
  readonly meetingAskedAt: Date | null
  readonly pauseReason: string | null
  readonly pausedAt: Date | null
  readonly wakeAt: Date | null
  readonly pausedMinutes: number
  readonly closeKind: string | null
  readonly closedAt: Date | null
  readonly outcome: string | null
  readonly endedAt: Date | null
  readonly origin: string | null
}

/** What only `appeals-asker.storage.ts` may make: who brought it, in the open or sealed. */
export type AskerColumns = Pick<AppealRow, 'askerHome' | 'askerDigest' | 'sealedAsker' | 'codeDigest'>

export const APPEALS: Table<AppealRow> = {
  name: 'Appeal',
  key: 'number',
  versioned: true,
  columns: [
    'number',
    'version',
    'status',
    'category',
    'urgency',
    'company',
    'companyName',
    'chamber',
    'asker',
    'askerName',
    'askerHome',
    'askerDigest',
    'sealedAsker',
    'sealed',
    'summary',
    'text',
    'files',
    'sources',
    'filedAt',
    'dueAt',
    'resolvedAt',
    'unit',
    'leader',
    'followers',
    'reminders',
    'satisfaction',
    'resolution',
    'route',
    'mergedInto',
    'place',
    'wish',
    'anonymous',
    'codeDigest',
    'outward',
    'contactDueAt',
    'contactedAt',
    'resolveDueAt',
    'supporting',
    'handOffs',
    'meetingAskedAt',
    'pauseReason',
    'pausedAt',
    'wakeAt',
    'pausedMinutes',
    'closeKind',
    'closedAt',
    'outcome',
    'endedAt',
    'origin',
  ],
}

export interface EventRow {
  readonly id: string
  readonly number: string
  readonly at: Date
  readonly act: string
  readonly from: string | null
  readonly to: string
  readonly role: string
  readonly by: string | null
  readonly note: string | null
}

export const EVENTS: Table<EventRow> = {
  name: 'AppealEvent',
  key: 'id',
  columns: ['id', 'number', 'at', 'act', 'from', 'to', 'role', 'by', 'note'],
}

export interface SourceRow {
  readonly id: string
  readonly number: string
  readonly message: string
  readonly changedAt: Date | null
  readonly changedText: string | null
}

/** A message goes into one appeal only: the first that took it. */
export const SOURCES: Table<SourceRow> = {
  name: 'AppealSource',
  key: 'id',
  once: 'id',
  columns: ['id', 'number', 'message', 'changedAt', 'changedText'],
}

/** `at`: now, or when it ended where it ends in this very moment. */
export function toAppealRow(appeal: Appeal, version: number, asker: AskerColumns, at: Date): AppealRow {
  const { company, asker: named, ...rest } = appeal
  return {
    ...rest,
    version,
    // Ended once it stays so through every later change, until it is open again.
    endedAt: isOpen(appeal.status) ? null : (appeal.endedAt ?? appeal.resolvedAt ?? at),
    company: company?.code ?? null,
    companyName: company?.name ?? null,
    asker: named?.code ?? null,
    askerName: named?.name ?? null,
    askerHome: asker.askerHome,
    askerDigest: asker.askerDigest,
    sealedAsker: asker.sealedAsker,
    codeDigest: asker.codeDigest,
  }
}

export function toAppeal(row: AppealRow): Appeal {
  const {
    companyName,
    askerName,
    askerHome: _home,
    askerDigest: _digest,
    sealedAsker: _sealed,
    codeDigest: _code,
    ...rest
  } = row
  return {
    ...rest,
    status: row.status as AppealState,
    category: row.category as Category,
    urgency: row.urgency as Urgency,
    company: companyName === null ? null : { code: row.company, name: companyName },
    asker: askerName === null ? null : { code: row.asker, name: askerName },
    satisfaction: row.satisfaction as Appeal['satisfaction'],
    closeKind: row.closeKind as Appeal['closeKind'],
    outcome: row.outcome as Appeal['outcome'],
  }
}

export function toEvent(row: EventRow): AppealEvent {
  const { number, at, from, to, by, note } = row
  return {
    number,
    at,
    act: row.act as AppealEvent['act'],
    from: from as AppealState | null,
    to: to as AppealState,
    role: row.role as AppealEvent['role'],
    by,
    note,
  }
}
