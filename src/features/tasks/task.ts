/** 交办: a thing that somebody was told to do, about an appeal or not, with whom it is and by when. */
import { toHalfWidth } from '../../kernel/chinese-numbers.ts'

/**
 * `given` nobody answered yet; `received` 收到; `reported` done, says whoever has it; `returned` not enough, says the
 * giver; `declined` not theirs, the giver decides; `closed` and `cancelled` are over.
 */
export const taskStates = [
  'given',
  'received',
  'reported',
  'returned',
  'declined',
  'closed',
  'cancelled',
] as const
export type TaskState = (typeof taskStates)[number]

/** A person's or a unit's code; with neither it is the federation's own office. */
export interface Addressee {
  readonly person: string | null
  readonly unit: string | null
}

export interface Task extends Addressee {
  /** J-0001 */
  readonly number: string
  readonly version: number
  /** A leader's or staff's word, or what a meeting decided. */
  readonly kind: 'instruction' | 'decision'
  readonly state: TaskState
  readonly appeal: string | null
  /** The words, to the letter. */
  readonly text: string
  readonly givenBy: string
  readonly givenAt: Date
  readonly dueAt: Date | null
  /** What was said of it last: the report, the reason it is not theirs, or why it was returned. */
  readonly report: string | null
  readonly reportedBy: string | null
  readonly reportedAt: Date | null
  readonly closedBy: string | null
  readonly closedAt: Date | null
  /** How far the reminders went: 1 before the due time, 2 at it, 3 the giver was told. */
  readonly reminders: number
  readonly remindedAt: Date | null
}

/** With whom the next step is. */
export const isWithAddressee = (state: TaskState): boolean =>
  state === 'given' || state === 'received' || state === 'returned'
export const isWithGiver = (state: TaskState): boolean => state === 'reported' || state === 'declined'
export const isOver = (state: TaskState): boolean => state === 'closed' || state === 'cancelled'

export const OFFICE: Addressee = { person: null, unit: null }
export const isSameAddressee = (a: Addressee, b: Addressee): boolean =>
  a.person === b.person && a.unit === b.unit

/** `J-0001`; they go on over the years. */
export const formatTaskNumber = (serial: number): string => `J-${String(serial).padStart(4, '0')}`

const NUMBER =
  /(?<![A-Za-z])[Jj]\s?[-—–_]?\s?0*(\d{1,6})(?!\d)|(?:任务|交办|批示)(?:编号|第|单号|号|#)\s*0*(\d{1,6})(?!\d|[-年月日])/gu

/** Every task's number in some words, each once: J-0001, j1, Ｊ－０００１, 交办第1号. */
export function findTaskNumbers(text: string): readonly string[] {
  const found = [...toHalfWidth(text).matchAll(NUMBER)].map(([, j, named]) => Number(j ?? named))
  return [...new Set(found.filter((serial) => serial > 0).map(formatTaskNumber))]
}

/** The words without the task's number. */
export function withoutTaskNumber(text: string): string {
  // Reading in half width keeps every sign's place, so what is left is taken from the words as they were typed.
  let rest = text
  for (const found of toHalfWidth(text).matchAll(NUMBER))
    rest =
      rest.slice(0, found.index) + ' '.repeat(found[0].length) + rest.slice(found.index + found[0].length)
  return rest.trim()
}
