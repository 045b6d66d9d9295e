/** The figures counted one matter after the other, from the words of question.ts and of the three rates alone. */
import type {
  Counted,
  Grouping,
  Measure,
  Period,
} from '../../../../src/features/oversight/asking/question.ts'
import type { Measured } from '../../../../src/features/oversight/measures/measures.store.ts'
import { dayNumber, dayOf, shanghaiMidnight } from '../../../../src/kernel/clock.ts'
import { type Directory, responsibilityOn } from '../../../../src/kernel/directory.ts'
import { type Matter, NOW } from './generated-matters.ts'
import { originOf } from './slow-sight.ts'

type Days = Pick<Period, 'from' | 'to'> | null

/** Whole days in China; without a period any time there is. */
const isIn = (at: Date | null, days: Days): at is Date =>
  at !== null && (days === null || (days.from <= dayOf(at) && dayOf(at) <= days.to))

const isOpen = ({ status }: Matter) =>
  !['resolved', 'closed', 'withdrawn', 'referred', 'merged'].includes(status)
const isDone = ({ status }: Matter) => status === 'resolved' || status === 'closed'

export const isOverdue = (matter: Matter) =>
  isOpen(matter) && matter.status !== 'paused' && matter.dueAt !== null && matter.dueAt < NOW

export function counts(of: Counted, matter: Matter, days: Days): boolean {
  const isFiled = isIn(matter.filedAt, days)
  const isOpenAndFiled = isOpen(matter) && isFiled
  const isResolved = isDone(matter) && isIn(matter.resolvedAt, days)
  switch (of) {
    case 'open':
      return isOpenAndFiled
    case 'backlog': {
      if (days === null) return isOpen(matter)
      const isLater = (at: Date) => dayOf(at) > days.to
      return !isLater(matter.filedAt) && (matter.endedAt === null || isLater(matter.endedAt))
    }
    case 'overdue':
      return isOverdue(matter) && isFiled
    case 'due':
      return isOpen(matter) && isIn(matter.dueAt, days)
    case 'pressing':
      return isOpenAndFiled && matter.urgency !== 'normal'
    case 'unassigned':
      return isOpenAndFiled && matter.unit === null
    case 'sentBack':
      if (days === null) return matter.status === 'sentBack'
      return matter.events.some(({ act, at }) => act === 'sendBack' && isIn(at, days))
    case 'paused':
      return matter.status === 'paused' && isFiled
    case 'fresh':
    case 'all':
      return isFiled
    case 'done':
      return isResolved
    case 'satisfied':
    case 'unsatisfied':
      return isResolved && matter.satisfaction === of
    case 'unsolved':
      return isResolved && (matter.outcome === 'unsolved' || matter.outcome === 'partly')
    case 'excluded':
      return matter.granted.some(({ isGranted, at }) => isGranted && isIn(at, days))
    case 'referred':
    case 'withdrawn':
    case 'merged':
      return matter.status === of && isIn(matter.endedAt, days)
  }
}

/** Of a rate: whether a matter counts for it or against it; undefined where it belongs to neither. */
export function standing(of: Measure, matter: Matter, days: Days): boolean | undefined {
  if (['withdrawn', 'referred', 'merged'].includes(matter.status)) return undefined
  if (of === 'response') {
    const { contactDueAt, contactedAt } = matter
    if (!isIn(contactDueAt, days) || contactDueAt > NOW) return undefined
    return contactedAt !== null && contactedAt <= contactDueAt
  }
  if (!isDone(matter) || !isIn(matter.resolvedAt, days)) return undefined
  switch (of) {
    case 'resolution':
      if (matter.outcome !== null) return matter.outcome === 'solved'
      return matter.status === 'closed' && matter.closeKind === 'fixed'
    case 'satisfaction':
      return matter.satisfaction === null ? undefined : matter.satisfaction === 'satisfied'
    case 'onTime':
      return matter.resolveDueAt === null ? undefined : matter.resolvedAt <= matter.resolveDueAt
    default:
      return undefined
  }
}

