/** 什么时候, 跟什么时候比: every time named becomes a mark, in the order of the text. Pure. */
import { findPeriod } from '../../../../kernel/spoken-period.ts'
import type { Period } from '../question.ts'
import { marksIn, pattern, signOf } from './marks.ts'
import { findByAim } from './periods-by-aim.ts'

export interface PeriodsSaid {
  readonly text: string
  readonly periods: readonly Period[]
  /** As they were said. */
  readonly words: readonly string[]
  /** The first is of what is older than so many days. */
  readonly isOlder: boolean
}

const MOST = 4

/** 去年同期 is no year: it means the same days a year before whatever else is named. */
const SAME_DAYS = /(?:去年|上年|上一年)(?:的)?(?:同期|同一时期|这时候|这个时候|同时)/gu

/** 最近来的五件 are the newest, not those of some days. */
const NEWEST =
  /最近(?=(?:来|报|收|登记|提|反映|受理|新增|进)?(?:上来|进来)?(?:的)?(?:[一两二三四五六七八九十]{1,2}|\d{1,2})(?:件|个(?!月|星期|季度|礼拜)|起|条))/gu

const ONE_BEFORE_LAST = /(?<=[比跟和与较同])前个?(?=月|周|星期|礼拜|季度|年)/gu

const ONE_BEFORE =
  /(?<=[比跟和与较同])(?:再)?(?:之?前|上)(?:面)?(?:的)?一个?(?:周|星期|礼拜|月|季度|年|天|期)/gu

/** 上周少了, 前一周还挺好: the week before last week. */
const ONE_BEFORE_THAT =
  /((?:上|这|本|今|昨|\d+月|[一二三四五六七八九十]+月).*)前一个?(?:周|星期|礼拜|月|季度|年|天)/u

export function markPeriods(said: string, at: Date): PeriodsSaid {
  let text = said
    .replace(SAME_DAYS, '同期')
    .replace(NEWEST, '最新')
    .replace(ONE_BEFORE_LAST, '前一个')
    .replace(ONE_BEFORE, '上一期')
    .replace(ONE_BEFORE_THAT, '$1上一期')
  const periods: Period[] = []
  const words: string[] = []
  const byAim = findByAim(text, at)
  if (byAim !== undefined) {
    text = text.replace(byAim.words, signOf('P', 0))
    periods.push(byAim.period)
    words.push(byAim.words)
  }
  for (let n = periods.length; n < MOST; n++) {
    const found = findPeriod(text, at)
    if (found === undefined || !text.includes(found.words)) break
    text = text.replace(found.words, signOf('P', n))
    periods.push(found.period)
    words.push(found.words)
  }
  const joined = joinPeriods(text, periods, words)
  if (joined !== undefined) return { ...joined, isOlder: false }
  return { text, periods, words, isOlder: byAim?.isOlder === true }
}

const FROM_TO = pattern(
  '(?:从|自)?({P})(?:以后|之后|起|开始)?(?:到|至|—|-|~|直到)({P})(?:期间|之间|这段时间|为止|止)?',
)

/** 五一之后到国庆之前, 8月到国庆前: from the one's beginning to the other's end. */
function joinPeriods(
  text: string,
  periods: readonly Period[],
  words: readonly string[],
): Omit<PeriodsSaid, 'isOlder'> | undefined {
  const found = FROM_TO.exec(text)
  const [a, b] = found === null ? [] : marksIn(found[0], 'P')
  const [first, last] = [periods[a ?? -1], periods[b ?? -1]]
  if (found === null || first === undefined || last === undefined || last.to < first.from) return undefined
  const said = `${words[a ?? 0]}到${words[b ?? 0]}`
  return {
    text: text.replace(found[0], signOf('P', 0)),
    periods: [
      { from: first.from, to: last.to, label: said },
      ...periods.filter((_, n) => n !== a && n !== b),
    ],
    words: [said],
  }
}
