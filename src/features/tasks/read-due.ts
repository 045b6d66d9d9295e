/** 三天内, 周五前, 今天下班前, 两小时内: by when, as people say it; working time where they say days. Pure. */
import { z } from 'zod'
import { readNumber, toHalfWidth } from '../../kernel/chinese-numbers.ts'
import { dayNumber } from '../../kernel/clock.ts'
import { findMoment, momentAt } from '../../kernel/spoken-moment.ts'
import { addWorkingTime, type Calendar, type MissingYear } from '../../kernel/working-days.ts'

export const DueWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('day'), day: z.number(), minute: z.number().optional() }),
  z.object({ kind: z.literal('workingDays'), days: z.number() }),
  z.object({ kind: z.literal('workingHours'), hours: z.number() }),
  z.object({ kind: z.literal('hours'), hours: z.number() }),
])
export type DueWish = z.infer<typeof DueWish>

const N = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3}|半)'
const HALF_A_DAY_HOURS = 3.5
/** Half past five: `今天下班前` and `下班前` are the close of today's business, `周五下班前` is Friday's. */
const CLOSING = /下班(?:之?前|以前)?|收工前/u
const NOON = 12 * 60

/** Words that only look like a day: an appeal's number, 三天两头, 前几天. */
const NOT_A_TERM =
  /20\d\d\s?[-—–]\s?\d{3,6}|0\d{3,5}|\d{1,6}\s?号(?=诉求|单|案|事|那|这|的|转|交|督)|三天两头|[前这]几天|过(?:了)?\S{1,3}天/gu

export function findDue(
  text: string,
  now: Date,
): { readonly wish: DueWish; readonly words: string } | undefined {
  const said = toHalfWidth(text).replace(NOT_A_TERM, ' ')
  const hours = new RegExp(`(${N})个?(?:小时|钟头)(?:之?内|以内)?`, 'u').exec(said)
  if (hours !== null) {
    const count = hours[1] === '半' ? 0.5 : (readNumber(hours[1] ?? '') ?? 0)
    if (count > 0) return { wish: { kind: 'hours', hours: count }, words: hours[0] }
  }
  const half = /半(?:个工作|个)?[天日](?:之?内|以内)?/u.exec(said)
  if (half !== null && !/[一二两三四五六七八九十\d]天半/u.test(said))
    return { wish: { kind: 'workingHours', hours: HALF_A_DAY_HOURS }, words: half[0] }
  const found = findMoment(said, now)
  if (found !== undefined) {
    const { moment, words } = found
    const noon =
      moment.kind === 'day' && moment.minute === undefined && /(?:中午|上午)(?:之?前|以前)?/u.test(said)
    return { wish: noon ? { ...moment, minute: NOON } : moment, words: words.join('') }
  }
  const closing = CLOSING.exec(said)
  if (closing !== null) return { wish: { kind: 'day', day: dayNumber(now) }, words: closing[0] }
  return undefined
}

/** The moment meant; the year to load where its calendar is missing. */
export function dueAt(wish: DueWish, now: Date, calendar: Calendar): Date | MissingYear {
  switch (wish.kind) {
    case 'hours':
      return new Date(now.getTime() + wish.hours * 3_600_000)
    case 'workingHours':
      return addWorkingTime(now, { hours: wish.hours }, calendar)
    case 'workingDays':
      return momentAt(wish, now, calendar)
    case 'day': {
      const { kind, day, minute } = wish
      return momentAt({ kind, day, ...(minute === undefined ? {} : { minute }) }, now, calendar)
    }
  }
}
