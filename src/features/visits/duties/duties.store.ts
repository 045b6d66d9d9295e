import type { Work } from '../../../kernel/work.ts'
import type { VisitKind } from '../visit.ts'

export const PER = ['chamber', 'company', 'leader'] as const
export type Per = (typeof PER)[number]
export const EVERY = ['quarter', 'halfYear', 'year'] as const
export type Every = (typeof EVERY)[number]

/** What is owed: so many of a kind for each chamber (company, leader) in each period. */
export interface Duty {
  readonly kind: VisitKind
  readonly per: Per
  readonly every: Every
  readonly count: number
}

/** A duty as it was set. Never changed, only ended and replaced. */
export interface DutyRule extends Duty {
  readonly id: string
  readonly version: number
  /** YYYY-MM-DD, both included; `until` before `from`: replaced before it held for a day. */
  readonly from: string
  readonly until: string | null
  readonly setBy: string
  readonly setAt: Date
}

export interface DutyReminder {
  /** person:period's last day:stage */
  readonly id: string
  readonly person: string
  readonly dueAt: Date
  readonly toldAt: Date
}

/** Port. `find…` and `add…` are gathered with those of other conversations. */
export interface DutiesStore {
  /** All that ever were, the oldest first: a county has a handful. One statement. */
  listRules(work: Work): Promise<readonly DutyRule[]>
  addRule(rule: DutyRule, work: Work): void
  /** The last day of a rule that goes on; one ended by somebody else meanwhile stays as it is. */
  endRule(id: string, until: string, work: Work): Promise<void>
  findReminder(id: string, work: Work): Promise<DutyReminder | undefined>
  /** One that is there already is left as it is. */
  addReminder(reminder: DutyReminder, work: Work): void
}

export const holdsOn = (rule: Pick<DutyRule, 'from' | 'until'>, day: string): boolean =>
  rule.from <= day && (rule.until === null || day <= rule.until)
