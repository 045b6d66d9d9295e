import { afterEach, beforeEach, expect, test } from 'vitest'
import { CalendarYear } from '../../../../src/kernel/calendar-year.ts'
import { type Chat, openChat } from '../../../support/chat.ts'
import { history, ledger } from './appeals-house.ts'

/** Invented days in the manner of a notice: those of 2027 are not known here. */
const NOTICE = `一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕、周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`

let chat: Chat
beforeEach(async () => {
  chat = await openChat({ now: '2026-12-31T15:00:00+08:00' })
})
afterEach(() => chat.close())

async function says(who: string, ...lines: string[]): Promise<void> {
  for (const line of lines) {
    chat.as(who).says(line)
    await chat.settle()
  }
}
const files = () => says('u-he', '农行的续贷一直不放款，能不能帮忙协调', '确认提交')
const dueAt = async (n = 0) => (await ledger(chat))[n]?.dueAt

test('a notice pasted in chat is shown day by day, and loaded with a yes; who waited is told their day and hour', async () => {
  await files()
  expect(chat.last('u-he')?.text).toContain('答复时间由他们告诉您')
  expect(await dueAt()).toBeNull()
  expect(chat.last('u-song')?.text).toMatch(/没有 2027 年的工作日历，时限算不出来。[\s\S]*calendar add/u)
  await says('u-song', `工作日历 2027\n${NOTICE}`)
  expect(chat.last('u-song')?.text).toMatch(
    /春节：2月5日至11日放假；1月31日、2月20日上班[\s\S]*会重新计算 1 件：1 件原来时限未定/u,
  )
  expect(await dueAt()).toBeNull()
  await says('u-song', '确认')
  expect(await dueAt()).toBe('2027-01-04T17:30:00+08:00')
  expect(chat.last('u-he')?.text).toBe(
    '您的诉求 2026-0001 的时限定下来了：2027年1月4日（周一）17:30 前，工作人员答复您由谁办、怎么办。',
  )
  expect(chat.last('u-song')?.text).toContain('2027 年工作日历已加载')
  expect(chat.last('u-ren')?.text).toContain('2027 年工作日历已加载')
  expect((await history(chat, '2026-0001')).at(-1)).toMatchObject({
    act: 'changeTerm',
    note: '时限由 未定 改为 2027年1月4日（周一）17:30（2027 年工作日历已加载）',
  })
  await files()
  expect(await dueAt(1)).toBe('2027-01-04T17:30:00+08:00')
})

test('a unit that was given days without a date is told the date they end on', async () => {
  await files()
  await says('u-song', '派单 0001 金融办 5天')
  expect(chat.last('u-song')?.text).toContain('没有 2027 年的工作日历，算不出具体日期')
  await says('u-song', '确认派单', `工作日历 2027\n${NOTICE}`, '确认加载')
  expect(await dueAt()).toBe('2027-01-08T17:30:00+08:00')
  expect(chat.last('u-jin')?.text).toContain('请在 2027年1月8日（周五）17:30 前办结')
  expect(chat.last('u-he')?.text).toContain('2027年1月8日（周五）17:30 前办结')
})

test('the year alone asks for the notice; what is not understood is listed and nothing is loaded', async () => {
  await says('u-song', '工作日历 2027')
  expect(chat.last('u-song')?.text).toContain('正文贴给我')
  await says('u-song', NOTICE.replace('共7天。1月31日', '共8天。1月31日'))
  expect(chat.last('u-song')?.text).toContain('写的是共 8 天，日期算下来是 7 天')
  await says('u-song', NOTICE)
  expect(chat.last('u-song')?.choices?.map(({ id }) => id)).toEqual(['yes', 'no'])
  await says('u-song', '不加载')
  await says('u-song', '工作日历')
  expect(chat.last('u-song')?.text).toContain('工作日历有 2014–2026 年。')
})

test('the notice pasted with its title is the one that was asked for, and what is no notice is not read as one', async () => {
  await says('u-song', '工作日历 2027', '3月7日谁分包天禾农机')
  expect(chat.last('u-song')?.text).not.toContain('没看懂这一行')
  await says('u-song', `国务院办公厅关于2027年部分节假日安排的通知\n${NOTICE}`)
  expect(chat.last('u-song')?.choices?.map(({ id }) => id)).toEqual(['yes', 'no'])
  await says('u-song', '确认')
  expect(chat.last('u-song')?.text).toContain('2027 年工作日历已加载')
})

test('a member does not load a calendar', async () => {
  await says('u-he', `工作日历 2027\n${NOTICE}`)
  expect(chat.last('u-he')?.choices ?? []).not.toContainEqual({ id: 'yes', label: '确认加载' })
})

test('another process that loaded it is heard of without a restart, and a corrected notice moves known deadlines once', async () => {
  await files()
  const year = (holidays: object[]) => CalendarYear.parse({ year: 2027, holidays })
  const first = { name: '元旦', from: '2027-01-01', to: '2027-01-03' }
  const save = (data: CalendarYear) =>
    chat.house.storage.transactions.inOne(chat.house.clock.now(), (work) =>
      chat.house.storage.calendarYears.save(data, 'command-line', work),
    )
  await save(year([first]))
  await says('u-lu', '你好')
  await chat.settle()
  expect(await dueAt()).toBe('2027-01-04T17:30:00+08:00')
  await says(
    'u-song',
    `工作日历 2027\n${NOTICE.replace('1月1日（周五）至3日（周日）放假，共3天', '1月1日（周五）至4日（周一）放假，共4天')}`,
  )
  expect(chat.last('u-song')?.text).toMatch(/已经有一份[\s\S]*1 件时限有变/u)
  await says('u-song', '确认加载')
  expect(await dueAt()).toBe('2027-01-05T17:30:00+08:00')
  await says('u-lu', '你好')
  expect(await dueAt()).toBe('2027-01-05T17:30:00+08:00')
  expect((await history(chat, '2026-0001')).filter(({ act }) => act === 'changeTerm')).toHaveLength(2)
})
