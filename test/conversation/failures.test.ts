import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Desk, openDesk, until } from '../support/desk.ts'
import { openScripted, type Scripted } from '../support/scripted-platform.ts'

let desk: Desk
let chat: Scripted
beforeEach(async () => {
  desk = await openDesk({ burst: { privateQuietMs: 0, groupQuietMs: 0 } })
  chat = openScripted({ now: () => desk.clock.now() })
  await desk.desk.open(chat.platform)
})
afterEach(() => desk.close())

const SORRY = '抱歉，刚才这句话没能处理好，已经记下来请工作人员看。您可以换个说法再发一次。'
/** An effect that always fails, and whose error quotes what was said. */
const poison = async (lines: readonly string[]) => {
  if (lines.join().includes('毒')) throw new TypeError(`Cannot do ${lines.join()}`)
}

describe('a message that cannot be worked on', () => {
  beforeEach(() => {
    desk.hooks.perform = poison
  })

  test('spoils nothing for the others of its round; its author is told, it is kept, and the trail has it', async () => {
    const people = Array.from({ length: 12 }, (_, i) => `u-${i}`)
    await Promise.all(people.map((person, i) => chat.as(person).says(i === 5 ? '做 毒' : '做 好事')))
    await desk.settle()
    expect(await desk.effects('pad.act')).toHaveLength(11)
    expect(chat.textsTo('u-5')).toEqual([SORRY])
    expect(chat.sent).toHaveLength(1)
    expect((await desk.arrivals()).every(({ state }) => state === 'done')).toBe(true)
    expect(await desk.effects('inbox.give-up')).toHaveLength(1)
  })

  test('spoils nothing of what the same person said before and after it', async () => {
    const he = chat.as('u-he')
    // A button between them makes each a thing of its own; all are taken in one round.
    await Promise.all([
      he.says('做 一'),
      he.chooses('x'),
      he.says('做 毒'),
      he.chooses('x'),
      he.says('做 三'),
    ])
    await desk.settle()
    expect(await desk.effects('pad.act')).toEqual(['做 一', '做 三'])
    expect(chat.textsTo('u-he').filter((text) => text === SORRY)).toHaveLength(1)
    expect(await desk.effects('inbox.give-up')).toHaveLength(1)
  })

  test('in a group is answered to its author', async () => {
    await chat.in('g-machinery').as('u-he').says('@娘家 做 毒')
    await desk.settle()
    expect(chat.sent).toMatchObject([{ to: { chatId: 'g-machinery' }, text: SORRY, mention: ['u-he'] }])
  })

  test('is named in the log without a word of it', async () => {
    await chat.as('u-he').says('做 毒')
    await desk.settle()
    const log = JSON.stringify(desk.warnings)
    expect(log).toContain('TypeError')
    expect(log).not.toContain('毒')
    expect(log).not.toContain('    at ')
  })

  test('said to others stops neither the next line nor anybody’s message', async () => {
    desk.hooks.hears = (text) => {
      if (text === '毒') throw new TypeError('毒')
      return text === '收到'
    }
    await Promise.all([
      chat.in('g-machinery').as('u-wu').says('毒'),
      chat.in('g-machinery').as('u-lu').says('收到'),
      chat.as('u-he').says('做 好事'),
    ])
    await desk.settle()
    expect(await desk.effects('pad.overheard')).toEqual(['收到'])
    expect(await desk.effects('pad.act')).toEqual(['做 好事'])
    expect(chat.sent).toEqual([])
  })

  test('that nobody said is not apologised for', async () => {
    await chat.as('u-he').says('记 停电')
    await desk.settle()
    await desk.storage.inbox.keep([
      {
        id: 'in-broken',
        idempotencyKey: 'house:broken',
        chat: { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-he' },
        from: { id: 'u-he', stability: 'permanent' },
        messageId: 'in-broken',
        at: desk.clock.now(),
        content: { kind: 'broken' } as never,
        conversation: 'stdio:stdio:private:u-he|u-he',
        state: 'waiting',
        readyAt: desk.clock.now(),
      },
    ])
    await chat.as('u-he').says('三天')
    await desk.settle()
    expect(chat.textsTo('u-he')).not.toContain(SORRY)
    expect(chat.textsTo('u-he').at(-1)).toBe('记：记 停电｜三天')
  })
})

test.each(['打转', '传话'])('features that call each other in a circle are stopped (%s)', async (word) => {
  await chat.as('u-he').says(`做 ${word}`)
  await chat.as('u-wu').says('做 好事')
  await desk.settle()
  expect(chat.textsTo('u-he')).toEqual([SORRY])
  expect(await desk.effects('pad.act')).toEqual(['做 好事'])
})

describe('somebody else was faster', () => {
  const KEY = 'stdio:stdio:private:u-he|u-he'
  const disturb = () => desk.read(`UPDATE "Conversation" SET "version" = "version" + 1 WHERE "key" = $1`, KEY)

  test('then it is advanced again from what is there now, and its effects are once', async () => {
    await chat.as('u-he').says('记 停电')
    await desk.settle()
    let disturbed = 0
    desk.hooks.perform = async () => {
      if (disturbed++ < 2) await disturb()
    }
    await chat.as('u-he').says('确认')
    await desk.settle()
    expect(disturbed).toBe(3)
    expect(await desk.effects()).toEqual([expect.stringMatching(/^pad:\d+$/)])
    expect(chat.textsTo('u-he').slice(1)).toEqual([expect.stringMatching(/^已记 \d+ 号：记 停电$/)])
  })

  test('in the same round the others are done once too', async () => {
    for (const person of ['u-he', 'u-wu']) await chat.as(person).says('记 停电')
    await desk.settle()
    let disturbed = false
    desk.hooks.perform = async (_lines, { by }) => {
      if (by.personId === 'u-he' && !disturbed) {
        disturbed = true
        await disturb()
      }
    }
    await Promise.all(['u-he', 'u-wu'].map((person) => chat.as(person).says('确认')))
    await desk.settle()
    expect(await desk.effects()).toHaveLength(2)
  })

  test('always: it is given up and not tried for ever', async () => {
    await chat.as('u-he').says('记 停电')
    await desk.settle()
    desk.hooks.perform = async () => void (await disturb())
    await chat.as('u-he').says('确认')
    await desk.settle()
    expect(chat.textsTo('u-he').at(-1)).toBe(SORRY)
    expect(await desk.effects()).toEqual([])
  })
})

test('a commit whose answer was lost is not done again, and its letters still leave, once', async () => {
  await chat.as('u-he').says('记 停电')
  await desk.settle()
  const inOne = desk.storage.transactions.inOne
  let broken = 0
  Object.assign(desk.storage.transactions, {
    inOne: async (...given: Parameters<typeof inOne>) => {
      const result = await inOne(...given)
      // It is committed; the connection breaks before we hear of it.
      if (broken++ === 0) throw new Error('Connection terminated unexpectedly')
      return result
    },
  })
  await chat.as('u-he').says('确认')
  await desk.settle()
  expect(broken).toBeGreaterThan(1)
  expect(await desk.effects()).toHaveLength(1)
  expect(chat.textsTo('u-he').slice(1)).toEqual(['已记 1 号：记 停电'])
  expect((await desk.letters()).map(({ state }) => state)).toEqual(['sent', 'sent'])
})

test('the database’s connections being cut under load loses nothing and doubles nothing', async () => {
  const people = Array.from({ length: 20 }, (_, i) => `u-${i}`)
  const cut = () =>
    desk.read(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'niangjia'`,
    )
  for (let turn = 0; turn < 6; turn++) {
    const said = people.map((person) => chat.as(person).says(`做 ${turn} ${person}`))
    await cut()
    await Promise.all(said)
  }
  await desk.settle()
  await until(async () => {
    await desk.settle()
    expect((await desk.arrivals()).every(({ state }) => state === 'done')).toBe(true)
  })
  // Lines of one person that were worked on together are one thing said.
  const done = (await desk.effects('pad.act')).flatMap((subject) => subject.split('\n'))
  expect(new Set(done).size).toBe(done.length)
  expect(done).toHaveLength(120)
})