const isOut = (of: Measure, { granted }: Matter) =>
  (of === 'response' || of === 'resolution' || of === 'satisfaction') &&
  granted.some(({ isGranted, out }) => isGranted && out[of])

export const isOfRate = (of: Measure): of is 'response' | 'resolution' | 'satisfaction' | 'onTime' =>
  ['response', 'resolution', 'satisfaction', 'onTime'].includes(of)

/** What a number is made of: of a rate its denominator. */
export function madeOf(of: Measure, matters: readonly Matter[], days: Days): readonly Matter[] {
  if (isOfRate(of)) return matters.filter((matter) => standing(of, matter, days) !== undefined)
  return matters.filter((matter) => counts(of === 'days' ? 'done' : of, matter, days))
}

export function measured(of: Measure, matters: readonly Matter[], days: Days): Measured {
  const some = madeOf(of, matters, days)
  if (of === 'days') {
    const days_ = some.map(({ filedAt, resolvedAt }) => (Number(resolvedAt) - Number(filedAt)) / 86_400_000)
    const sum = days_.reduce((total, one) => total + one, 0)
    return { kind: 'days', mean: some.length === 0 ? null : sum / some.length, of: some.length }
  }
  if (!isOfRate(of)) return { kind: 'count', n: some.length }
  const share = (among: readonly Matter[]) => ({
    n: among.filter((matter) => standing(of, matter, days)).length,
    of: among.length,
  })
  return { kind: 'rate', raw: share(some), after: share(some.filter((matter) => !isOut(of, matter))) }
}

/** Undefined: in no group at all, so that nobody finds out whose it is. */
export function groupOf(
  by: Grouping,
  matter: Matter,
  directory: Directory,
  day: string,
): string | null | undefined {
  const { company, chamber, sealed } = matter
  const firm = company === null ? undefined : directory.companies.get(company)
  switch (by) {
    case 'unit':
    case 'category':
      return matter[by]
    case 'company':
      return sealed ? undefined : company
    case 'town':
      return sealed ? undefined : (firm?.town ?? null)
    case 'chamber':
      return sealed && !originOf(matter, directory, day).isHidden ? undefined : chamber
    case 'leader': {
      const ofChamber = responsibilityOn(directory, { chamber }, day)?.leader ?? null
      if (!sealed)
        return firm === undefined
          ? ofChamber
          : (responsibilityOn(directory, { company }, day)?.leader ?? null)
      const { isOwn, isHidden } = originOf(matter, directory, day)
      if (!isHidden) return undefined
      return isOwn ? matter.leader : ofChamber
    }
  }
}

/** Days of each step, cut at Mondays or the first of a month. */
export function stepsOf(days: Pick<Period, 'from' | 'to'>, by: 'day' | 'week' | 'month') {
  const steps: { from: string; to: string }[] = []
  const first = dayNumber(new Date(`${days.from}T12:00:00+08:00`))
  const last = dayNumber(new Date(`${days.to}T12:00:00+08:00`))
  for (let number = first; number <= last; number++) {
    const day = dayOf(shanghaiMidnight(number))
    // The first of January 1970 was a Thursday.
    const begins = by === 'day' || (by === 'week' ? (number + 3) % 7 === 0 : day.endsWith('-01'))
    const open = steps.at(-1)
    if (open === undefined || begins) steps.push({ from: day, to: day })
    else open.to = day
  }
  return steps
}

/** By calendar days: up to 3, 7, 15, 30, 90, and more. */
export function agesOf(matters: readonly Matter[]) {
  const bounds = [3, 7, 15, 30, 90, Number.POSITIVE_INFINITY]
  const placed = Map.groupBy(matters.filter(isOpen), ({ filedAt }) => {
    const age = dayNumber(NOW) - dayNumber(filedAt)
    return bounds.findIndex((bound) => age <= bound)
  })
  const inPlace = bounds.map((_, place) => placed.get(place) ?? [])
  return {
    counts: inPlace.map((some) => some.length),
    overdue: inPlace.map((some) => some.filter(isOverdue).length),
  }
}
