import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Chat, openChat } from '../../../support/chat.ts'
import { SMALL_COUNTY } from '../../../support/small-county.ts'
import { history } from './appeals-house.ts'

/** The small county with a head of its finance office and a leader for its machinery chamber. */
const COUNTY = {
  ...SMALL_COUNTY,
  units: SMALL_COUNTY.units.map((unit) => (unit.code === 'finance' ? { ...unit, head: 'tou' } : unit)),
  people: [
    ...SMALL_COUNTY.people,
    {
      code: 'tou',
      name: '陶主任',
      roles: ['handler'],
      unit: 'finance',
      accounts: [{ platform: 'stdio', id: 'u-tou' }],
    },
  ],
}

let chat: Chat
const reminders = (id: string) => chat.to(id).filter(({ text }) => /到期提醒|超期提醒|时限提醒/u.test(text))

async function says(who: string, ...lines: string[]): Promise<void> {
  for (const line of lines) {
    chat.as(who).says(line)
    await chat.settle()
  }
}

async function dispatched(days = '3天'): Promise<void> {
  await says('u-he', '农行的续贷一直不放款，能不能帮忙协调', '确认提交')
  await says('u-song', `派单 0001 金融办 ${days}`, '确认派单')
}

describe('a matter that nobody works on', () => {
  beforeAll(async () => {
    chat = await openChat({ roster: COUNTY })
    await dispatched()
  })
  afterAll(() => chat.close())

  test('its handlers are reminded on the morning of the day it is due, not before', async () => {
    await chat.advanceTo('2026-03-05T08:29:00+08:00')
    expect(reminders('u-jin')).toEqual([])
    await chat.advanceTo('2026-03-05T08:31:00+08:00')
    expect(reminders('u-jin')).toHaveLength(1)
    expect(chat.last('u-jin')).toMatchObject({ choices: [{ id: 'seen', label: '知道了' }] })
    expect(chat.last('u-jin')?.text).toMatch(/到期提醒：2026-0001[\s\S]*今天 17:30 到期/u)
    expect(chat.last('u-song')?.text).not.toContain('到期提醒')
  })

  test('the unit’s head hears of it when it is late, then staff, then the leader, each once', async () => {
    await chat.advanceTo('2026-03-05T17:31:00+08:00')
    expect(reminders('u-tou').at(-1)?.text).toContain('超期提醒：2026-0001')
    expect(reminders('u-song')).toEqual([])
    await chat.advanceTo('2026-03-06T17:31:00+08:00')
    expect(reminders('u-song').at(-1)?.text).toMatch(/金融办承办[\s\S]*已超期 1 个工作日/u)
    expect(reminders('u-jiang')).toEqual([])
    await chat.advanceTo('2026-03-10T17:29:00+08:00')
    expect(reminders('u-jiang')).toEqual([])
    await chat.advanceTo('2026-03-10T17:31:00+08:00')
    expect(reminders('u-jiang').at(-1)?.text).toContain('已超期 3 个工作日')
    const before = chat.all().length
    await chat.advanceTo('2026-03-20T17:31:00+08:00')
    expect(
      chat
        .all()
        .slice(before)
        .filter(({ text }) => text.includes('提醒')),
    ).toEqual([])
    for (const [who, times] of [
      ['u-jin', 1],
      ['u-tou', 2],
      ['u-song', 1],
      ['u-jiang', 1],
    ] as const)
      expect(reminders(who), who).toHaveLength(times)
  })

  test('what was told stands in its history', async () => {
    const nudges = (await history(chat, '2026-0001')).filter(({ act }) => act === 'nudge')
    expect(nudges.map(({ note }) => note)).toEqual([
      '快到期，提醒承办人',
      '超期，告知单位负责人',
      '超期，告知工作人员',
      '超期，告知分包领导',
    ])
  })
})

describe('the ladder ends', () => {
  beforeEach(async () => {
    chat = await openChat({ roster: COUNTY })
    await dispatched()
    await chat.advanceTo('2026-03-05T17:31:00+08:00')
    expect(reminders('u-tou').at(-1)?.text).toContain('超期提醒')
  })
  afterEach(() => chat.close())

  const staysQuiet = async () => {
    const before = [...reminders('u-song'), ...reminders('u-jiang')].length
    await chat.advanceTo('2026-03-16T17:31:00+08:00')
    expect([...reminders('u-song'), ...reminders('u-jiang')].length).toBe(before)
  }

  test('with the head’s 知道了', async () => {
    chat.as('u-tou').chooses('seen', chat.last('u-tou')?.id)
    await chat.settle()
    expect(chat.to('u-tou').some(({ text }) => text.includes('记为您已看过'))).toBe(true)
    await staysQuiet()
  })

  test('with the head looking at it', async () => {
    await says('u-tou', '看 0001')
    await staysQuiet()
  })

  test('with any answer, and what no rule took up is not said to be passed on', async () => {
    await says('u-tou', '省行那边说还要再等等')
    expect(chat.to('u-tou').some(({ text }) => text.includes('没有记到诉求里'))).toBe(true)
    await staysQuiet()
  })

  test('when it is resolved', async () => {
    await says('u-jin', '0001 已办结 城关支行周三放款', '确认办结')
    await staysQuiet()
  })

  test('when the asker withdraws it', async () => {
    await says('u-he', '撤回 0001', '是')
    await staysQuiet()
  })

  test('and begins anew with another deadline', async () => {
    chat.as('u-tou').chooses('seen', chat.last('u-tou')?.id)
    await chat.settle()
    await says('u-song', '改时限 0001 2天 企业补材料', '确认改时限')
    expect(chat.last('u-he')?.text).toMatch(/办结时限改为 3月9日（周一）17:30。原因：企业补材料/u)
    await chat.advanceTo('2026-03-09T17:31:00+08:00')
    expect(reminders('u-tou').at(-1)?.text).toContain('今天 17:30 到期，已超期')
    await chat.advanceTo('2026-03-10T17:31:00+08:00')
    expect(reminders('u-song')).toHaveLength(1)
  })
})

