import { afterAll, beforeAll, expect, test } from 'vitest'
import { history } from './appeals-house.ts'
import { type Moved, openMoved } from './moved-chat.ts'

let moved: Moved
beforeAll(async () => {
  moved = await openMoved()
  await moved.file()
})
afterAll(() => moved.chat.close())

test('what was sent back three times is on the list for a meeting', async () => {
  for (let time = 0; time < 3; time++) {
    await moved.say('u-song', '派单 0001 金融办 5天')
    await moved.say('u-song', '确认')
    await moved.say('u-jin', '退回 0001 不归我们管')
    await moved.say('u-jin', '确认')
  }
  const list = (await moved.say('u-song', '待上会')).get('u-song')
  expect(list).toMatch(/待上会：1 件[\s\S]*2026-0001 融资，一般，退单 3 次/)
  expect((await moved.say('u-he', '待上会')).get('u-he')).not.toContain('2026-0001 融资')
})

test('a meeting is prepared in one line, seen in full, and whoever can be told is told', async () => {
  const preview = await moved.say('u-song', '协调会 0001 11月25日15:00 金融办、中行、天禾农机')
  expect(preview.get('u-song')).toMatch(/会通知：金融办、天禾农机有限公司[\s\S]*电话通知：中行/)
  const changed = await moved.say('u-song', '地点三楼会议室')
  expect(changed.get('u-song')).toContain('地点：三楼会议室')
  const heard = await moved.say('u-song', '确认')
  expect(heard.get('u-song')).toContain('XT-2026-001')
  expect(heard.get('u-jin')).toMatch(/11月25日（周三）15:00，地点 三楼会议室[\s\S]*续贷/)
  expect(heard.get('u-he')).toContain('议的是您反映的 2026-0001')
  expect((await moved.say('u-song', '协调会')).get('u-song')).toContain(
    'XT-2026-001 11月25日（周三）15:00，议 0001',
  )
})

test('a meeting without hour or guests is asked about, one in the past is refused', async () => {
  expect((await moved.say('u-song', '协调会 0001 11月26日')).get('u-song')).toContain('几点开')
  expect((await moved.say('u-song', '15:00')).get('u-song')).toContain('请谁参加')
  await moved.say('u-song', '取消')
  expect((await moved.say('u-song', '协调会 0001 11月2日15:00 金融办')).get('u-song')).toContain('已经过了')
  await moved.say('u-song', '取消')
  expect((await moved.say('u-jin', '协调会 0001 11月26日15:00 金融办')).get('u-jin') ?? '').not.toContain(
    '请核对',
  )
})

test('minutes are read back with whose each decision is, corrected, and become tasks', async () => {
  await moved.until('2026-11-25T16:30:00+08:00')
  const preview = await moved.say(
    'u-song',
    '会议纪要 参会：金融办、中行。1. 中行周五前放款（王经理）；2. 金融办三日内回告',
  )
  expect(preview.get('u-song')).toMatch(
    /XT-2026-001（0001）[\s\S]*交给宋敏盯办[\s\S]*交给金融办，11月30日（周一）17:30 前/,
  )
  const changed = await moved.say('u-song', '第1条 改成 中行下周三前放款（王经理）')
  expect(changed.get('u-song')).toContain('12月2日（周三）17:30 前')
  const heard = await moved.say('u-song', '确认')
  expect(heard.get('u-song')).toContain('2 项任务')
  expect(heard.get('u-jin')).toMatch(/J-0002[\s\S]*金融办三日内回告/)
  expect(heard.get('u-he')).toContain('议定 2 件事')
  const meets = (await history(moved.chat, '2026-0001')).filter(({ act }) => act === 'meet')
  expect(meets.map(({ note }) => note)).toEqual([
    'XT-2026-001 定于 2026年11月25日（周三）15:00',
    'XT-2026-001 议定：1. 中行下周三前放款（王经理）；2. 金融办三日内回告',
  ])
  expect((await moved.say('u-song', '待上会')).get('u-song')).toContain('一件也没有')
})

test('the same minutes are not taken twice, and some may be dictated without a meeting that was called', async () => {
  expect((await moved.say('u-song', '会议纪要 XT-2026-001 1. 再议')).get('u-song')).toContain('已经记过了')
  expect((await moved.say('u-song', '会议纪要 0001')).get('u-song')).toContain('逐条发给我')
  const preview = await moved.say('u-song', '供电公司周五前出方案')
  expect(preview.get('u-song')).toMatch(/1\. 供电公司周五前出方案[\s\S]*交给供电公司/)
  expect((await moved.say('u-song', '确认')).get('u-song')).toContain('XT-2026-002')
})
