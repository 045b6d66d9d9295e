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

const acts = async (number = '2026-0001') => (await history(moved.chat, number)).map(({ act }) => act)

test('what cannot be done is said with its reason, and the asker reads these very words', async () => {
  const asked = await moved.say('u-jin', '0001 办不了')
  expect(asked.get('u-jin')).toContain('为什么办不了')
  const preview = await moved.say('u-jin', '企业征信有逾期，银行系统过不去')
  expect(preview.get('u-jin')).toMatch(/办结方式：无法解决[\s\S]*企业征信有逾期/)
  const heard = await moved.say('u-jin', '确认')
  expect(heard.get('u-he')).toMatch(/结果是办不了[\s\S]*原因：企业征信有逾期，银行系统过不去/)
  expect(await moved.status()).toBe('resolved')
})

test('who does not answer is asked once more after three working days, told when it closes, and it closes', async () => {
  expect((await moved.until('2026-11-19T17:29:00+08:00')).get('u-he')).toBeUndefined()
  const again = await moved.until('2026-11-19T17:30:00+08:00')
  expect(again.get('u-he')).toMatch(/再问您一次[\s\S]*11月25日（周三）17:30 前没有收到/)
  expect((await moved.until('2026-11-25T17:29:00+08:00')).get('u-he')).toBeUndefined()
  const closed = await moved.until('2026-11-25T17:30:00+08:00')
  expect(closed.get('u-he')).toContain('30 天内回“0001 没解决”')
  expect(await moved.line()).toMatchObject({ status: 'closed', satisfaction: null })
})

test('within thirty days the asker brings it back, in words that go to the unit', async () => {
  const offered = await moved.say('u-he', '0001 没解决')
  expect(offered.get('u-he')).toMatch(/还差在哪[\s\S]*不用了/)
  expect(await moved.status()).toBe('closed')
  const heard = await moved.say('u-he', '征信是银行记错的')
  expect(heard.get('u-jin')).toContain('征信是银行记错的')
  expect(await moved.line()).toMatchObject({ status: 'inProgress', resolvedAt: null })
  expect((await acts()).slice(-2)).toEqual(['rate', 'reopen'])
})

test('部分解决 offers to go on, and 不用了 leaves it at that', async () => {
  await moved.say('u-jin', '0001 办结 已解释 征信异议已经受理')
  const asked = await moved.say('u-jin', '确认')
  expect(asked.get('u-he')).toMatch(/金融办答复了[\s\S]*征信异议已经受理/)
  await moved.say('u-he', '部分解决')
  const offered = await moved.say('u-he', '满意')
  expect(offered.get('u-he')).toContain('剩下的要接着办吗')
  await moved.say('u-he', '不用了')
  expect(await moved.line()).toMatchObject({ status: 'closed', satisfaction: 'satisfied' })
  const last = (await history(moved.chat, '2026-0001')).findLast(({ act }) => act === 'rate')
  expect(last?.note).toBe('部分解决，满意')
})

test('staff open it again with a reason, and close it with what they were told on the telephone', async () => {
  expect((await moved.say('u-song', '重办 0001')).get('u-song')).toContain('为什么要重办')
  await moved.say('u-song', '银行又把贷款压下了')
  expect((await moved.say('u-song', '确认')).get('u-jin')).toContain('银行又把贷款压下了')
  expect((await moved.say('u-song', '结案 0001 已解决 回访')).get('u-song')).toContain('还没有办结')
  await moved.say('u-song', '金融办协调后周四放款')
  const resolved = await moved.say('u-song', '确认')
  expect(resolved.get('u-he')).toContain('金融办协调后周四放款')
  const preview = await moved.say('u-song', '归档 0001 电话回访 企业说已解决，满意')
  expect(preview.get('u-song')).toContain('回访结果：解决了，满意')
  await moved.say('u-song', '确认')
  expect(await moved.line()).toMatchObject({ status: 'closed', satisfaction: 'satisfied' })
  expect((await acts()).slice(-2)).toEqual(['rate', 'close'])
})

test('what belongs before a court goes there with its rule and its term, and is taken back where that was wrong', async () => {
  await moved.file('u-wu', '县农机站欠我们货款一直不给，能不能帮忙要回来')
  expect((await moved.say('u-song', '0002 转法院')).get('u-song')).toContain('为什么要转人民法院')
  const preview = await moved.say('u-song', '企业已经起诉，案号都有了')
  expect(preview.get('u-song')).toMatch(/《民事诉讼法》[\s\S]*上诉、申请执行都有期限/)
  const heard = await moved.say('u-song', '确认')
  expect(heard.get('u-wu')).toMatch(/依法由人民法院处理[\s\S]*以裁判文书写明的为准/)
  expect(await moved.status(1)).toBe('referred')
  await moved.say('u-song', '收回 0002 撤诉了')
  await moved.say('u-song', '确认')
  expect(await moved.status(1)).toBe('accepted')
})

test('a change of category or urgency shows the deadlines before it is so, and keeps them in the history', async () => {
  const preview = await moved.say('u-song', '0002 改紧急')
  expect(preview.get('u-song')).toMatch(/改为 拖欠账款，紧急[\s\S]*办结时限：.* 改为 /)
  const heard = await moved.say('u-song', '确认')
  expect(heard.get('u-wu')).toContain('拖欠账款，紧急')
  expect((await acts('2026-0002')).slice(-2)).toEqual(['recategorise', 'changeTerm'])
  expect((await moved.say('u-song', '0002 改为 欠款')).get('u-song')).toContain('不用改')
  expect((await moved.say('u-jin', '0002 改为 融资')).get('u-jin')).not.toContain('确认修改')
})

test('two that wait for an answer are told apart by their numbers', async () => {
  await moved.file('u-he', '厂门口的路塌了大车进不来，能不能帮忙修')
  for (const number of ['0002', '0003']) {
    await moved.say('u-song', `${number} 办结 已经办妥`)
    await moved.say('u-song', '确认')
  }
  await moved.file('u-he', '招不到普工，缺二十个人，能不能帮忙组织招聘')
  await moved.say('u-song', '0004 办结 已列入春季招聘会')
  await moved.say('u-song', '确认')
  await moved.say('u-he', '0003 解决了')
  await moved.say('u-he', '满意')
  expect(await moved.status(2)).toBe('closed')
  expect(await moved.status(3)).toBe('resolved')
})

test('what is open cannot be archived by somebody who is no staff', async () => {
  expect((await moved.say('u-he', '归档 0004')).get('u-he')).not.toContain('确认结案')
  expect((await moved.say('u-shen', '归档 0004')).get('u-shen') ?? '').not.toContain('确认结案')
  expect(await moved.status(3)).toBe('resolved')
})
