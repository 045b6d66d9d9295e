/**
 * The text of the State Council's notice, as data: 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
 * What it does not understand it refuses, with the words. Pure.
 */
import { CalendarYear, mistakesIn } from '../../../kernel/calendar-year.ts'
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'

export type NoticeRead = { readonly year: CalendarYear } | { readonly mistakes: readonly string[] }

const NOTES = '(?:\\(([^()]*)\\))?'
const DATE = `(?:(20\\d\\d)年)?(\\d{1,2})月(\\d{1,2})日${NOTES}`
const SPAN = new RegExp(
  `^${DATE}(?:(?:至|到|-|—|–|~)(?:(?:(20\\d\\d)年)?(\\d{1,2})月)?(\\d{1,2})日${NOTES})?`,
  'u',
)
const ITEM =
  /^(?:[一二三四五六七八九十]+、|\d+[.、])?\s*([\u4e00-\u9fa5、]{2,20}?(?:节|旦|日|夕))\s*[:：]\s*(.+)$/u
const NUMBER = /国办?发明电\s*[〔[(【]\s*(20\d\d)\s*[〕\])】]\s*(\d{1,3})\s*号/u
const TITLE = /关于\s*(20\d\d)\s*年[\s\S]{0,6}部分节假日安排/u
const ISSUED = /^(20\d\d)年(\d{1,2})月(\d{1,2})日$/u
/** Of the covering letter: nothing in them says which day is free. */
const IDLE =
  /^(?:各省、|各地|经国务院|经党中央|根据国务院|现将|节假日期间|放假期间|国务院办公厅|$|\(?此件公开发布|印发|抄送|附件|索引号|主题分类|发文机关|成文日期|发布日期|发文字号|标\s*题|来源|各位)|部分节假日安排的通知|^国办?发明电|^20\d\d年$/u

/** @param expected the year that was named beside it; the text's own must be the same. */
export function readNotice(text: string, expected?: number): NoticeRead {
  const lines = toHalfWidth(text)
    .replaceAll('（', '(')
    .replaceAll('）', ')')
    .split(/\r?\n/u)
    .flatMap(splitItems)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
  const titled = Number(TITLE.exec(lines.join(''))?.[1])
  const year = Number.isNaN(titled) ? expected : titled
  if (year === undefined) return { mistakes: ['没有看到是哪一年的通知，请写明“工作日历 2027”。'] }
  if (expected !== undefined && year !== expected)
    return { mistakes: [`您说的是 ${expected} 年，通知写的是 ${year} 年，请核对。`] }
  const mistakes: string[] = []
  const holidays: Holiday[] = []
  let issuedOn: string | undefined
  for (const line of lines) {
    const item = ITEM.exec(line)
    if (item !== null) {
      const read = readItem(item[1] ?? '', item[2] ?? '', year)
      if ('mistake' in read) mistakes.push(`“${line.slice(0, 60)}”：${read.mistake}`)
      else holidays.push(read)
      continue
    }
    const issued = ISSUED.exec(line)
    if (issued !== null) issuedOn = iso(Number(issued[1]), Number(issued[2]), Number(issued[3]))
    else if (!IDLE.test(line)) mistakes.push(`“${line.slice(0, 60)}”：没看懂这一行。`)
  }
  if (mistakes.length > 0) return { mistakes }
  if (holidays.length < 5)
    return { mistakes: [`只看到 ${holidays.length} 个节日，全年的通知有七个，请把正文贴全。`] }
  const number = NUMBER.exec(lines.join('\n'))
  const given = {
    year,
    ...(number === null ? {} : { notice: `国办发明电〔${number[1]}〕${number[2]}号` }),
    ...(issuedOn === undefined ? {} : { issuedOn }),
    holidays,
  }
  const parsed = CalendarYear.safeParse(given)
  return parsed.success ? { year: parsed.data } : { mistakes: mistakesIn(parsed.error, given) }
}

/** A notice pasted without its line breaks still has its numerals: …共3天。二、春节：…. */
function splitItems(line: string): string[] {
  return line
    .split(/(?<=[。.;；])\s*(?=[一二三四五六七八九十]+、[\u4e00-\u9fa5])/u)
    .flatMap((part) => part.split(/(?<=。)\s*(?=节假日期间|放假期间)/u))
}

interface Holiday {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly makeUp: readonly string[]
}

function readItem(name: string, words: string, year: number): Holiday | { readonly mistake: string } {
  let from: string | undefined
  let to: string | undefined
  const makeUp: string[] = []
  let count: number | undefined
  for (const sentence of words.split(/[。;；]/u).map((part) => part.trim())) {
    if (sentence === '' || isAdvice(sentence)) continue
    const works = /^(.+?)(?:照常|正常)?(?:上班|补班)$/u.exec(sentence)
    if (works !== null) {
      for (const part of (works[1] ?? '').split(/[、,，和]/u)) {
        const day = readDay(part.trim(), year)
        if (typeof day !== 'string') return day
        makeUp.push(day)
      }
      continue
    }
    // 4月5日放假，4月6日（星期一）补休: the second day belongs to the first.
    for (const part of sentence.split(/[,，]/u).map((one) => one.trim())) {
      if (/^(?:共\s*\d+\s*天|不调休|与周末连休|调休|放假调休)$/u.test(part)) {
        count = Number(/\d+/u.exec(part)?.[0] ?? Number.NaN)
        continue
      }
      const span = readSpan(part, year)
      if ('mistake' in span) return span
      from = from === undefined || span.from < from ? span.from : from
      to = to === undefined || span.to > to ? span.to : to
      if (span.days !== undefined) count = span.days
    }
  }
  if (from === undefined || to === undefined) return { mistake: '没看到放假的日期。' }
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  if (count !== undefined && !Number.isNaN(count) && count !== days)
    return { mistake: `写的是共 ${count} 天，日期算下来是 ${days} 天，请核对。` }
  return { name, from, to, makeUp }
}

/** 鼓励各单位…安排职工在除夕休息 is no day off. */
const isAdvice = (sentence: string) => /^(?:鼓励|提倡|建议|各地可|各单位可)/u.test(sentence)

type Mistake = { readonly mistake: string }

function readSpan(part: string, year: number): { from: string; to: string; days?: number } | Mistake {
  const bare = part.replace(/^(?:其中)?/u, '')
  const found = SPAN.exec(bare)
  if (found === null) return { mistake: `没看懂“${part}”。` }
  const rest = bare.slice(found[0].length).trim()
  const tail = /^(?:放假调休|放假|补休|调休)(?:\s*(?:共)?(\d+)\s*天)?$/u.exec(rest)
  if (tail === null) return { mistake: `没看懂“${rest === '' ? part : rest}”。` }
  const [, y, month, day, note, toYear, toMonth, toDay, toNote] = found
  const from = iso(Number(y ?? year), Number(month), Number(day))
  const to =
    toDay === undefined ? from : iso(Number(toYear ?? y ?? year), Number(toMonth ?? month), Number(toDay))
  const wrong = wrongWeekday(from, note) ?? (toDay === undefined ? undefined : wrongWeekday(to, toNote))
  if (wrong !== undefined) return { mistake: wrong }
  return { from, to, ...(tail[1] === undefined ? {} : { days: Number(tail[1]) }) }
}

function readDay(part: string, year: number): string | Mistake {
  const found = new RegExp(`^${DATE}$`, 'u').exec(part)
  if (found === null) return { mistake: `没看懂“${part}”。` }
  const day = iso(Number(found[1] ?? year), Number(found[2]), Number(found[3]))
  const wrong = wrongWeekday(day, found[4])
  return wrong === undefined ? day : { mistake: wrong }
}

const WEEKDAYS = '日一二三四五六'

/** The weekday in brackets is a check on the date: 1月4日（周日）, （农历除夕、周二）. */
function wrongWeekday(day: string, note: string | undefined): string | undefined {
  const date = new Date(day)
  if (Number.isNaN(date.getTime())) return `没有 ${day} 这一天。`
  const said = /(?:周|星期|礼拜)([日天一二三四五六])/u.exec(note ?? '')?.[1]
  const is = WEEKDAYS[date.getUTCDay()]
  return said === undefined || said.replace('天', '日') === is
    ? undefined
    : `${day} 是周${is}，写的是周${said}，请核对。`
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
