/** A matter behind a number as a row: the same on the page and in the sheet. */
import { appealStateLabels, categoryLabels, isOpen, urgencyLabels } from '../../../kernel/appeal-terms.ts'
import { dayNumber, dayOf, isoShanghai } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { mask } from '../../../kernel/privacy.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import type { Figure, FigureLine } from './figure.ts'
import { figureRowTexts as texts } from './figure-rows.texts.ts'

export interface FigureRow {
  readonly number: string
  readonly company: string
  readonly category: string
  readonly urgency: string
  readonly status: string
  readonly unit: string
  readonly summary: string
  /** 2026-11-03 */
  readonly filed: string
  /** 2026-11-06 17:30, as long as it is open. */
  readonly due: string
  /** 超期 3 天, 登记 4 天, 用时 5 天 */
  readonly age: string
  readonly isOverdue: boolean
  readonly result: string
}

const moment = (date: Date) => isoShanghai(date).slice(0, 16).replace('T', ' ')

export function figureRow(entry: LedgerEntry, at: Date, directory: Directory): FigureRow {
  const isStillOpen = isOpen(entry.status)
  const due = isStillOpen ? entry.dueAt : null
  // Of a paused one the clock stands still.
  const isOverdue = due !== null && due < at && entry.status !== 'paused'
  return {
    number: entry.number,
    company: entry.sealed ? texts.sealed() : (entry.company?.name ?? texts.noCompany()),
    category: categoryLabels[entry.category],
    urgency: urgencyLabels[entry.urgency],
    status: appealStateLabels[entry.status],
    unit: entry.unit === null ? '' : (directory.units.get(entry.unit)?.name ?? entry.unit),
    summary: entry.summary === null ? '' : mask(entry.summary).replace(/\s+/gu, ' ').trim(),
    filed: dayOf(entry.filedAt),
    due: due === null ? '' : moment(due),
    age: isOverdue
      ? texts.overdue(dayNumber(at) - dayNumber(due))
      : isStillOpen
        ? texts.open(dayNumber(at) - dayNumber(entry.filedAt))
        : entry.resolvedAt === null
          ? ''
          : texts.took(dayNumber(entry.resolvedAt) - dayNumber(entry.filedAt)),
    isOverdue,
    result: entry.resolution === null ? '' : mask(entry.resolution).trim(),
  }
}

/** To which line each matter belongs, of a figure that is told in lines: by unit, by month. */
export function lineOf({ lines }: Figure): ReadonlyMap<string, string> {
  return new Map(lines.slice(1).flatMap(({ label, numbers }) => numbers.map((one) => [one, label] as const)))
}

/** Of a rate: whether a matter counts for it. */
export const countsFor = ({ counted }: FigureLine): ReadonlySet<string> | undefined =>
  counted === undefined ? undefined : new Set(counted)
