/**
 * 公示节奏: by when the next edition is owed. Charity Law (2023) art. 72 and 79: in an emergency at least every five
 * days; a drive of more than six months at least every three months; the full report within three months of its end.
 * We hold every drive to the three months: who gave wants to know, and a shorter drive owes its report anyway.
 */

export interface RhythmOf {
  readonly emergency: boolean
  /** Days, `YYYY-MM-DD`: when the call first reached a group, and the last day of the period. */
  readonly openedOn: string
  readonly endsOn: string
  /** The day of the newest edition. */
  readonly lastOn?: string | undefined
  /** A final edition was issued after the period's end. */
  readonly isFinal: boolean
}

export interface Owed {
  readonly what: 'edition' | 'final'
  /** The last day on which it is in time. */
  readonly by: string
}

const EMERGENCY_DAYS = 5
const ORDINARY_MONTHS = 3
const FINAL_MONTHS = 3

/** What is owed next, and by which day; undefined once the final report is out. */
export function owedOf({ emergency, openedOn, endsOn, lastOn, isFinal }: RhythmOf): Owed | undefined {
  if (isFinal) return undefined
  const last = lastOn ?? openedOn
  const next = emergency ? plusDays(last, EMERGENCY_DAYS) : plusMonths(last, ORDINARY_MONTHS)
  const final = plusMonths(endsOn, FINAL_MONTHS)
  return next <= endsOn ? { what: 'edition', by: next } : { what: 'final', by: final }
}

/** Days on which the charity and staff are reminded: some time before, on the day, and once it is late. */
export function reminderDays(owed: Owed, emergency: boolean): readonly string[] {
  const early = owed.what === 'final' ? 14 : emergency ? 1 : 7
  return [plusDays(owed.by, -early), owed.by, plusDays(owed.by, 1)]
}

function plusDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** 31 August and three months is 30 November: a month's last day where the month has no such day (Civil Code art. 202). */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}