describe('what nobody took up', () => {
  beforeEach(async () => {
    chat = await openChat({ roster: COUNTY })
  })
  afterEach(() => chat.close())

  test('is staff’s own to answer for, and the leader’s after them', async () => {
    await says('u-he', '农行的续贷一直不放款，能不能帮忙协调', '确认提交')
    await chat.advanceTo('2026-03-03T08:31:00+08:00')
    expect(reminders('u-song').at(-1)?.text).toMatch(/还没派单[\s\S]*今天 17:30 到期，还没有人联系诉求人/u)
    await chat.advanceTo('2026-03-03T17:31:00+08:00')
    expect(reminders('u-song')).toHaveLength(2)
    await chat.advanceTo('2026-03-06T17:31:00+08:00')
    expect(reminders('u-jiang')).toHaveLength(1)
    expect(reminders('u-jin')).toEqual([])
    // What is gone on with is the number told before, not the reminder; and a leader reports no progress.
    await says('u-jiang', '我包的企业还有几件没办完', '继续')
    expect(chat.last('u-jiang')?.text).toMatch(/^已经列完了/u)
    await says('u-jiang', '那个谁谁谁呗')
    expect(chat.last('u-jiang')?.text).not.toContain('进展 做了什么')
  })

  test('a critical one is not held back by the night', async () => {
    await chat.advanceTo('2026-03-02T22:10:00+08:00')
    await says('u-wu', '车间着火了，有人被困')
    await chat.advanceTo('2026-03-02T22:51:00+08:00')
    expect(reminders('u-song').at(-1)?.text).toContain('到期')
    await chat.advanceTo('2026-03-02T23:41:00+08:00')
    expect(reminders('u-jiang').at(-1)?.text).toContain('超期')
  })

  test('a sealed one says nothing of who brought it, to nobody', async () => {
    await says('u-he', '镇里修路的工程款拖欠我们两年了，帮忙协调，不要说是我反映的', '确认提交')
    await chat.advanceTo('2026-03-09T17:31:00+08:00')
    const said = chat.all().filter(({ to, text }) => to.id !== 'u-he' && /提醒/u.test(text))
    expect(said.length).toBeGreaterThan(0)
    for (const { text } of said) expect(text).not.toMatch(/何志平|天禾/u)
  })
})

describe('催', () => {
  beforeEach(async () => {
    chat = await openChat({ roster: COUNTY })
    await dispatched('1天')
    await says('u-he', '我们还缺一笔周转的贷款，能不能帮忙协调银行', '确认提交')
    await says('u-song', '派单 0002 金融办 1天', '确认派单')
  })
  afterEach(() => chat.close())

  test('超期 shows the list and the heads, and sends each handler one message', async () => {
    await chat.advanceTo('2026-03-04T10:00:00+08:00')
    await says('u-song', '催 超期')
    expect(chat.last('u-song')?.text).toMatch(
      /要催办的 2 件[\s\S]*0001 金融办[\s\S]*发给 2 位经办人，每人一条：/u,
    )
    const before = chat.all().length
    await says('u-song', '确认催办')
    const sent = chat.all().slice(before)
    expect(sent.filter(({ to }) => to.id === 'u-jin')).toHaveLength(1)
    expect(sent.find(({ to }) => to.id === 'u-jin')?.text).toMatch(/2026-0001[\s\S]*2026-0002/u)
    expect(chat.last('u-song')?.text).toContain('已催办 2 件，通知 2 位经办人')
    await says('u-song', '催一下超期的')
    expect(chat.last('u-song')?.text).toContain('今天已经催过')
  })

  test('in the evening waits for the morning, and says so', async () => {
    await chat.advanceTo('2026-03-06T21:30:00+08:00')
    await says('u-song', '催 0002')
    expect(chat.last('u-song')?.text).toContain('静默时段，3月9日（周一）08:00 送达')
    await says('u-song', '确认')
    expect(chat.last('u-song')?.text).toContain('3月9日（周一）08:00 收到')
    await chat.advanceTo('2026-03-09T07:59:00+08:00')
    expect(chat.last('u-jin')?.text).not.toContain('催办')
    await chat.advanceTo('2026-03-09T08:01:00+08:00')
    expect(chat.last('u-jin')?.text).toContain('催办：2026-0002')
  })

  test('is not for units or askers to say, and says what it did not read', async () => {
    await says('u-jin', '催 超期')
    expect(chat.last('u-jin')?.text).not.toContain('要催办的')
    await says('u-song', '催 超期 火箭班')
    expect(chat.to('u-song').some(({ text }) => text.includes('没看懂：火箭班'))).toBe(true)
  })
})
