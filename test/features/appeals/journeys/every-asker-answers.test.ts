import { afterAll, beforeAll, expect, test } from 'vitest'
import { history } from './appeals-house.ts'
import { type Moved, openMoved } from './moved-chat.ts'

let moved: Moved
beforeAll(async () => {
  moved = await openMoved()
  await moved.file('u-he', '柳溪镇停电两天了，农机厂干不了活，能不能帮忙协调')
  await moved.file('u-wu', '柳溪镇一直停电，我们铸件厂也停着，能不能帮忙催催')
  await moved.say('u-song', '并单 0002 -> 0001')
  await moved.say('u-song', '确认')
})
afterAll(() => moved.chat.close())

test('whoever was merged into one that is resolved is asked under their own number', async () => {
  expect(await moved.status(1)).toBe('merged')
  const preview = await moved.say('u-song', '0001 办结 变压器已经换好')
  expect(preview.get('u-song')).toContain('共 2 家，各用各的编号')
  const heard = await moved.say('u-song', '确认')
  expect(heard.get('u-he')).toMatch(/您的诉求 2026-0001[\s\S]*变压器已经换好/)
  expect(heard.get('u-wu')).toMatch(/您的诉求 2026-0002[\s\S]*变压器已经换好/)
  expect(heard.get('u-wu')).not.toContain('2026-0001')
})

test('each answer is kept under its own number, and only those who said nothing are asked again', async () => {
  await moved.say('u-wu', '解决了')
  const noted = await moved.say('u-wu', '满意')
  expect(noted.get('u-wu')).toContain('2026-0002 的答复记下了')
  expect(await moved.line(1)).toMatchObject({ status: 'merged', satisfaction: 'satisfied' })
  expect(await moved.line(0)).toMatchObject({ status: 'resolved', satisfaction: null })
  const again = await moved.until('2026-11-19T17:30:00+08:00')
  expect(again.get('u-he')).toContain('再问您一次')
  expect(again.get('u-wu')).toBeUndefined()
})

test('没解决 of one that was merged brings the main one back, and its history says through whom', async () => {
  await moved.say('u-wu', '0002 没解决')
  await moved.say('u-wu', '昨晚又停了一夜')
  expect(await moved.status(0)).toBe('accepted')
  expect(await moved.status(1)).toBe('merged')
  const last = (await history(moved.chat, '2026-0001')).findLast(({ act }) => act === 'reopen')
  expect(last?.note).toBe('并入的 2026-0002 诉求人：昨晚又停了一夜')
})

test('resolved once more, everybody is asked anew', async () => {
  await moved.say('u-song', '0001 办结 线路换了新的')
  const heard = await moved.say('u-song', '确认')
  expect(heard.get('u-wu')).toContain('线路换了新的')
  expect(await moved.line(1)).toMatchObject({ satisfaction: null })
})
