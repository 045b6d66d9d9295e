/** The same question answered by counting in memory. */
import type { Measure, Period, Question, Where } from '../../../../src/features/oversight/asking/question.ts'
import { TOLD_ACTS } from '../../../../src/features/oversight/ledger-entry.ts'
import type { Measured } from '../../../../src/features/oversight/measures/measures.store.ts'
import { dayOf } from '../../../../src/kernel/clock.ts'
import type { Directory } from '../../../../src/kernel/directory.ts'
import { type Answer, answer, measuresOf, rounded, some, timesBy, whereOf, whole } from './answer.ts'
import type { Matter } from './generated-matters.ts'
import type { AskedBy } from './generated-questions.ts'
import { agesOf, groupOf, isOfRate, isOverdue, madeOf, measured, standing, stepsOf } from './slow-measures.ts'
import { dayOfSight, isSeen } from './slow-sight.ts'

export function slowAnswerOf(
  matters: readonly Matter[],
  directory: Directory,
  { person, day, question }: AskedBy,
): Answer {
  const seenFrom = (where: Where) => matters.filter((one) => isSeen({ person, day, where }, one, directory))
  const seen = seenFrom(whereOf(question))
  const behind = (of: Measure, period: Period | null) => numbersOf(madeOf(of, seen, period))
  const value = (of: Measure, some: readonly Matter[], period: Period | null) =>
    rounded(measured(of, some, period))
  switch (question.kind) {
    case 'count': {
      const { of, period, order } = question
      const made = madeOf(of, seen, period)
      const numbers = numbersOf(made)
      const times = timesBy(order, made)?.toSorted((a, b) => (order === 'newest' ? b - a : a - b))
      return answer([value(of, seen, period), made.length, times], [...numbers, ...numbers])
    }
    case 'rate': {
      const { period } = question
      const [first = 'response', ...rest] = measuresOf(question.of)
      const made = madeOf(first, seen, period)
      const counted = isOfRate(first)
        ? numbersOf(made.filter((matter) => standing(first, matter, period))).toSorted()
        : null
      const values = [first, ...rest].map((of) => value(of, seen, period))
      return answer([values, made.length, counted], numbersOf(made))
    }
    case 'share': {
      const { of, period, where } = question
      return answer([value(of, seen, period), value(of, seenFrom(whole(where)), period)], [])
    }
    case 'trend':
      return answer(
        stepsOf(question.period, question.by).map((step) => [
          step.from,
          step.to,
          value(question.of, seen, { ...step, label: '' }),
        ]),
        behind(question.of, question.period),
      )
    case 'comparison':
      return answer(
        [value(question.of, seen, question.period), value(question.of, seen, question.with)],
        behind(question.of, question.with),
      )
    case 'ranking':
      return slowRanking(seen, directory, dayOfSight(day), question)
    case 'reasons': {
      const rows = reasonsOf(seen, question)
      return answer(
        [
          rows.length,
          rows.map(({ number, at, words }) => `${number} ${at.toISOString()} ${words}`).toSorted(),
        ],
        rows.map(({ number }) => number),
      )
    }
    case 'age':
      return answer(agesOf(seen), behind('open', null))
    case 'news':
      return slowNews(seen, question.period)
    case 'number': {
      const found = question.numbers.flatMap((number) => seen.filter((one) => one.number === number))
      return answer(
        found.map(({ number, events }) => `${number} ${events.filter(isTold).length}`),
        numbersOf(found),
      )
    }
    case 'matter':
      return answer(null, numbersOf(seen.filter(({ sealed }) => !sealed)))
    default:
      throw new Error(`${question.kind} is no question about appeals`)
  }
}

const numbersOf = (some: readonly Matter[]) => some.map(({ number }) => number)
const isTold = ({ act }: { readonly act: string }) => TOLD_ACTS.some((told) => told === act)

const sizeOf = (value: Measured) =>
  value.kind === 'count' ? value.n : value.kind === 'rate' ? value.raw.of : value.of

/** Largest first, nobody's last, and groups of the same size by their codes. */
function slowRanking(
  seen: readonly Matter[],
  directory: Directory,
  day: string,
  { of, by, period, among }: Extract<Question, { kind: 'ranking' }>,
): Answer {
  const placed = Map.groupBy(seen, (matter) => groupOf(by, matter, directory, day))
  const groups = [...placed]
    .flatMap(([code, there]) =>
      code === undefined ? [] : [{ code, there, value: rounded(measured(of, there, period)) }],
    )
    .filter(
      ({ code, value }) => sizeOf(value) > 0 && (among.length === 0 || among.some((one) => one === code)),
    )
    .toSorted((a, b) => {
      if ((a.code === null) !== (b.code === null)) return a.code === null ? 1 : -1
      return sizeOf(b.value) - sizeOf(a.value) || (a.code ?? '').localeCompare(b.code ?? '')
    })
  return answer(
    groups.map(({ code, value }) => [code, value]),
    some(groups).flatMap(({ code, there }) =>
      numbersOf(madeOf(of, there, period)).map((number) => `${code} ${number}`),
    ),
  )
}

interface SlowReason {
  readonly number: string
  readonly at: Date
  readonly words: string | null
}

function reasonsOf(
  seen: readonly Matter[],
  { of, period }: Extract<Question, { kind: 'reasons' }>,
): readonly SlowReason[] {
  const isIn = (at: Date) => period === null || (period.from <= dayOf(at) && dayOf(at) <= period.to)
  return seen.flatMap((matter) => {
    const row = ({ at, words }: { readonly at: Date; readonly words: string | null }): SlowReason => ({
      number: matter.number,
      at,
      words: matter.sealed ? null : words,
    })
    if (of === 'excluded') return matter.granted.filter(({ isGranted, at }) => isGranted && isIn(at)).map(row)
    const act = of === 'sentBack' ? 'sendBack' : of === 'paused' ? 'pause' : 'rate'
    const said = matter.events.filter((event) => event.act === act)
    if (of !== 'unsatisfied' && period !== null) return said.filter(({ at }) => isIn(at)).map(row)
    // Also where nobody said why.
    const silent = { at: matter.resolvedAt ?? matter.filedAt, words: null }
    if (madeOf(of, [matter], period).length === 0) return []
    // Dissatisfaction goes by when the matter was resolved, as its period does, whenever it was said.
    const words = said.at(-1)?.words ?? null
    return [row(of === 'unsatisfied' ? { ...silent, words } : (said.at(-1) ?? silent))]
  })
}

function slowNews(seen: readonly Matter[], period: Period): Answer {
  const isIn = (at: Date) => period.from <= dayOf(at) && dayOf(at) <= period.to
  const touched: Record<string, number> = {}
  const numbers: string[] = []
  for (const { number, events } of seen) {
    const acts = new Set(events.filter((event) => isTold(event) && isIn(event.at)).map(({ act }) => act))
    for (const act of acts) touched[act] = (touched[act] ?? 0) + 1
    if (acts.size > 0) numbers.push(number)
  }
  const fellOverdue = seen.filter((one) => isOverdue(one) && one.dueAt !== null && isIn(one.dueAt)).length
  return answer([touched, fellOverdue, numbers.length], numbers)
}
