/** 跟什么时候比: which period is asked about, and which it is held against. Over marked text. */
import type { Period } from '../question.ts'
import { marksIn, pattern, signOf } from './marks.ts'
import { periodBefore, presentOf, yearBefore } from './periods-held.ts'

export interface Compared {
  readonly period: Period | null
  readonly with: Period | null
  /** Words that compare, where there are any. */
  readonly words: string | undefined
}

const THAN = pattern('(?:比|较|相比(?:于)?|相较|对比|跟|和|与|同)(?:起)?{P}|{P}(?:相比|对比|比较|比)')

const THAN_FIRST = pattern('(?:比|较|相比(?:于)?|相较)(?:起)?({P})|(?:跟|和|与|同)({P})(?:相)?比')

const YEARLY = /同比|同期/u

const BEFORE =
  /环比|比上[一个]?(?:期|个?周期)|(?:跟|和|与|同|比)(?:之前|以前|前期|原来|前一段|过去)(?:相?比)?|较(?:之?前|前期)|上一期/u

const CHANGED =
  /(?:涨|升|高|多|增加?|上升|提高|好转|变好|快|改善|进步)了?(?:还是|或者|没有?|吗|么)(?:说)?(?:跌|降|低|少|减|下降|变?差|坏|慢|退)?|(?:是涨是跌|是升是降|是多是少|涨跌|升降|增减|变化(?:大|多|怎么样|如何|情况)|有无(?:提高|上升|下降|好转|改善|增加|减少|变好|变差|起色)|变(?:多|少|好|差|快|慢)了?(?:没|吗|么|还是)|(?<![办批发弄搞拿定谈要取结做修签盖])(?:上|下)(?:去|来)了?(?:没|吗|么|还是)|(?:涨|升|跌|降|提高|下降|上升|增加|减少|好转|改善|变好|变差)了?(?:多少|几|没|吗))/u

export const COMPARED_SIGNS: readonly RegExp[] = [THAN, YEARLY, BEFORE, CHANGED]

/** Which period is asked about, and which it is held against. */
export function findCompared(text: string, periods: readonly Period[], at: Date): Compared {
  const order = marksIn(text, 'P')
  const [first, second] = order.flatMap((n) => periods[n] ?? [])
  const said = THAN.exec(text)?.[0]
  const yearly = YEARLY.exec(text)?.[0]
  const before = BEFORE.exec(text)?.[0]
  const changed = CHANGED.exec(text)?.[0]
  if (first !== undefined && second !== undefined) {
    const found = THAN_FIRST.exec(text)
    const than = found?.[1] ?? found?.[2]
    // Without 比 the later one is asked about, whichever was said first.
    const isOrdered = than === undefined ? first.from >= second.from : than !== signOf('P', order[0] ?? 0)
    const [period, other] = isOrdered ? [first, second] : [second, first]
    return { period, with: other, words: said ?? yearly ?? before ?? '' }
  }
  if (yearly !== undefined)
    return { period: first ?? null, with: first === undefined ? null : yearBefore(first, at), words: yearly }
  if (first !== undefined && said !== undefined && /^[比较相对跟和与同]/u.test(said)) {
    if (/^[跟和与同]/u.test(said) && !/比|差|变|一样/u.test(text))
      return { period: first, with: null, words: undefined }
    return { period: presentOf(first, at), with: first, words: said }
  }
  const words = before ?? changed
  if (words === undefined) return { period: first ?? null, with: null, words: undefined }
  const period = first ?? null
  return { period, with: period === null ? null : periodBefore(period, at), words }
}
