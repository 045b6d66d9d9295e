/** 三天内, 超过一个月, 月底前: times whose side depends on what is asked. */
import { readNumber } from '../../../../kernel/chinese-numbers.ts'
import { dayOf } from '../../../../kernel/clock.ts'
import { findPeriod, lastDaysPeriod, nextDaysPeriod } from '../../../../kernel/spoken-period.ts'
import type { Period } from '../question.ts'
import { olderThan } from './periods-held.ts'

const COUNTED_DAYS = '(\\d{1,3}|[一二两三四五六七八九十半]{1,3})个?(天|日|周|星期|礼拜|月|年)'

const DUE_IN = new RegExp(
  `(?:还有|还剩|再有|再过|不到)${COUNTED_DAYS}(?=(?:就|要|快)*(?:到期|超期|逾期|到时限))`,
  'u',
)

const WITHIN_DAYS = new RegExp(
  `(?:未来|今后|接下来|往后)?(?:的)?${COUNTED_DAYS}(?:之|以)?内|(?:未来|今后|接下来|往后)${COUNTED_DAYS}`,
  'u',
)

const OLDER = new RegExp(
  `(?:超过|超|满|过了|大于|多于)(?:了)?${COUNTED_DAYS}(?:以上|多|了)?(?=还|都|仍|也|的?(?:没|未)|没|未|的)|(?:拖|压|积压|搁|放|挂|办)(?:了|着|过)?${COUNTED_DAYS}(?:以上|多|了)?(?=还|都|仍|的|没|未)|${COUNTED_DAYS}以上(?=还|都|仍|的?(?:没|未)|没|未)`,
  'u',
)

const UNTIL_END =
  /(?:这个?|本|当)?(?:((?:\d{1,2}|[一二三四五六七八九十]{1,3})?月(?:份)?)|(年)|(周|星期)|(季度))(?:底|末)(?=之?前|以前)/u

const AHEAD = /到期|超期|逾期|要办|该办|得办|必须|截止|到时限|临期/u

const DAYS_IN: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7, 星期: 7, 礼拜: 7, 月: 30, 年: 365 }

interface Spoken {
  readonly isOlder?: true
  readonly period: Period
  readonly words: string
}

/** 下个月头一个礼拜, 10月最后一周: seven days of a month. */
const WEEK_OF =
  /((?:这|本|上上?|下)个?月|去年\d{1,2}月|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?)(?:的)?(?:(头|第|前|最)(?:一|后)(?:个)?|末)(?:周|礼拜|星期)/u

function weekOf(text: string, at: Date): Spoken | undefined {
  const found = WEEK_OF.exec(text)
  const month = found === null ? undefined : findPeriod(found[1] ?? '', at)?.period
  if (found === null || month === undefined) return undefined
  const isFirst = found[2] !== undefined && found[2] !== '最'
  const moved = (day: string, by: number) =>
    new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
  const days = isFirst
    ? { from: month.from, to: moved(month.from, 6) }
    : { from: moved(month.to, -6), to: month.to }
  return { period: { ...days, label: found[0] }, words: found[0] }
}

/** 下周三, 下礼拜一. */
const NEXT_WEEKDAY = /下(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/u

function nextWeekday(text: string, at: Date): Spoken | undefined {
  const found = NEXT_WEEKDAY.exec(text)
  const week = found === null ? undefined : findPeriod('下周', at)?.period
  if (found === null || week === undefined) return undefined
  const sign = found[1] === '天' ? '日' : (found[1] ?? '一')
  const day = new Date(Date.parse(`${week.from}T00:00:00Z`) + '一二三四五六日'.indexOf(sign) * 86_400_000)
    .toISOString()
    .slice(0, 10)
  return { period: { from: day, to: day, label: found[0] }, words: found[0] }
}

/** Times whose side depends on what is asked: within three days lies ahead of a deadline and behind what was filed. */
export function findByAim(text: string, at: Date): Spoken | undefined {
  const daysOf = (found: RegExpExecArray) => {
    const [count, unit] = found.slice(1).filter((part) => part !== undefined)
    return Math.round((count === '半' ? 0.5 : (readNumber(count ?? '') ?? 0)) * (DAYS_IN[unit ?? ''] ?? 0))
  }
  const named = weekOf(text, at) ?? nextWeekday(text, at)
  if (named !== undefined) return named
  const older = OLDER.exec(text)
  if (older !== null && daysOf(older) > 0)
    return { period: olderThan(daysOf(older), `${daysOf(older)}天以前`, at), words: older[0], isOlder: true }
  const dueIn = DUE_IN.exec(text)
  if (dueIn !== null && daysOf(dueIn) > 0)
    return { period: nextDaysPeriod(daysOf(dueIn) + 1, dueIn[0], at), words: dueIn[0] }
  const within = WITHIN_DAYS.exec(text)
  if (within !== null && daysOf(within) > 0) {
    const days = daysOf(within)
    const isAhead = AHEAD.test(text) || /未来|今后|接下来|往后/u.test(within[0])
    const period = isAhead ? nextDaysPeriod(days, within[0], at) : lastDaysPeriod(days, within[0], at)
    return { period, words: within[0] }
  }
  const end = UNTIL_END.exec(text)
  if (end === null) return undefined
  const whole = findPeriod(
    end[1] ? (end[1].startsWith('月') ? '这个月' : end[1]) : end[2] ? '今年' : end[3] ? '本周' : '本季度',
    at,
  )?.period
  return whole === undefined
    ? undefined
    : { period: { ...whole, from: dayOf(at), label: `${end[0]}前` }, words: end[0] }
}
