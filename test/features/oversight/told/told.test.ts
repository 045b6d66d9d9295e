import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat({ now: '2026-03-04T09:00:00+08:00' })
})
afterAll(() => chat.close())

const say = async (person: string, ...lines: readonly string[]): Promise<string> => {
  for (const line of lines) {
    chat.as(person).says(line)
    await chat.settle()
  }
  return chat.last(person)?.text ?? ''
}
/** Lets time pass; gives what came to each meanwhile. */
async function until(to: string): Promise<(person: string) => readonly string[]> {
  chat.news()
  await chat.advanceTo(to)
  const fresh = chat.news()
  return (person) => fresh.filter((line) => line.to.id === person).map(({ text }) => text)
}

it('tells in the morning what was new, with codes that open it, and those without news nothing', async () => {
  await say('u-he', '我们一笔流动资金贷款下个月到期，银行说不给续了，请帮忙协调', '确认提交')
  await say('u-song', '派单 0001 金融办 1个工作日', '确认派单')
  await say('u-jin', '0001 进展 已联系企业，正在核对材料', '确认')
  const came = await until('2026-03-05T08:00:00+08:00')
  const [digest = '', ...others] = came('u-jiang')
  expect(others).toEqual([])
  expect(digest).toMatch(/^早报 3月5日（周四）：3月4日的情况\n新增 1 件（明细\d+）\n截至今天 08:00；/u)
  expect(digest).toContain('范围：您包联的 1 家商会、2 家企业')
  expect(digest).toContain('早报改到7点半')
  expect(came('u-bai')).toEqual([])
  expect(await say('u-jiang', /明细\d+/u.exec(digest)?.[0] ?? '')).toContain('2026-0001')
  expect(await say('u-jiang', '第一件详细说说')).toMatch(/^2026-0001 天禾农机/u)
})

it('tells what fell overdue since, once, and is silent while nothing changes', async () => {
  const friday = (await until('2026-03-06T08:00:00+08:00'))('u-jiang').join('\n')
  expect(friday).toMatch(/3月5日的情况\n超期 1 件，其中新超期 1 件（明细\d+）/u)
  expect(friday).not.toContain('新增')
  expect(friday).not.toContain('早报改到')
  const monday = await until('2026-03-09T08:00:00+08:00')
  expect(monday('u-jiang').filter((text) => text.startsWith('早报'))).toEqual([])
})

it('a new deadline that passes as well is told to the leader at once, and not again by the ladder', async () => {
  await say('u-song', '改时限 0001 2个工作日 企业补材料', '确认')
  const late = (await until('2026-03-11T17:30:00+08:00'))('u-jiang').filter(
    (text) => !text.startsWith('早报'),
  )
  expect(late).toHaveLength(1)
  expect(late[0]).toContain('换过期限后再次超期')
  const later = (await until('2026-03-17T18:00:00+08:00'))('u-jiang')
  expect(later.filter((text) => text.startsWith('超期提醒'))).toEqual([])
})

it('comes at the hour that was wished, or not at all', async () => {
  expect(await say('u-jiang', '早报改到7点半')).toBe(
    '好的，早报改到工作日 7:30，下一次周三 07:30。没有变化的那天不发。',
  )
  await say('u-wu', '厂里缺二十个焊工，招不到人，请帮忙协调', '确认提交')
  const at = await until('2026-03-18T07:30:00+08:00')
  expect(at('u-jiang')[0]).toMatch(/^早报 3月18日（周三）：3月17日的情况\n新增 1 件/u)
  expect(await say('u-jiang', '今天的早报')).toBe(at('u-jiang')[0])
  expect(await say('u-jiang', '不要早报了')).toContain('不再发')
  await say('u-he', '厂门口的路一直限高，大货车进不来，原料运不进厂，请帮忙协调解决', '确认提交')
  const off = await until('2026-03-20T12:00:00+08:00')
  expect(off('u-jiang').filter((text) => text.startsWith('早报'))).toEqual([])
  expect(await say('u-jiang', '恢复早报')).toContain('工作日 7:30 发，下一次3月23日（周一）07:30')
})

it('what is critical is told at once, also at night, and once', async () => {
  await until('2026-03-20T23:00:00+08:00')
  chat.news()
  await say('u-wu', '厂里锅炉爆炸了，有人受伤，快来人')
  const told = chat.news().filter(({ to }) => to.id === 'u-jiang')
  expect(told.map(({ text }) => text.split('\n')[0])).toEqual([
    expect.stringMatching(/^特急提醒：2026-\d{4}（.*五峰铸件.*还没派单）$/u),
  ])
  await say('u-wu', '现在火还没灭，又有一个人受伤')
  expect(chat.news().filter(({ to, text }) => to.id === 'u-jiang' && text.startsWith('特急'))).toEqual([])
})

it('of a sealed one among too few firms a leader is told nothing', async () => {
  await say('u-lu', '车间起火了，快来人，千万别说是我们厂反映的')
  const critical = chat.all().filter(({ text }) => text.startsWith('新诉求') && text.includes('特急'))
  expect(critical.length).toBeGreaterThan(2)
  expect(chat.to('u-bai')).toEqual([])
})

it('who says that it is not solved is told of, with what else came back', async () => {
  await until('2026-03-23T09:00:00+08:00')
  await say('u-song', '派单 0001 金融办 3个工作日', '确认派单')
  await say('u-jin', '0001 已办结 银行同意续贷', '确认')
  await say('u-he', '没解决，不满意')
  await say('u-jiang', '0001 请金融办三天内回我', '确认')
  await say('u-jin', 'J-0001 已办 银行同意续贷了', '确认')
  const digest = (await until('2026-03-24T07:30:00+08:00'))('u-jiang').find((text) => text.startsWith('早报'))
  const code = /不满意或没解决 1 件（(明细\d+-\d)）/u.exec(digest ?? '')?.[1] ?? ''
  expect(digest).toContain('您批示的有回音 1 件：J-0001')
  expect(await say('u-jiang', code)).toContain('2026-0001')
})
