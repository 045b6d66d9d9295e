/** Slots and a place → one question of the closed set, with what is taken where nothing was said. Pure. */
import { lastDaysPeriod, nextDaysPeriod } from '../../../kernel/spoken-period.ts'
import { isCounted, isRate } from '../measures/measures.store.ts'
import type { Counted, Grouping, Measure, Period, Question, QuestionOf, Where } from './question.ts'
import type { Slots } from './slots.ts'
import {
  halfYear,
  lengthOf,
  periodBefore,
  thisMonth,
  thisQuarter,
  thisYear,
  yearBefore,
  yearSoFar,
} from './words/periods-held.ts'

/** Without a word of when, news are yesterday's and today's, and what is soon due is due within three days. */
const NEWS_DAYS = 2
const SOON_DAYS = 3
/** A trend of so many days is drawn by day, of so many by week. */
const BY_DAY = 31
const BY_WEEK = 100

/** As they stand now, whenever they were filed. */
const STANDING: ReadonlySet<Measure> = new Set([
  'open',
  'backlog',
  'overdue',
  'due',
  'pressing',
  'unassigned',
  'paused',
])

export interface Pieces {
  readonly slots: Slots
  readonly where: Where
  readonly among: { readonly by: Grouping; readonly codes: readonly string[] } | null
  readonly drive: number | null
  readonly unread: readonly string[]
  readonly at: Date
}

/** Undefined where a piece is missing that nothing can stand for. */
export function build(pieces: Pieces): Question | undefined {
  const { slots, where, at } = pieces
  const unread = pieces.unread.length === 0 ? null : pieces.unread.join('、')
  const { period } = slots
  if (pieces.among !== null && slots.kind !== 'number' && slots.kind !== 'matter')
    return ranking(pieces, pieces.among.by, unread)
  switch (slots.kind) {
    case 'count':
      return count(pieces, unread)
    case 'rate': {
      const of = slots.of === 'rates' || slots.of === null || !isRate(slots.of) ? null : slots.of
      return { kind: 'rate', of, where, period: period ?? thisYear(at), unread }
    }
    case 'share': {
      if (!isNarrowed(where)) return slots.by === null ? undefined : ranking(pieces, slots.by, unread)
      return { kind: 'share', of: countedOf(slots, 'fresh'), where, period: period ?? thisYear(at), unread }
    }
    case 'trend': {
      const span = period ?? halfYear(at)
      const length = lengthOf(span)
      const by = slots.step ?? (length <= BY_DAY ? 'day' : length <= BY_WEEK ? 'week' : 'month')
      return { kind: 'trend', of: overTime(measureOf(slots, 'fresh')), where, period: span, by, unread }
    }
    case 'comparison':
    case 'why': {
      const isYear = slots.compares === 'yearBefore'
      const now = period ?? (isYear ? yearSoFar(at) : thisMonth(at))
      const than = slots.with ?? (isYear ? yearBefore(now, at) : periodBefore(now, at))
      const held = { of: overTime(measureOf(slots, 'resolution')), where, period: now, with: than, unread }
      return slots.kind === 'why' ? { kind: 'why', ...held } : { kind: 'comparison', ...held }
    }
    case 'ranking':
      return slots.by === null ? undefined : ranking(pieces, slots.by, unread)
    case 'reasons': {
      const of = slots.of
      if (of !== 'sentBack' && of !== 'paused' && of !== 'unsatisfied' && of !== 'excluded') return undefined
      return { kind: 'reasons', of, where, period, unread }
    }
    case 'age':
      return { kind: 'age', where, unread }
    case 'number':
      return { kind: 'number', numbers: [...slots.numbers] }
    case 'matter':
      return { kind: 'matter', where, words: [...slots.topics, ...pieces.unread] }
    case 'news':
      return { kind: 'news', where, period: period ?? lastDaysPeriod(NEWS_DAYS, '昨天和今天', at), unread }
    case 'scope':
      return { kind: 'scope' }
    case 'drive':
      return { kind: 'drive', drive: pieces.drive, of: slots.drive ?? 'standing' }
    case 'receipts':
      return {
        kind: 'receipts',
        notice: slots.receipts?.notice ?? null,
        of: slots.receipts?.of ?? 'standing',
      }
    case 'visits':
      return {
        kind: 'visits',
        of: slots.visits?.of ?? 'owed',
        visit: slots.visits?.visit ?? null,
        where,
        period: period ?? thisQuarter(at),
        unread,
      }
    case 'sealed':
      return { kind: 'sealed' }
    default:
      return undefined
  }
}

const isNarrowed = ({ mine: _, ...where }: Where) => Object.values(where).some((value) => value !== null)

function measureOf(slots: Slots, otherwise: Measure): Measure {
  if (slots.of === null) return otherwise
  return slots.of === 'rates' ? 'resolution' : slots.of
}

/** How many were not done is told for a day: at the end of each step, not as those filed in it stand now. */
const overTime = (of: Measure): Measure => (of === 'open' ? 'backlog' : of)

function countedOf(slots: Slots, otherwise: Counted): Counted {
  return slots.of !== null && slots.of !== 'rates' && isCounted(slots.of) ? slots.of : otherwise
}

function count({ slots, where, at }: Pieces, unread: string | null): Question {
  const of = countedOf(slots, slots.period === null ? 'open' : 'fresh')
  const soon = of === 'due' ? nextDaysPeriod(SOON_DAYS, '三天内', at) : null
  return {
    kind: 'count',
    of,
    where,
    period: slots.period ?? soon,
    order: slots.listOrder ?? 'usual',
    top: slots.top,
    unread,
  }
}

/** What a ranking is of where only its groups were named: 哪个商会最多 asks for what came in. */
const RANKED_OF: Readonly<Record<Grouping, Measure>> = {
  unit: 'open',
  leader: 'open',
  category: 'fresh',
  chamber: 'fresh',
  town: 'fresh',
  company: 'fresh',
}
/** More of these is worse. */
const BAD: ReadonlySet<Measure> = new Set([
  'days',
  'open',
  'backlog',
  'overdue',
  'due',
  'pressing',
  'unassigned',
  'sentBack',
  'paused',
  'unsatisfied',
  'unsolved',
  'excluded',
])

function ranking({ slots, where, among, at }: Pieces, by: Grouping, unread: string | null): Question {
  const of = measureOf(slots, RANKED_OF[by])
  const isFlow = !STANDING.has(of)
  return {
    kind: 'ranking',
    of,
    by,
    order: orderOf(slots.order, of),
    among: [...(among?.codes ?? [])],
    // 人社局在各部门排第几: all of its kind are wanted beside it.
    where: by in where && among === null ? { ...where, [by]: null } : where,
    period: slots.period ?? (isFlow ? thisYear(at) : null),
    unread,
  }
}

function orderOf(said: Slots['order'], of: Measure): QuestionOf<'ranking'>['order'] {
  const isBad = BAD.has(of)
  if (said === 'good') return isBad ? 'least' : 'most'
  if (said === 'bad') return isBad || !isRate(of) ? 'most' : 'least'
  return said ?? 'most'
}

export const periodOf = (question: Question): Period | null => ('period' in question ? question.period : null)
export const whereOf = (question: Question): Where | undefined =>
  'where' in question ? question.where : undefined
export const measureAsked = (question: Question): Measure | 'rates' | null => {
  if (!('of' in question)) return null
  if (question.kind === 'drive' || question.kind === 'receipts' || question.kind === 'visits') return null
  return question.of ?? 'rates'
}
