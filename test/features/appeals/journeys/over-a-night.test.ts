import { expect, test } from 'vitest'
import { openChat } from '../../../support/chat.ts'
import { ledger } from './appeals-house.ts'

test('half-filled drafts survive a restart and a night, and what comes in the morning goes to the right one', async () => {
  const evening = await openChat({ now: '2026-03-02T21:50:00+08:00' })
  evening.as('u-he').says('跟你们说两件事，一是柳溪镇那座桥限高，收割机过不去，二是想贷80万买钢材')
  await evening.settle()
  evening.as('u-wu').says('我要反映个问题')
  await evening.settle()
  expect(await ledger(evening)).toHaveLength(0)

  const morning = await openChat({ after: await evening.leave(), now: '2026-03-03T08:10:00+08:00' })
  try {
    morning.as('u-he').says('桥那个限高杆的牌子我看了，写的是两米二')
    await morning.settle()
    expect(morning.last('u-he')?.text).toContain('写的是两米二')
    expect(morning.last('u-he')?.text).toContain('交通物流')
    morning.as('u-wu').says('车间的天然气压力一早就上不来，退火炉开不了')
    await morning.settle()
    expect(morning.last('u-wu')?.text).toContain('水电气')
    for (const person of ['u-he', 'u-he', 'u-wu']) {
      morning.as(person).says('确认')
      await morning.settle()
    }
    const filed = await ledger(morning)
    expect(filed.map(({ category }) => category).sort()).toEqual(['financing', 'logistics', 'utilities'])
    expect(filed.find(({ category }) => category === 'logistics')?.text).toContain('两米二')
    expect(filed.find(({ category }) => category === 'financing')?.text).not.toContain('两米二')
  } finally {
    await morning.close()
  }
})
