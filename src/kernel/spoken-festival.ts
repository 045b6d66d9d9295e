/** 春节后、国庆前、五一期间: days told by a festival, as the State Council's calendars of each year have it. */
import { BUNDLED_YEARS } from './bundled-calendars.ts'
import { dayNumber, shanghaiDate, shanghaiTime } from './clock.ts'

interface Days {
  readonly from: number
  readonly to: number
}

/** How people call a festival, and what it is called in the notices. */
const NAMES: readonly (readonly [words: string, holiday: string])[] = [
  ['春节|过完年|过年|新年|大年', '春节'],
  ['国庆(?:节)?|(?<![一二三四五六七八九十双\\d])十一(?=后|前|以|之|期间|放假|长假|假期|过后|那几)', '国庆节'],
  [
    '(?<![一二三四五六七八九十\\d])五一(?=节|后|前|以|之|期间|放假|长假|假期|小长假|过后|那几)|劳动节',
    '劳动节',
  ],
  ['清明(?:节)?', '清明节'],
  ['端午(?:节)?', '端午节'],
  ['中秋(?:节)?', '中秋节'],
  ['元旦', '元旦'],
]

/** Days of the sun's year that are no holidays by the notices. */
const FIXED: readonly (readonly [words: string, month: number, day: number])[] = [
  ['妇女节|三八节?', 3, 8],
  ['植树节', 3, 12],
  ['青年节|五四', 5, 4],
  ['儿童节|六一', 6, 1],
  ['建党节|七一', 7, 1],
  ['建军节|八一', 8, 1],
  ['教师节', 9, 10],
  ['双十一', 11, 11],
  ['双十二', 12, 12],
]

const YEAR = '(去年|今年|前年|20\\d\\d年)?的?'
const HOLIDAY = '(?:长假|假期|放假|节|小长假)?'
const AFTER =
  '(?:到现在|到今天|至今|过后|以后|之后|以来|完了?(?:以后|之后)?|后)(?:到现在|至今|到今天|以来)?(?:这段时间)?'
const BEFORE = '(?:以前|之前|前)'
const DURING = '(?:期间|那几天|那[会阵]儿?|的时候|当中|这几天|里|放假)?'

const dayNumberOf = (day: string) => dayNumber(new Date(`${day}T00:00:00+08:00`))

/** That holiday of every year we have a calendar of, the latest first. */
function holidays(name: string): readonly (Days & { readonly year: number })[] {
  return BUNDLED_YEARS.flatMap(({ year, holidays: all }) =>
    all
      .filter((one) => one.name.includes(name.replace(/节$/u, '')))
      .map(({ from, to }) => ({ year, from: dayNumberOf(from), to: dayNumberOf(to) })),
  ).sort((a, b) => b.from - a.from)
}

function holidayMeant(name: string, said: string | undefined, at: Date, isAhead: boolean) {
  const { year } = shanghaiTime(at)
  const today = dayNumber(at)
  if (said !== undefined) {
    const named = /\d/u.test(said) ? Number(said.slice(0, 4)) : year - ['今年', '去年', '前年'].indexOf(said)
    return holidays(name).find((one) => one.year === named)
  }
  // 国庆前 in June is this year's; 国庆后 in June can only be the last one.
  return holidays(name).find((one) => (isAhead ? one.year <= year : one.from <= today))
}

/** 教师节后, 双十一以来: of the latest year in which it has come. */
function findFixed(text: string, at: Date): FoundFestival | undefined {
  const today = dayNumber(at)
  const { year } = shanghaiTime(at)
  for (const [words, month, day] of FIXED) {
    const found = new RegExp(
      `(?<![一二三四五六七八九十百\\d])(?:${words})(?:(${AFTER})|(${BEFORE})|(?:期间|那天|那几天|当天))`,
      'u',
    ).exec(text)
    if (found === null) continue
    const own = dayNumber(shanghaiDate(year, month, day))
    const one = own <= today || found[2] !== undefined ? own : dayNumber(shanghaiDate(year - 1, month, day))
    if (found[1] !== undefined) return { days: { from: one, to: today }, words: found[0] }
    if (found[2] !== undefined)
      return { days: { from: dayNumber(shanghaiDate(year, 1, 1)), to: one - 1 }, words: found[0] }
    return { days: { from: one, to: one }, words: found[0] }
  }
  return undefined
}

export interface FoundFestival {
  readonly days: Days
  readonly words: string
}

/** From the day after a holiday until today; before it from the year's first day; 期间 the holiday itself. */
export function findFestival(text: string, at: Date): FoundFestival | undefined {
  const fixed = findFixed(text, at)
  if (fixed !== undefined) return fixed
  const today = dayNumber(at)
  for (const [words, holiday] of [...NAMES, ['年', '春节'] as const, ['节', ''] as const]) {
    // 年后 and 节后 mean a festival only where nothing stands before them.
    const alone = words.length === 1
    const begin = alone ? '(?<![开今去前明每半全一二两三四五六七八九十\\d多几春调环季情细礼关枝])()' : YEAR
    const found = new RegExp(
      `${begin}(?:${words})${alone ? '' : HOLIDAY}(?:(${AFTER})|(${BEFORE})${alone ? '' : `|(${DURING})`})`,
      'u',
    ).exec(text)
    if (found === null || (alone && found[2] === undefined && found[3] === undefined)) continue
    if (!alone && /^过完年/u.test(found[0]) && found[2] === undefined && found[3] === undefined) {
      const one = holidayMeant(holiday, undefined, at, false)
      if (one !== undefined && one.to < today)
        return { days: { from: one.to + 1, to: today }, words: found[0] }
    }
    if (!alone && holiday === '春节' && /新年|大年|过年/u.test(found[0]) && !found[2] && !found[3]) continue
    const one = holidayMeant(holiday, found[1] || undefined, at, found[3] !== undefined)
    if (one === undefined) continue
    const last = found[1] ? Math.min(today, dayNumber(shanghaiDate(one.year + 1, 1, 1)) - 1) : today
    if (found[2] !== undefined) {
      if (one.to >= last) continue
      return { days: { from: one.to + 1, to: last }, words: found[0] }
    }
    if (found[3] !== undefined) {
      const first = dayNumber(shanghaiDate(one.year, 1, 1))
      if (one.from <= first) continue
      return { days: { from: first, to: one.from - 1 }, words: found[0] }
    }
    return { days: { from: one.from, to: one.to }, words: found[0] }
  }
  return undefined
}
