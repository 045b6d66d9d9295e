import { describe, expect, it } from 'vitest'
import { readNotice } from '../../../../src/features/appeals/terms/read-notice.ts'
import { BUNDLED_YEARS } from '../../../../src/kernel/bundled-calendars.ts'
import type { CalendarYear } from '../../../../src/kernel/calendar-year.ts'
import { NOTICES } from './notices.ts'

/** Days off and worked, whatever the weekend beside them adds. */
function daysOf({ holidays }: Pick<CalendarYear, 'holidays'>) {
  const off = holidays.flatMap(({ from, to }) => {
    const days: string[] = []
    for (let day = new Date(from); day <= new Date(to); day = new Date(day.getTime() + 86_400_000))
      if (![0, 6].includes(day.getUTCDay())) days.push(day.toISOString().slice(0, 10))
    return days
  })
  return { off: off.sort(), worked: holidays.flatMap(({ makeUp }) => makeUp).sort() }
}

function read(text: string, year?: number): CalendarYear {
  const found = readNotice(text, year)
  if ('mistakes' in found) throw new Error(found.mistakes.join(' '))
  return found.year
}
const mistakes = (text: string, year?: number) => {
  const found = readNotice(text, year)
  return 'mistakes' in found ? found.mistakes.join('\n') : 'none'
}

const LATEST = NOTICES[2026] as string

describe('the text of a notice', () => {
  it.each(Object.entries(NOTICES))('of %s gives the days of the bundled calendar', (year, text) => {
    const bundled = BUNDLED_YEARS.find((one) => one.year === Number(year))
    expect(daysOf(read(text, Number(year)))).toEqual(daysOf(bundled as CalendarYear))
  })

  it('gives its year, number and day where the whole of it was pasted', () => {
    const whole = `国务院办公厅关于2026年\n部分节假日安排的通知\n国办发明电〔2025〕7号\n各省、自治区、直辖市人民政府，国务院各部委、各直属机构：\n　　经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。\n${LATEST}\n节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。\n国务院办公厅\n2025年11月4日\n（此件公开发布）`
    expect(read(whole)).toMatchObject({ year: 2026, notice: '国办发明电〔2025〕7号', issuedOn: '2025-11-04' })
    expect(daysOf(read(whole))).toEqual(daysOf(read(LATEST, 2026)))
  })

  it('is read without its line breaks and with half-width signs', () => {
    const flat = LATEST.replaceAll('\n', '').replaceAll('（', '(').replaceAll('）', ')').replaceAll('：', ':')
    expect(daysOf(read(flat, 2026))).toEqual(daysOf(read(LATEST, 2026)))
  })

  it.each([
    [
      'a weekday that is not that day’s',
      ['1月4日（周日）上班', '1月4日（周一）上班'],
      '2026-01-04 是周日，写的是周一',
    ],
    ['a count that does not fit', ['共9天', '共8天'], '写的是共 8 天，日期算下来是 9 天'],
    [
      'a make-up day in the middle of the week',
      ['2月28日（周六）上班', '2月26日上班'],
      '2026-02-26 不是周末',
    ],
    ['words it has never met', ['放假，共3天。\n四', '酌情放假，共3天。\n四'], '没看懂“酌情放假”'],
    ['a day that does not exist', ['9月20日（周日）', '9月31日'], '9'],
    ['a line about something else', ['四、劳动节', '全体干部值班表另发\n四、劳动节'], '没看懂这一行'],
  ])('is refused for %s', (_, [from = '', to = ''], why) => {
    expect(mistakes(LATEST.replace(from, to), 2026)).toContain(why)
  })

  it('is refused where the year is not said, another one, or half of it is missing', () => {
    expect(mistakes(LATEST)).toContain('没有看到是哪一年')
    expect(mistakes(`国务院办公厅关于2026年部分节假日安排的通知\n${LATEST}`, 2027)).toContain(
      '您说的是 2027 年',
    )
    expect(mistakes(LATEST.split('\n').slice(0, 3).join('\n'), 2026)).toContain('只看到 3 个节日')
  })

  it('takes no advice for a day off', () => {
    const text = NOTICES[2024] as string
    expect(text).toContain('鼓励')
    expect(daysOf(read(text, 2024)).off).not.toContain('2024-02-09')
  })
})
