import type { Group, Measured } from '../../../../src/features/oversight/measures/measures.store.ts'
import type { CircularFigures } from '../../../../src/features/oversight/papers/circular-figures.ts'

const count = (n: number): Measured => ({ kind: 'count', n })
const rate = (n: number, of: number, without = 0): Measured => ({
  kind: 'rate',
  raw: { n, of },
  after: { n, of: of - without },
})
const group = (code: string | null, value: Measured): Group => ({ code, value })

/** A month with all that a month may have: fewer than before, more, an exclusion, units too small to be ranked. */
export const circularFigures = (): CircularFigures => ({
  period: { from: '2026-10-01', to: '2026-10-31', label: '10月' },
  before: { from: '2026-09-01', to: '2026-09-30', label: '9月' },
  now: {
    fresh: count(96),
    done: count(88),
    backlog: count(64),
    response: rate(90, 94),
    resolution: rate(70, 88, 4),
    satisfaction: rate(51, 60),
    onTime: rate(80, 88),
    days: { kind: 'days', mean: 7.42, of: 88 },
    unsatisfied: count(9),
    sentBack: count(4),
    referred: count(2),
    withdrawn: count(1),
    merged: count(3),
  },
  was: {
    fresh: count(87),
    done: count(91),
    backlog: count(56),
    response: rate(80, 86),
    resolution: rate(75, 91),
    satisfaction: rate(0, 0),
    onTime: rate(84, 91),
    days: { kind: 'days', mean: 6.9, of: 91 },
    unsatisfied: count(8),
    sentBack: count(2),
    referred: count(2),
    withdrawn: count(0),
    merged: count(1),
  },
  overdue: count(5),
  categories: [
    { ...group('labour', count(18)), was: 12 },
    { ...group('financing', count(36)), was: 31 },
    { ...group('permits', count(0)), was: 2 },
  ],
  units: {
    resolution: [
      group('unit-0', rate(10, 12)),
      group('unit-1', rate(19, 20)),
      group('unit-2', rate(4, 4)),
      group(null, rate(2, 8)),
    ],
    onTime: [group('unit-0', rate(12, 12)), group('unit-1', rate(18, 20)), group('unit-2', rate(4, 4))],
  },
})
