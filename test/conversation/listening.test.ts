import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Desk, openDesk, until } from '../support/desk.ts'
import { openScripted, type Scripted } from '../support/scripted-platform.ts'

let desk: Desk
let chat: Scripted
beforeEach(async () => {
  desk = await openDesk()
  chat = openScripted({ now: () => desk.clock.now() })
  await desk.desk.open(chat.platform)
})
afterEach(() => desk.close())

describe('how long the house waits', () => {
  test.each([
    ['1.5 s of quiet in private', 1_500, (pad: Scripted) => pad.as('u-he')],
    ['6 s in a group', 6_000, (pad: Scripted) => pad.in('g-machinery').as('u-he')],
  ])('%s, begun anew by every line', async (_what, quiet, speaker) => {
    const he = speaker(chat)
    await he.says('@娘家 记 第一句')
    await desk.pass(quiet - 1)
    await he.says('第二句')
    await desk.pass(quiet - 1)
    expect(chat.sent).toEqual([])
    await desk.pass(1)
    expect(chat.textsTo('u-he')).toEqual(['记：记 第一句｜第二句'])
  })

  test('a number, a command and a button are answered at once', async () => {
    await chat.as('u-he').says('记 停电')
    await desk.pass(1_500)
    await chat.as('u-he').says('1')
    await desk.settle()
    expect(chat.textsTo('u-he').at(-1)).toBe('已记 1 号：记 停电')
    await chat.as('u-wu').says('记 缺工')
    await chat.as('u-wu').chooses('yes')
    await desk.settle()
    expect(chat.textsTo('u-wu')).toEqual(['记：记 缺工', '已记 2 号：记 缺工'])
  })

  test('somebody who never pauses is answered after two minutes', async () => {
    for (let i = 0; i < 130 && chat.sent.length === 0; i++) {
      await chat.as('u-he').says(i === 0 ? '记 从头说' : `第${i}句`)
      await desk.pass(1_000)
    }
    expect(desk.clock.now().getTime() - Date.parse('2026-03-02T09:00:00+08:00')).toBe(120_000)
    // Sixty lines a minute are also more than anybody can follow.
    expect(chat.textsTo('u-he')).toEqual([
      expect.stringContaining('缓一缓'),
      expect.stringMatching(/^记：记 从头说/u),
    ])
    expect(await desk.effects('pad.told')).toHaveLength(1)
  })

  test('a sync ends every wait', async () => {
    await chat.in('g-machinery').as('u-he').says('@娘家 记 停电')
    desk.desk.closeBursts()
    await desk.settle()
    expect(chat.textsTo('u-he')).toHaveLength(1)
  })
})

describe('a group in which people talk', () => {
  const group = () => chat.in('g-machinery')

  test('being called collects the caller’s lines of the last five minutes, nobody else’s and no older ones', async () => {
    await group().as('u-he').says('太早说的')
    await desk.pass(20_000)
    await group().as('u-he').says('记 变压器坏了')
    await group().as('u-wu').says('记 别人的事')
    await desk.pass(281_000)
    await group().as('u-he').says('停了三天')
    await group().as('u-he').says('@娘家 请帮忙')
    await desk.pass(6_000)
    expect(chat.textsTo('u-he')).toEqual(['记：记 变压器坏了｜停了三天｜请帮忙'])
    expect(chat.textsTo('u-wu')).toEqual([])
  })

  test('lines from just within five minutes are there, although the burst closes after them', async () => {
    await group().as('u-he').says('记 变压器坏了')
    await desk.pass(298_000)
    await group().as('u-he').says('@娘家 请帮忙')
    await desk.pass(6_000)
    expect(chat.textsTo('u-he')).toEqual(['记：记 变压器坏了｜请帮忙'])
  })

  test('a line is used once, and used ones are kept', async () => {
    await group().as('u-he').says('记 变压器坏了')
    await group().as('u-he').says('@娘家 请帮忙')
    await group().as('u-he').chooses('yes')
    await group().as('u-he').says('@娘家 问 别的')
    await desk.pass(6_000)
    expect(chat.textsTo('u-he')).toEqual(['记：记 变压器坏了｜请帮忙', '已记 1 号：记 变压器坏了｜请帮忙'])
    expect(chat.textsTo('g-machinery').at(-1)).toBe('答：问 别的')
    await desk.pass(3_600_000)
    expect((await desk.arrivals()).filter(({ state }) => state === 'done')).toHaveLength(4)
  })

  test('chatter is answered by nobody, and forgotten when five minutes have passed, also in a quiet house', async () => {
    await group().as('u-he').says('中午吃什么')
    await group().as('u-wu').says('记 饭局')
    await desk.pass(299_000)
    expect(await desk.arrivals()).toHaveLength(2)
    await desk.pass(62_000)
    expect(await desk.arrivals()).toEqual([])
    expect(chat.sent).toEqual([])
  })

  test('what its author took back before calling is not there; what was changed is as it was changed', async () => {
    const [first, second] = [
      await group().as('u-he').says('记 说错了'),
      await group().as('u-he').says('记 停点三天'),
    ]
    await group()
      .as('u-he')
      .hand({ kind: 'withdrawn', message: first as string })
    await group()
      .as('u-he')
      .hand({ kind: 'edited', message: second as string, text: '记 停电三天' })
    await desk.settle()
    await group().as('u-he').says('@娘家 请帮忙')
    await desk.pass(6_000)
    expect(chat.textsTo('u-he')).toEqual(['记：记 停电三天｜请帮忙'])
  })

  test('the same in private, while the house still listens', async () => {
    await chat.as('u-he').says('记 停电')
    const wrong = await chat.as('u-he').says('说错了')
    await chat.as('u-he').hand({ kind: 'withdrawn', message: wrong })
    await desk.settle()
    expect(chat.textsTo('u-he')).toEqual(['记：记 停电'])
  })
})

