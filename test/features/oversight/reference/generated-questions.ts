/** Questions by chance over every kind that counts appeals, by anybody and about any day. */
import {
  COUNTED,
  GROUPINGS,
  MEASURES,
  NOWHERE,
  type Period,
  type Question,
  RATES,
  type Where,
} from '../../../../src/features/oversight/asking/question.ts'
import { categories } from '../../../../src/kernel/appeal-terms.ts'
import type { Person } from '../../../../src/kernel/person.ts'
import type { Dice } from './dice.ts'
import { everybody, GONE, LEADERS, TOWNS, TRADES } from './generated-roster.ts'

export interface AskedBy {
  readonly person: Person
  readonly day: string
  readonly question: Question
}

const PERIODS = [
  ['2025-01-01', '2025-12-31'],
  ['2026-01-01', '2026-12-31'],
  ['2026-04-01', '2026-06-30'],
  ['2026-10-01', '2026-10-31'],
  ['2026-11-01', '2026-11-30'],
  ['2026-11-09', '2026-11-15'],
  ['2026-11-19', '2026-11-19'],
  ['2026-11-20', '2026-11-26'],
] as const
const SIGHT_DAYS = [
  '2025-12-31',
  '2026-01-01',
  '2026-06-30',
  '2026-07-01',
  '2026-11-20',
  '2027-02-01',
] as const
const KINDS = [
  'count',
  'count',
  'rate',
  'share',
  'trend',
  'comparison',
  'ranking',
  'ranking',
  'reasons',
  'age',
  'news',
  'number',
  'matter',
] as const

export function generateQuestion(dice: Dice, numbers: readonly string[]): AskedBy {
  return {
    person: dice.pick(everybody),
    day: dice.pick(SIGHT_DAYS),
    question: questionOf(dice, numbers),
  }
}

function questionOf(dice: Dice, numbers: readonly string[]): Question {
  const kind = dice.pick(KINDS)
  const period = periodOf(dice)
  const rest = { where: whereOf(dice), unread: null }
  switch (kind) {
    case 'count':
      return {
        kind,
        of: dice.pick(COUNTED),
        period: dice.isWithin(0.6) ? period : null,
        order: dice.pick(['usual', 'oldest', 'newest', 'latest']),
        top: null,
        ...rest,
      }
    case 'rate':
      return { kind, of: dice.isWithin(0.3) ? null : dice.pick(RATES), period, ...rest }
    case 'share':
      return { kind, of: dice.pick(COUNTED), period, ...rest }
    case 'trend':
      return { kind, of: dice.pick(MEASURES), period, by: dice.pick(['day', 'week', 'month']), ...rest }
    case 'comparison':
      return { kind, of: dice.pick(MEASURES), period, with: periodOf(dice), ...rest }
    case 'ranking': {
      const by = dice.pick(GROUPINGS)
      const among = by === 'leader' && dice.isWithin(0.3) ? [dice.pick(LEADERS), dice.pick(LEADERS)] : []
      return {
        kind,
        of: dice.pick(MEASURES),
        by,
        order: 'most',
        among,
        period: dice.isWithin(0.8) ? period : null,
        ...rest,
      }
    }
    case 'reasons':
      return {
        kind,
        of: dice.pick(['sentBack', 'paused', 'unsatisfied', 'excluded']),
        period: dice.isWithin(0.6) ? period : null,
        ...rest,
      }
    case 'age':
      return { kind, ...rest }
    case 'news':
      return { kind, period, ...rest }
    case 'number':
      return { kind, numbers: [dice.pick(numbers), dice.pick(numbers)] }
    case 'matter':
      return { kind, where: rest.where, words: [] }
  }
}

function periodOf(dice: Dice): Period {
  const [from, to] = dice.pick(PERIODS)
  return { from, to, label: '' }
}

function whereOf(dice: Dice): Where {
  const maybe = <T>(share: number, among: readonly T[]) => (dice.isWithin(share) ? dice.pick(among) : null)
  return {
    ...NOWHERE,
    company: maybe(0.1, [...Array.from({ length: 60 }, (_, n) => `co-${n}`), GONE]),
    chamber: maybe(0.2, ['ch-0', 'ch-1', 'ch-2', 'ch-6', 'ch-7']),
    town: maybe(0.1, TOWNS),
    trade: maybe(0.1, TRADES),
    unit: maybe(0.15, ['un-0', 'un-1']),
    category: maybe(0.15, categories.slice(0, 4)),
    leader: maybe(0.15, LEADERS),
    mine: dice.isWithin(0.2),
  }
}
