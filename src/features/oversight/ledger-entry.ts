/** 事项: an appeal as leaders see it. Who brought it is no part of it, sealed or not. */
import type { AppealState, Category, Urgency } from '../../kernel/appeal-terms.ts'

export interface LedgerEntry {
  /** YYYY-NNNN */
  readonly number: string
  readonly status: AppealState
  readonly category: Category
  readonly urgency: Urgency
  /** Null where nobody said it, and of a sealed one. */
  readonly company: { readonly code: string | null; readonly name: string } | null
  /** Null of a sealed one: its words can give the company away. */
  readonly summary: string | null
  readonly sealed: boolean
  readonly filedAt: Date
  readonly dueAt: Date | null
  readonly resolvedAt: Date | null
  /** The handling unit's code. */
  readonly unit: string | null
  /** What the unit says it did; null of a sealed one. */
  readonly resolution: string | null
  /** Where it belongs by law, for a referred one. */
  readonly route: string | null
}

/** Acts that a leader is told of; marks on messages and corrections of the text are not among them. */
export const TOLD_ACTS = [
  'file',
  'accept',
  'dispatch',
  'acknowledge',
  'sendBack',
  'pause',
  'resume',
  'resolve',
  'close',
  'reopen',
  'withdraw',
  'refer',
  'merge',
  'unmerge',
  'remind',
] as const
export type ToldAct = (typeof TOLD_ACTS)[number]

/** Something that happened to an entry. */
export interface LedgerEvent {
  readonly at: Date
  readonly act: ToldAct
  /** Only what staff and units wrote, and nothing of a sealed entry. */
  readonly note: string | null
}
