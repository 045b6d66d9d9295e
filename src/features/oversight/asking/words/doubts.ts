/** 只听懂一半: signs in a question that its reading has no place for. Then it is asked back rather than answered. */
import type { Slots } from '../slots.ts'
import { pattern } from './marks.ts'

const CAUSE = /为什么|原因|理由|怎么回事|缘故|凭什么|咋回事/u
const HELD = pattern('(?<!同)比(?!例|较(?:多|急|紧)|如|方|重){P}?|环比|同比|同期')
const LONG = /多(?:久|长时间)|(?<![看这近过那前后去来])(?:几|多少)天(?!内|之内|以内|前|后)|多长/u
const COURSE = /走势|趋势|曲线|变化|势头|起伏|逐[月周日]|每[月周天]/u
const SHARE = /占(?:比|多少|几|到)|百分之|比重|几成/u
const MEAN = /平均|人均/u
const WHO_FIRST =
  /谁(?:更|最|比)|最|排(?:名|行|序|第|一|个)|哪(?:个|家|位|些|几|一)(?:个)?(?:部门|单位|局|商会|乡镇|镇|领导|企业|类)|各(?:个|家)?(?:部门|单位|局|商会|乡镇|镇|领导|类)/u
const LATIN = /[A-Za-z]{2,}|\d+/u

const DOUBTS: Partial<Record<NonNullable<Slots['kind']>, readonly RegExp[]>> = {
  count: [CAUSE, HELD, LONG, COURSE, SHARE, MEAN],
  rate: [CAUSE, HELD, COURSE, WHO_FIRST, /(?:几|哪)(?:一|几)?件(?!要|得|平均)/u],
  news: [SHARE, MEAN, /率(?!先)/u, /几件|多少件/u],
  age: [/率(?!先)/u, MEAN, WHO_FIRST],
  share: [CAUSE, HELD, COURSE, MEAN],
  ranking: [CAUSE, COURSE, SHARE],
  trend: [CAUSE, SHARE, WHO_FIRST],
  comparison: [CAUSE, SHARE],
}
const LEDGER: ReadonlySet<Slots['kind']> = new Set([
  'count',
  'rate',
  'news',
  'age',
  'share',
  'ranking',
  'comparison',
  'why',
])

/** The words that are in the way, or undefined. `known`: words the reading went by. */
export function findDoubt(text: string, slots: Slots, known: readonly string[]): string | undefined {
  const { kind, of, listOrder, top, within, goesOn } = slots
  if (kind === null) return undefined
  const rest = known.filter((word) => word.length > 1).reduce((left, word) => left.replace(word, ' '), text)
  for (const sign of DOUBTS[kind] ?? []) {
    const found = sign.exec(rest)?.[0]
    if (found === undefined) continue
    // 超期几天了 is shown with every line of the list.
    if (sign === LONG && (of === 'overdue' || kind === 'rate')) continue
    if (sign === WHO_FIRST && kind === 'trend') continue
    return found
  }
  if (kind === 'count' && /最(?!近|后)/u.test(rest) && listOrder === null) return '最'
  const left = LATIN.exec(rest)?.[0]
  if (left !== undefined && LEDGER.has(kind) && top === null && listOrder === null && !within && !goesOn)
    return left
  return undefined
}
