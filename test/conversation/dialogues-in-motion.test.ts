import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Desk, openDesk } from '../support/desk.ts'
import { openScripted, type Scripted } from '../support/scripted-platform.ts'

let desk: Desk
let chat: Scripted
beforeEach(async () => {
  desk = await openDesk({ burst: { privateQuietMs: 0, groupQuietMs: 0 } })
  chat = openScripted({ now: () => desk.clock.now() })
  await desk.desk.open(chat.platform)
})
afterEach(() => desk.close())

describe('a talk', () => {
  test('that is interrupted by a question goes on where it was', async () => {
    await chat.as('u-he').says('记 停电')
    await desk.settle()
    await chat.as('u-he').says('问 有补贴吗')
    await desk.settle()
    expect(chat.textsTo('u-he').slice(1)).toEqual(['答：问 有补贴吗', '记：记 停电'])
    await chat.as('u-he').says('三天了')
    await desk.settle()
    expect(chat.textsTo('u-he').at(-1)).toBe('记：记 停电｜三天了')
  })

  test('begun in a group goes on in private; the group hears that it does, and the end', async () => {
    await chat.in('g-machinery').as('u-he').says('@娘家 记 停电')
    await desk.settle()
    await chat.as('u-he').says('确认')
    await desk.settle()
    expect(chat.textsTo('u-he')).toEqual(['记：记 停电', '已记 1 号：记 停电'])
    expect(chat.textsTo('g-machinery')).toEqual(['收到，细节已私信您核对。', '已记 1 号'])
  })

  test('is reached from the group it began in until it ends, and from no other group', async () => {
    const [here, elsewhere] = [chat.in('g-machinery').as('u-he'), chat.in('g-tea').as('u-he')]
    await here.says('@娘家 记 停电')
    await desk.settle()
    await elsewhere.says('@娘家 确认')
    await desk.settle()
    expect(await desk.effects()).toEqual([])
    await here.says('@娘家 三天了')
    await desk.settle()
    expect(chat.textsTo('u-he').at(-1)).toBe('记：记 停电｜三天了')
    await here.says('@娘家 确认')
    await desk.settle()
    expect(await desk.effects()).toHaveLength(1)
    await here.says('@娘家 确认')
    await desk.settle()
    expect(await desk.effects(), 'it is over').toHaveLength(1)
  })

  test('of two people in one group is two talks', async () => {
    const group = chat.in('g-machinery')
    await Promise.all([group.as('u-he').says('@娘家 记 停电'), group.as('u-wu').says('@娘家 记 缺工')])
    await desk.settle()
    await group.as('u-wu').says('@娘家 确认')
    await desk.settle()
    expect(chat.textsTo('u-wu')).toEqual(['记：记 缺工', '已记 1 号：记 缺工'])
    expect(chat.textsTo('u-he')).toEqual(['记：记 停电'])
  })

  test('of one person in two groups and in private at once is one after another', async () => {
    const places = [chat.in('g-machinery').as('u-he'), chat.in('g-tea').as('u-he'), chat.as('u-he')]
    for (const word of ['甲', '乙', '丙'])
      await Promise.all(places.map((place, i) => place.says(`@娘家 记 ${word}${i}`)))
    await desk.settle()
    const rows = await desk.read<{ version: number; frames: { state: { lines: string[] } }[] }>(
      `SELECT "version", "frames" FROM "Conversation" WHERE "key" = 'stdio:stdio:private:u-he|u-he'`,
    )
    const lines = rows[0]?.frames.flatMap(({ state }) => state.lines) ?? []
    expect(lines.toSorted()).toEqual(
      ['甲', '乙', '丙'].flatMap((word) => [0, 1, 2].map((i) => `记 ${word}${i}`)).toSorted(),
    )
    expect(desk.warnings).toEqual([])
  })

  test('is asked of somebody else in their own chat', async () => {
    await chat.as('u-he').says('做邀请')
    await desk.settle()
    expect(chat.textsTo('u-wu')).toEqual(['记：'])
    await chat.as('u-wu').says('确认')
    await desk.settle()
    expect(await desk.effects()).toHaveLength(1)
  })
})