describe('after a bare call', () => {
  test('the caller’s next lines are for us, for two minutes; others’ are not', async () => {
    const group = chat.in('g-machinery')
    await group.as('u-he').says('@娘家')
    await desk.pass(6_000)
    expect(chat.textsTo('g-machinery')).toEqual(['在的'])
    await group.as('u-wu').says('记 别人的事')
    await group.as('u-he').says('记 停电')
    await desk.pass(6_000)
    expect(chat.textsTo('u-he')).toEqual(['记：记 停电'])
    expect(chat.textsTo('u-wu')).toEqual([])
  })

  test('not any more when the time is over', async () => {
    await chat.in('g-machinery').as('u-he').says('@娘家')
    await desk.pass(6_000 + 120_000)
    await chat.in('g-machinery').as('u-he').says('记 停电')
    await desk.pass(10_000)
    expect(chat.textsTo('u-he')).toEqual([])
  })

  test('also when another process answered the call', async () => {
    const helper = await openDesk({ database: desk.database, clock: desk.clock })
    try {
      // Written down where the other process takes it, as if this one had been too busy.
      const taken = helper.desk
      await chat.in('g-machinery').as('u-he').says('@娘家')
      await desk.pass(5_999)
      taken.help()
      await helper.pass(0)
      await desk.pass(400)
      await until(() => expect(chat.textsTo('g-machinery')).toEqual(['在的']))
      await chat.in('g-machinery').as('u-he').says('记 停电')
      await desk.pass(6_000)
      await until(() => expect(chat.textsTo('u-he')).toEqual(['记：记 停电']))
    } finally {
      await helper.close()
    }
  })
})

describe('where staff switched a group to listening', () => {
  async function listen(listening: boolean, at = desk) {
    await at.storage.transactions.inOne(at.clock.now(), async (work) => {
      const group = { platform: 'stdio', account: 'stdio', kind: 'group', chatId: 'g-machinery' } as const
      await at.storage.groupManners.put(group, { listening, changedBy: 'wu', changedAt: work.at }, work)
    })
  }

  test('by whichever process, it counts with the next line, and so does switching off', async () => {
    const other = await openDesk({ database: desk.database, clock: desk.clock })
    try {
      const he = chat.in('g-machinery').as('u-he')
      await he.says('记 停电')
      await desk.pass(10_000)
      expect(chat.sent).toEqual([])
      await listen(true, other)
      await he.says('都三天了')
      await he.says('记 还没修')
      await desk.pass(6_000)
      expect(chat.textsTo('u-he')).toEqual(['记：记 停电｜都三天了｜记 还没修'])
      await listen(false, other)
      await chat.in('g-machinery').as('u-wu').says('记 缺工')
      await desk.pass(10_000)
      expect(chat.textsTo('u-wu')).toEqual([])
    } finally {
      await other.close()
    }
  })

  test('what a person goes on to say belongs to it, as after a call', async () => {
    await listen(true)
    const he = chat.in('g-machinery').as('u-he')
    for (const line of ['我们厂', '记 变压器坏了', '停了三天', '机器都停着']) {
      await he.says(line)
      await desk.pass(4_000)
    }
    await desk.pass(2_000)
    expect(chat.textsTo('u-he')).toEqual(['记：我们厂｜记 变压器坏了｜停了三天｜机器都停着'])
  })
})

test('what a feature waits for is overheard once; that it came is kept, its words are not', async () => {
  desk.hooks.hears = (text) => text === '收到'
  await chat.in('g-machinery').as('u-wu').says('收到')
  await chat.in('g-machinery').as('u-wu').says('吃了吗')
  await desk.settle()
  expect(await desk.effects('pad.overheard')).toEqual(['收到'])
  await desk.pass(3_600_000)
  expect((await desk.arrivals()).map(({ text, state }) => [text, state])).toEqual([['', 'done']])
})

test('what was stored and not shown to anybody when the process died is overheard by the next', async () => {
  await chat.in('g-machinery').as('u-wu').says('收到')
  await desk.settle()
  expect(await desk.effects('pad.overheard')).toEqual([])
  await desk.desk.close()
  const next = await openDesk({
    database: desk.database,
    clock: desk.clock,
    hooks: { hears: (text) => text === '收到' },
  })
  try {
    await next.desk.open(openScripted({ now: () => next.clock.now() }).platform)
    await next.settle()
    expect(await next.effects('pad.overheard')).toEqual(['收到'])
  } finally {
    await next.close()
  }
})
