import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CAPABILITIES } from '../../src/adapters/platforms/known.ts'
import type { RoadHooks } from '../support/road-feature.ts'
import { chambers, openTown, REED_CHATS, type Town } from './broadcast-town.ts'

// One town for all; its clock goes on, from nine on a Monday, and each test has broadcasts of its own.
let town: Town
const hooks: RoadHooks = {}
beforeAll(async () => {
  town = await openTown({ hooks })
})
beforeEach(() => town.anew())
afterAll(() => town.close())

const places = () => town.broadcast().map(({ to }) => to)
const told = (person: string) => town.told(person)

describe('a broadcast', () => {
  it('goes to every group once, and alone to whoever no group of it reaches', async () => {
    await town.orders({ audience: chambers('tea', 'fish') })
    await town.chooses('fu', 'yes')
    await town.pass(3_000)
    expect(places().sort()).toEqual(['-100', 'u-fish1', 'u-fish2'])
    expect(told('song').at(-1)).toContain('发完了，共 1 个群、2 人的私聊：送达 3')
    const { mailing, tally, recipients } = await town.read()
    expect(mailing).toMatchObject({ state: 'sent', owed: 0, people: 4 })
    expect(tally).toMatchObject({ sent: 3, waiting: 0, failed: 0 })
    expect(recipients.map(({ people }) => people)).toEqual([['tea1', 'tea2'], ['fish1'], ['fish2']])
  })

  it('for one small chamber leaves with one yes, for several only with a second person’s', async () => {
    await town.orders({ audience: chambers('steel') })
    expect(places()).toEqual(['g-steel'])
    await town.orders({ audience: chambers('tea', 'steel'), text: '后天停电' })
    expect(places()).toEqual(['g-steel'])
    await town.chooses('fu', 'no')
    await town.pass(5_000)
    expect(places()).toEqual(['g-steel'])
    expect((await town.read(2)).tally).toMatchObject({ cancelled: 2, sent: 0 })
  })

  it('waiting for its time can still be taken back', async () => {
    const leaves = { kind: 'at', at: '2026-03-02T10:00:00+08:00' } as const
    await town.orders({ audience: chambers('steel'), leaves })
    await town.orders({ audience: chambers('steel'), leaves, text: '停水取消' })
    await town.says('song', `停止通知${town.number()}`)
    expect(told('song').at(-1)).toContain('一处也没有发')
    await town.passTo('2026-03-02T10:05:00+08:00')
    expect(town.broadcast().map(({ text }) => text)).toEqual(['停水取消'])
    expect((await town.read()).tally).toMatchObject({ cancelled: 1, sent: 0 })
  })

  it('respects who refused its topic, also after it was planned, and never loses count of them', async () => {
    const refuse = (code: string) =>
      town.storage.transactions.inOne(town.clock.now(), async (work) =>
        town.storage.refusals.refuse(code, 'activity', work),
      )
    await refuse('fish1')
    await town.orders({ audience: chambers('tea', 'fish'), topic: 'activity' })
    await refuse('fish2')
    await town.chooses('fu', 'yes')
    await town.pass(3_000)
    expect(places()).toEqual(['-100'])
    const { tally, mailing } = await town.read()
    expect(tally).toMatchObject({ sent: 1, cancelled: 1 })
    expect(mailing?.state).toBe('sent')
  })
})

it('of more than a hundred people in one chamber takes a second person', async () => {
  await town.orders({ audience: chambers('reed') })
  expect(places()).toEqual([])
  expect((await town.read()).mailing?.state).toBe('awaitingApproval')
  await town.chooses('fu', 'no')
  expect((await town.read()).mailing?.state).toBe('refused')
})