describe('silence', () => {
  test('is a turn, once', async () => {
    await chat.as('u-he').says('记 停电')
    await desk.pass(29 * 60_000)
    expect(chat.textsTo('u-he')).toHaveLength(1)
    await desk.pass(61_000)
    expect(chat.textsTo('u-he').slice(1)).toEqual(['久未回复，先放下'])
    await desk.pass(86_400_000)
    expect(chat.sent).toHaveLength(2)
  })

  test('is none when somebody spoke in time', async () => {
    await chat.as('u-he').says('记 停电')
    await desk.pass(29 * 60_000)
    await chat.as('u-he').says('三天了')
    await desk.pass(29 * 60_000)
    expect(chat.textsTo('u-he').at(-1)).toBe('记：记 停电｜三天了')
  })

  test('noticed by two processes at once is one silence', async () => {
    const other = await openDesk({ database: desk.database, clock: desk.clock, burst: { privateQuietMs: 0 } })
    const theirs = openScripted({ account: 'second', now: () => desk.clock.now() })
    await other.desk.open(theirs.platform)
    try {
      await chat.as('u-he').says('记 停电')
      await theirs.as('u-wu').says('记 缺工')
      await Promise.all([desk.settle(), other.settle()])
      desk.clock.advanceTo(new Date(desk.clock.now().getTime() + 31 * 60_000))
      await Promise.all([desk.settle(), other.settle()])
      expect(chat.textsTo('u-he').slice(1)).toEqual(['久未回复，先放下'])
      expect(theirs.textsTo('u-wu').slice(1)).toEqual(['久未回复，先放下'])
    } finally {
      await other.close()
    }
  })

  test('on an account that nobody opens keeps nobody else waiting', async () => {
    await desk.read(
      `INSERT INTO "Conversation" ("key", "chat", "personId", "version", "frames", "carriedOn", "silentAt")
       SELECT 'old-' || n, '{"platform":"terminal","account":"zhou","kind":"private","chatId":"zhou"}', 'zhou', 1,
         '[{"id":"fr-0","dialogue":"pad.form","version":1,"state":{"step":"open","lines":[]},"touchedAt":"2026-01-01T00:00:00.000Z","silentAt":"2026-01-01T00:30:00.000Z"}]',
         '[]', '2026-01-01T00:30:00Z' FROM generate_series(1, 300) n`,
    )
    await chat.as('u-he').says('记 停电')
    await desk.settle()
    const alarms: number[] = []
    for (
      let next = desk.clock.nextAlarmAt();
      next !== undefined && alarms.length < 60;
      next = desk.clock.nextAlarmAt()
    ) {
      desk.clock.advanceTo(next)
      await desk.settle()
      alarms.push(next.getTime())
      if (chat.sent.length > 1) break
    }
    expect(chat.textsTo('u-he').slice(1)).toEqual(['久未回复，先放下'])
    expect(desk.clock.now()).toEqual(new Date('2026-03-02T09:30:00+08:00'))
    expect(alarms.length, 'not woken every minute for what it cannot do').toBeLessThan(10)
  })
})

describe('what must not be said in a group', () => {
  test('is said to the speaker alone; the group hears that it was, and the trail has it', async () => {
    await chat.in('g-machinery').as('u-he').says('@娘家 漏')
    await desk.settle()
    expect(chat.textsTo('g-machinery')).toEqual(['这件事的细节已私信您。'])
    expect(chat.textsTo('u-he')).toEqual(['他的电话是 13812345678'])
    expect(chat.sent.find(({ to }) => to.kind === 'group')?.choices).toBeUndefined()
    expect(await desk.effects('outbox.withhold')).toHaveLength(1)
  })

  test('and was owed by the clock is told to nobody', async () => {
    let owed = true
    desk.hooks.due = async (doing) => {
      if (owed)
        doing.post('due:leak', {
          to: { platform: 'stdio', account: 'stdio', kind: 'group', chatId: 'g-machinery' },
          text: '他的电话是 13812345678',
          origin: 'automatic',
        })
      owed = false
    }
    await desk.pass(120_000)
    await chat.as('u-he').says('记 停电')
    await desk.settle()
    expect(chat.textsTo('g-machinery')).toEqual([])
    expect((await desk.letters()).filter(({ state }) => state !== 'sent')).toEqual([])
  })
})

test('what the clock owes is sent when it is due', async () => {
  const at = new Date('2026-03-02T10:00:00+08:00')
  let done = false
  desk.hooks.nextDueAt = () => (done ? undefined : at)
  desk.hooks.due = async (doing) => {
    if (done || doing.work.at < at) return
    done = true
    doing.post('due:reminder', {
      to: { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-he' },
      text: '该回访了',
      origin: 'automatic',
    })
  }
  await chat.as('u-wu').says('记 停电')
  await desk.pass(59 * 60_000)
  expect(chat.textsTo('u-he')).toEqual([])
  await desk.pass(60_000)
  expect(chat.textsTo('u-he')).toEqual(['该回访了'])
})
