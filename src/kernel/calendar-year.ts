/** The State Council's yearly notice (部分节假日安排的通知) as data: what a year's working calendar is made of. */
import { z } from 'zod'

const Day = z.iso.date({ error: '日期要写成 2027-01-01 这样' })

const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay())

const Holiday = z
  .strictObject({
    name: z.string({ error: '节日要有名称' }).min(1, '节日要有名称'),
    from: Day,
    to: Day,
    makeUp: z
      .array(Day.refine(isWeekend, { error: ({ input }) => `${input} 不是周末，不可能是调休上班的日子` }))
      .default([]),
    /** Of a later notice that changed this one: 2015 the day of victory, 2020 a longer Spring Festival. */
    notice: z.string().min(1).optional(),
  })
  .refine(({ from, to }) => from <= to, '放假的最后一天不能早于第一天')
  .refine(({ from, to }) => daysIn(from, to) <= 15, '一个节日放假超过 15 天，请核对起止日期')

/** A make-up workday is always a weekend day. A notice may reach back into the December before (2019 and 2023 did). */
export const CalendarYear = z
  .strictObject({
    year: z
      .int({ error: '要写明是哪一年，例如 2027' })
      .min(2008, '年份要在 2008 到 2100 之间')
      .max(2100, '年份要在 2008 到 2100 之间'),
    /** 国办发明电〔…〕…号; left out where it is not known for certain, as is the day. */
    notice: z.string().min(1).optional(),
    issuedOn: Day.optional(),
    holidays: z.array(Holiday, { error: '要有一份节日清单 holidays' }).min(1, '一个节日也没有'),
  })
  .superRefine(({ year, holidays }, context) => {
    for (const [n, { name, from, to, makeUp }] of holidays.entries()) {
      const strange = [from, to, ...makeUp].find((day) => !belongsTo(day, year))
      if (strange !== undefined)
        context.addIssue({
          code: 'custom',
          path: ['holidays', n],
          message: `${name}的 ${strange} 不在 ${year} 年`,
        })
      const both = makeUp.find((day) => holidays.some((other) => other.from <= day && day <= other.to))
      if (both !== undefined)
        context.addIssue({ code: 'custom', path: ['holidays', n], message: `${both} 又是放假又是上班` })
    }
  })
export type CalendarYear = z.infer<typeof CalendarYear>

function belongsTo(day: string, year: number): boolean {
  return day.startsWith(`${year}-`) || day.startsWith(`${year - 1}-12-`)
}

const daysIn = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1

/** One sentence for each mistake, with the place it is in: 第 2 个节日（春节）：…. */
export function mistakesIn(error: z.ZodError, given: unknown): readonly string[] {
  return error.issues.map(({ path, message, ...issue }) => {
    const words = issue.code === 'unrecognized_keys' ? `多了不认识的项：${issue.keys.join('、')}` : message
    if (path[0] !== 'holidays' || typeof path[1] !== 'number') return `${words}。`
    const holiday = (given as { holidays?: readonly { name?: unknown }[] }).holidays?.[path[1]]
    const name = typeof holiday?.name === 'string' ? `（${holiday.name}）` : ''
    return `第 ${path[1] + 1} 个节日${name}：${words}。`
  })
}