describe('a broadcast on its way', () => {
  it('is written some hundreds at a time, and reaches everybody once', async () => {
    town.telegram.answers(() => ({ kind: 'transient', why: '忙' }))
    town.stdio.answers(({ mailing }) => (mailing ? { kind: 'transient', why: '忙' } : undefined))
    await town.orders({ audience: chambers('reed') })
    await town.chooses('fu', 'yes')
    await town.pass(1_000)
    const [{ n } = { n: 0 }] = await town.storage.database.$queryRawUnsafe<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM "Letter" WHERE "mailing" = $1',
      `notice:${town.number()}`,
    )
    expect(n).toBeGreaterThan(100)
    expect(n).toBeLessThanOrEqual(222)
    expect((await town.read()).tally).toMatchObject({ waiting: 260 })
    town.telegram.answers(() => undefined)
    town.stdio.answers(() => undefined)
    await town.pass(8_000)
    expect(places().sort()).toEqual(REED_CHATS)
    expect((await town.read()).tally).toMatchObject({ sent: 260, waiting: 0 })
  })

  it('paused sends nothing more, and going on sends the rest, everybody once', async () => {
    // The second platform takes nothing yet: its letters wait in the outbox.
    town.telegram.answers(() => ({ kind: 'transient', why: '忙' }))
    await town.orders({ audience: chambers('reed') })
    await town.chooses('fu', 'yes')
    await town.says('song', `暂停通知${town.number()}`)
    expect(told('song').at(-1)).toContain('已暂停')
    const before = places().length
    town.telegram.answers(() => undefined)
    await town.pass(10_000)
    expect(places()).toHaveLength(before)
    expect((await town.read()).mailing?.state).toBe('paused')
    await town.says('song', `继续发通知${town.number()}`)
    expect(places()).toHaveLength(before)
    await town.chooses('song', 'yes')
    await town.pass(10_000)
    expect(places().sort()).toEqual(REED_CHATS)
    expect((await town.read()).tally).toMatchObject({ sent: 260 })
  })

  it('stopped ends with everybody in one state, also those whose turn had not come', async () => {
    town.telegram.answers(() => ({ kind: 'transient', why: '忙' }))
    await town.orders({ audience: chambers('reed') })
    await town.chooses('fu', 'yes')
    await town.storage.transactions.inOne(town.clock.now(), async (work) => {
      const mailing = await town.storage.mailings.find(`notice:${town.number()}`, work)
      expect(mailing?.owed).toBeGreaterThan(0)
    })
    await town.says('song', `停止通知${town.number()}`)
    town.telegram.answers(() => undefined)
    await town.pass(10_000)
    const { mailing, tally } = await town.read()
    expect(mailing?.state).toBe('stopped')
    expect(mailing?.settledAt).toBeDefined()
    expect(tally).toMatchObject({ waiting: 0, sending: 0, sent: places().length })
    expect((tally?.sent ?? 0) + (tally?.cancelled ?? 0) + (tally?.failed ?? 0)).toBe(260)
    expect(new Set(places()).size).toBe(places().length)
  })

  it('is held back in the middle when its owner says so, and the preparer hears why', async () => {
    let may: true | string = true
    hooks.mayLeave = async () => may
    town.telegram.answers(() => ({ kind: 'transient', why: '忙' }))
    await town.orders({ audience: chambers('reed') })
    await town.chooses('fu', 'yes')
    may = '备案到期了。'
    await town.pass(5_000)
    expect(told('song').join()).toContain('备案到期了')
    expect((await town.read()).mailing).toMatchObject({ state: 'stopped', owed: 0 })
  })
})

it('leaves at no moment at which its owner says no: neither by a yes nor by the clock', async () => {
  let may: true | string = '还缺证书。'
  hooks.mayLeave = async () => may
  await town.orders({ audience: chambers('steel') })
  await town.orders({ audience: chambers('tea', 'steel') })
  await town.chooses('fu', 'yes')
  expect(told('fu').at(-1)).toContain('还缺证书')
  may = true
  const inAnHour = new Date(town.clock.now().getTime() + 3_600_000).toISOString()
  await town.orders({ audience: chambers('steel'), leaves: { kind: 'at', at: inAnHour } })
  may = '还缺证书。'
  await town.pass(3_600_000 + 5_000)
  expect(places()).toEqual([])
  expect(told('song').at(-1)).toContain('还缺证书')
  expect((await town.read(3)).mailing?.state).toBe('withdrawn')
})

