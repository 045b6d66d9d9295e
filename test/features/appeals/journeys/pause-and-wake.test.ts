import { afterAll, beforeAll, expect, test } from 'vitest'
import { history } from './appeals-house.ts'
import { type Moved, openMoved } from './moved-chat.ts'

let moved: Moved
beforeAll(async () => {
  moved = await openMoved()
  await moved.file()
  await moved.dispatch()
})
afterAll(() => moved.chat.close())

test('a unit says why and until when, sees what that means, and everybody hears of it with day and hour', async () => {
  const asked = await moved.say('u-jin', '0001 先挂起')
  expect(asked.get('u-jin')).toMatch(/为什么暂停.*等企业补材料（最长 10 个工作日）/)
  const preview = await moved.say('u-jin', '企业还没补报表，到11月20日')
  expect(preview.get('u-jin')).toMatch(/等企业补材料（企业还没补报表）[\s\S]*到 周五 17:30 自动恢复/)
  expect(await moved.status()).toBe('inProgress')
  const heard = await moved.say('u-jin', '确认')
  expect(await moved.status()).toBe('paused')
  expect(heard.get('u-he')).toMatch(/2026-0001 暂时停下[\s\S]*周五 17:30[\s\S]*材料备齐了/)
  expect(heard.get('u-song')).toContain('金融办暂停：等企业补材料')
  expect(heard.get('u-dian')).toBeUndefined()
})

test('while it is paused nobody is pressed, and staff see the paused time beside the elapsed one', async () => {
  const heard = await moved.until('2026-11-18T18:00:00+08:00')
  expect(heard.get('u-jin')).toBeUndefined()
  const shown = (await moved.say('u-song', '看 0001')).get('u-song')
  expect(shown).toContain('已用 不到 1 小时，另暂停 2 个工作日 6 小时')
  expect(shown).toContain('暂停中：等企业补材料，周五 17:30 自动恢复')
})

test('it wakes by itself at its time, and the deadline has moved on by the paused working time', async () => {
  // Paused on Monday at nine with the deadline on Monday evening a week later: five days less half an hour.
  const heard = await moved.until('2026-11-20T17:30:00+08:00')
  expect(await moved.status()).toBe('inProgress')
  expect((await moved.line())?.dueAt).toBe('2026-11-30T17:00:00+08:00')
  for (const person of ['u-he', 'u-song', 'u-jin'])
    expect(heard.get(person)).toContain('11月30日（周一）17:00')
  const acts = (await history(moved.chat, '2026-0001')).slice(-2)
  expect(acts.map(({ act, role, by }) => [act, role, by])).toEqual([
    ['resume', 'house', null],
    ['changeTerm', 'house', null],
  ])
  expect(acts[1]?.note).toContain('2026年11月30日')
})

test('no pause is longer than its reason allows, and a date that is gone is asked about', async () => {
  const long = await moved.say('u-song', '暂停 0001 双方在协商 到12月31日')
  expect(long.get('u-song')).toMatch(/到 12月4日（周五）17:30 自动恢复[\s\S]*最长 10 个工作日/)
  const gone = await moved.say('u-song', '到11月2日')
  expect(gone.get('u-song')).toMatch(/已经过了/)
  await moved.say('u-song', '算了')
  expect(await moved.status()).toBe('inProgress')
})

test('a reason that is none of the list is asked about, and a court is for staff to say', async () => {
  expect((await moved.say('u-jin', '暂停 0001 最近太忙')).get('u-jin')).toContain('不在暂停的理由里')
  await moved.say('u-jin', '取消')
  expect((await moved.say('u-jin', '暂停 0001 法院已经立案')).get('u-jin')).toContain(
    '只能由工商联工作人员确认',
  )
  expect((await moved.say('u-dian', '暂停 0001 等企业补材料')).get('u-dian')).toMatch(/没有查到|不在您手上/)
  expect((await moved.say('u-he', '暂停 0001 等我补材料')).get('u-he')).toContain('由工商联工作人员')
  expect(await moved.status()).toBe('inProgress')
})

test('before a court it stands until staff say so, who are asked every twenty working days', async () => {
  await moved.say('u-song', '0001 挂起 法院已经立案')
  const told = await moved.say('u-song', '确认')
  expect(told.get('u-he')).toContain('到工作人员恢复为止')
  const asked = await moved.until('2026-12-18T18:00:00+08:00')
  expect(asked.get('u-song')).toMatch(/0001 还停着（进入司法或仲裁程序）/)
  expect(asked.get('u-he')).toBeUndefined()
  expect(await moved.status()).toBe('paused')
  const heard = await moved.say('u-song', '恢复 0001，判决下来了')
  expect(heard.get('u-jin')).toContain('恢复办理，请接着办')
  expect(await moved.status()).toBe('inProgress')
})
