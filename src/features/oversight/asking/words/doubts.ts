/** 只听懂一半: signs in a question that its reading has no place for. Then it is asked back rather than answered. */
import type { Slots } from '../slots.ts'
import { pattern } from './marks.ts'

const CAUSE = /为什么|原因|理由|怎么回事|缘故|凭什么|咋回事/u
const HELD = pattern('(?<!同)比(?!例|较(?:多|急|紧)|如|方|重){P}?|环比|同比|同期')
const LONG = /多(?:久|长时间)|(?<![看这近过那前后去来])(?:几|多少)天(?!内|之内|以内|前|后)|多长/u
const COURSE = /走势|趋势|曲线|变化|势头|起伏|逐[月周日]|每[月周天]/u
const SHARE = /占(?!地|用|道|着|据)|每(?:十|百)件|百分之|比重|几成/u
const MEAN = /平均|人均/u
const WHO_FIRST =
  /谁(?:更|最|比)|最|排(?:名|行|序|第|一|个)|哪(?:个|家|位|些|几|一)(?:个)?(?:部门|单位|局|商会|乡镇|镇|领导|企业|类)|各(?:个|家)?(?:部门|单位|局|商会|乡镇|镇|领导|类)/u
const WHOSE = /谁(?:的|家|那|手里)?.{0,8}(?:(?:多|少|慢|快|高|低)(?!少|久)|凶|狠|勤|厉害)/u
/** 解决率从高到低 leaves open what is put in that order. */
const SORTED = /[从由](?:高|低|多|少|快|慢|长|短|好|差)[到往至]|倒序|正序|第一|倒数|垫底|谁/u
const SLOW_ONES =
  /(?:慢|快|差|好|高|低|多|少)的(?:那?几|这些|那些|前几)?(?:个|家)?(?:部门|单位|局|商会|乡镇|镇|领导|企业)/u
/** A time that was not understood must not fall away. */
const SOME_TIME = pattern(
  '(?:[一二三四五六七八九十两半]|\\d)+个?(?:天|周|星期|礼拜|月|年)(?:以上|以下|多的|的(?:有|几|哪|$))|(?:近|前|后|上|下|这|那|过去|最近|往前|头)(?:[一二三四五六七八九十百两几]|\\d)+(?:来)?个?(?:天|日|周|星期|礼拜|月|季度|年)|(?:近|前|上|下|这|本|去|今|前|过去|头)个?(?:周|星期|礼拜|月|季度|年)(?!轻|货|糕)|(?<!{P})(?:年初|年底|月初|月底)|开春|入春|入夏|入秋|入冬|腊月|正月|[春秋夏]天|半年(?!了|多|没|还)',
)
const IN_TIME = /(?<![没未不])(?:按时|按期|准时|及时|如期)/u
const HOW_LONG = /(?:几|多少)(?:个)?(?:天|小时|工作日)|多久|多长时间/u
const BY_AGE = /按(?:天数|时间长短|时长)|分(?:一)?分|分(?:一|个|成|几)?(?:档|段)/u
const LATIN = /[A-Za-z]{2,}|\d+/u

const DOUBTS: Partial<Record<NonNullable<Slots['kind']>, readonly RegExp[]>> = {
  count: [CAUSE, HELD, LONG, COURSE, SHARE, MEAN, WHOSE, BY_AGE],
  rate: [CAUSE, HELD, COURSE, WHO_FIRST, SORTED, /(?:几|哪)(?:一|几)?件(?!要|得|平均)/u],
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
  // Neither is counted: how many of those done were in time, and how long an answer took.
  if (kind === 'count' && of === 'done' && IN_TIME.test(text)) return IN_TIME.exec(text)?.[0]
  if (kind === 'rate' && of !== 'days' && !/率/u.test(text) && HOW_LONG.test(text))
    return HOW_LONG.exec(text)?.[0]
  if (kind === 'rate' && SLOW_ONES.test(text)) return SLOW_ONES.exec(text)?.[0]
  const time =
    (LEDGER.has(kind) || kind === 'trend') && !within && !goesOn ? SOME_TIME.exec(rest)?.[0] : undefined
  if (time !== undefined) return time
  const left = LATIN.exec(rest)?.[0]
  if (left !== undefined && LEDGER.has(kind) && top === null && listOrder === null && !within && !goesOn)
    return left
  return undefined
}