describe('what becomes of chats meanwhile', () => {
  it('a group that got another number while it waited gets it there', async () => {
    await town.orders({ audience: chambers('tea', 'steel') })
    await town.telegram.in('-100').as('-100').hand({ kind: 'chat-migrated', to: '-200' })
    await town.settle()
    await town.chooses('fu', 'yes')
    await town.pass(3_000)
    expect(places().sort()).toEqual(['-200', 'g-steel'])
  })

  it('a letter that the gate withholds when its turn comes counts as failed, with the reason', async () => {
    await town.orders({ audience: chambers('tea', 'steel'), text: '身份证号 110101199003070038 请来领表' })
    await town.chooses('fu', 'yes')
    await town.pass(3_000)
    expect(places()).toEqual([])
    expect((await town.read()).tally).toMatchObject({ failed: 2, sent: 0 })
    expect(told('song').at(-1)).toContain('内容检查没有放行')
  })
})

describe('a broadcast in the night', () => {
  it('waits for the morning, says so, and then leaves by itself', async () => {
    await town.passTo('2026-03-02T22:00:00+08:00')
    await town.orders({ audience: chambers('steel') })
    expect(told('song').at(-1)).toMatch(/定在 .*08:00 发出/u)
    expect((await town.read()).mailing?.state).toBe('scheduled')
    await town.passTo('2026-03-03T07:00:00+08:00')
    expect(places()).toEqual([])
    await town.passTo('2026-03-03T09:00:00+08:00')
    expect(places()).toEqual(['g-steel'])
    expect((await town.read()).mailing?.state).toBe('sent')
  })

  it('that began before it rests where it is, and goes on in the morning, everybody once', async () => {
    await town.passTo('2026-03-03T20:59:58+08:00')
    town.telegram.answers(() => ({ kind: 'transient', why: '忙' }))
    await town.orders({ audience: chambers('reed') })
    await town.chooses('fu', 'yes')
    await town.passTo('2026-03-03T21:30:00+08:00')
    town.telegram.answers(() => undefined)
    const before = places().length
    expect(before).toBeLessThan(260)
    await town.passTo('2026-03-04T07:30:00+08:00')
    expect(places()).toHaveLength(before)
    expect((await town.read()).mailing?.state).toBe('sending')
    await town.passTo('2026-03-04T09:00:00+08:00')
    expect(places().sort()).toEqual(REED_CHATS)
    expect((await town.read()).tally).toMatchObject({ sent: 260, waiting: 0 })
  })

  it('told to go on waits for the morning all the same, and says so', async () => {
    await town.passTo('2026-03-04T20:30:00+08:00')
    town.telegram.answers(() => ({ kind: 'transient', why: '忙' }))
    await town.orders({ audience: chambers('reed') })
    await town.chooses('fu', 'yes')
    await town.says('song', `暂停通知${town.number()}`)
    town.telegram.answers(() => undefined)
    await town.passTo('2026-03-04T22:00:00+08:00')
    const before = places().length
    await town.says('song', `继续发通知${town.number()}`)
    await town.chooses('song', 'yes')
    expect(told('song').at(-1)).toMatch(/已恢复.*08:00接着发/u)
    await town.passTo('2026-03-05T07:30:00+08:00')
    expect(places()).toHaveLength(before)
    await town.passTo('2026-03-05T09:00:00+08:00')
    expect(places().sort()).toEqual(REED_CHATS)
  })

  it('leaves where it is urgent', async () => {
    await town.passTo('2026-03-05T22:00:00+08:00')
    await town.orders({ audience: chambers('steel'), because: '台风' })
    expect(places()).toEqual(['g-steel'])
  })
})

it('nobody is written to in vain who never opened the private chat, and they are not counted as reached', async () => {
  const closed = await openTown({ capabilitiesOf: (platform) => CAPABILITIES[platform] })
  await closed.orders({ audience: chambers('fish') })
  await closed.pass(3_000)
  expect(closed.broadcast().map(({ to }) => to)).toEqual(['u-fish2'])
  expect((await closed.read()).mailing).toMatchObject({ state: 'sent', people: 1 })
  await closed.close()
})
