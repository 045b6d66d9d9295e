/** Which measure is meant where the row that fits says only half of it. */
import { dayOf } from '../../../../kernel/clock.ts'
import type { Period } from '../question.ts'
import type { Slots } from '../slots.ts'
import type { Compared } from './compared-said.ts'
import { pattern } from './marks.ts'
import { findMeasure, type Measured } from './measures-said.ts'
import { findListOrder, findOrder } from './told-apart.ts'

import { WITHIN } from './ways-said.ts'

export const RATES: ReadonlySet<string> = new Set([
  'response',
  'resolution',
  'satisfaction',
  'onTime',
  'days',
  'rates',
])

/** 诉求比去年多: more of them were filed. */
export const FILED_MORE =
  /(?:诉求|问题|单子|反映|报的|来的|件数).{0,10}(?:多|少|涨|增|升|降|减|跌)|(?:多|少|增加?|减少?)(?:了)?(?:几|多少)(?:件|个|起|条)/u

/** 拖得最久的 is the oldest of what is open; only 超期 speaks of a deadline. */
export function measureIn(text: string): ReturnType<typeof findMeasure> {
  const found = findMeasure(text)
  const order = findListOrder(text)
  if (found?.measure === 'overdue' && /^拖(?!.*[凶狠厉严])/u.test(found.words) && order === 'oldest')
    return { ...found, measure: 'open' }
  // 拖得最久的三件 is of what is open, also right after another list.
  if (found === undefined && order === 'oldest' && /拖|压|积|挂|搁|放/u.test(text) && !WITHIN.test(text))
    return { measure: 'open', words: '最久', at: 0 }
  return found === undefined && order === 'newest' ? { measure: 'all', words: '最新', at: 0 } : found
}

/** 这个月比上个月多了还是少了: two times named in full are a question of their own, about how many came in. */
export const isBetweenPeriods = (text: string, periods: number): boolean =>
  (periods === 2 || (periods === 1 && /上一期/u.test(text) && pattern('{P}').test(text))) &&
  /多|少|增|减/u.test(text)

/** Words that are also said to have it done. */
export const ACTS: ReadonlySet<Measured> = new Set([
  'withdrawn',
  'merged',
  'sentBack',
  'done',
  'excluded',
  'paused',
  'referred',
])

/** 用工类比去年多多少: more of them filed; 高 and 低 are said of rates. */
export const isMoreOf = (text: string, { words }: Compared): boolean =>
  words !== undefined && /多|少|增|减/u.test(text) && pattern('{KCHTD}').test(text)

/** 有什么新的情况 asks for news, though 新的 counts as well. */
export const WIDE_OF_NEWS: ReadonlySet<Measured> = new Set(['fresh', 'all', 'done'])

/** 今天又有几个超期: as it stands today, not those filed today; 今天报上来的有没有急的 are. */
const STANDING: ReadonlySet<Measured> = new Set(['open', 'overdue', 'pressing', 'unassigned', 'paused'])
export const isOfNow = (text: string, of: Measured | undefined, period: Period | null, at: Date): boolean =>
  of !== undefined &&
  STANDING.has(of) &&
  period !== null &&
  period.from === dayOf(at) &&
  period.to === dayOf(at) &&
  !/报|来|收|登记|提|新增|受理|接/u.test(text)

/** What falls due in a month named without a year is still to come. */
export function ahead(period: Period | null, at: Date, text: string): Period | null {
  // 周五之前到期的 are due from today on.
  if (period !== null && period.from > dayOf(at) && pattern('{P}(?:之|以)?前').test(text))
    return { ...period, from: dayOf(at) }
  if (period === null || period.to >= dayOf(at) || !/^(?:\d|[一二三四五六七八九十])+月/u.test(period.label))
    return period
  const later = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  return { from: later(period.from), to: later(period.to), label: period.label.replace(/\d{4}年/gu, '') }
}

/** 效率最低 takes longest. */
export function orderOf(text: string, measure: string): Slots['order'] {
  const order = findOrder(text) ?? null
  if (!/效率|速度/u.test(measure)) return order
  return order === 'most' ? 'good' : order === 'least' ? 'bad' : order
}

/** 解决率和满意率 are the three rates; 新增和办结 are two questions. */
const RATE = '(?:解决率|满意率|响应率|办结率)'

export const TWO_RATES = new RegExp(`${RATE}(?:和|跟|与|、|,|，|及|还有)${RATE}`, 'u')

const COUNT = '(?:新增|办结|办完|超期|退单|不满意|没办完|未办结|积压|暂停|撤回)(?:的|数|量)?'

export const TWO_COUNTS = new RegExp(`${COUNT}(?:和|跟|与|、|比|及)${COUNT}`, 'u')
