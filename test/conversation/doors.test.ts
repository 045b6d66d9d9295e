import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from 'vitest'
import { STDIO } from '../../src/adapters/platforms/stdio/stdio.capabilities.ts'
import type { Capabilities } from '../../src/conversation/platform.ts'
import { TOLD_ASIDE } from '../../src/kernel/told-aside.ts'
import { type Desk, openDesk, until } from '../support/desk.ts'
import { padFeature } from '../support/pad-feature.ts'
import { gate, openScripted, type Scripted } from '../support/scripted-platform.ts'

let desk: Desk
let chat: Scripted
afterEach(() => desk.close())

async function open(can: Partial<Capabilities>): Promise<void> {
  const able = { ...STDIO, ...can }
  desk = await openDesk({
    capabilitiesOf: () => able,
    features: ({ counters }) => [
      {
        ...padFeature(counters, {}),
        async carryOut(request, doing) {
          doing.audit('pad.told', request.kind === 'staff.tell' ? request.key : '')
          return true
        },
      },
    ],
  })
  chat = openScripted({ now: () => desk.clock.now(), can: able })
  await desk.desk.open(chat.platform)
}

const ASK = '要在私聊里说：请先加我为好友，再私聊发我一句话，我接着办。'
const HOUR = 3_600_000
const wu = () => chat.as('u-wu')
const contacts = () => desk.read<{ wroteAt: Date; why: string | null }>(`SELECT * FROM "Contact"`)
const doors = () => desk.read(`SELECT FROM "Letter" WHERE "state" = 'waiting' AND "failure" IS NOT NULL`)

describe('the first word opens the door', () => {
  test('what waited leaves before the answer to it, in order', async () => {
    await open({ firstContact: 'known' })
    await chat.in('g-machinery').as('u-wu').says('@娘家 记一件')
    await desk.pass(6_000)
    expect(chat.textsTo('g-machinery')).toEqual([`收到，细节${ASK}`])
    expect(await doors()).toHaveLength(1)
    expect(await desk.effects('pad.told'), 'there is no sure way').toEqual([
      'door:way:stdio:stdio:private:u-wu:2026-03-02',
    ])
    await wu().says('问时限')
    await desk.pass(1_500)
    expect(chat.textsTo('u-wu')).toEqual(['记：记一件', '答：问时限', '记：记一件'])
  })

  test('what a group may not hear waits too, and the group is told the way', async () => {
    await open({ firstContact: 'known' })
    await chat.in('g-machinery').as('u-wu').says('@娘家 漏')
    await desk.pass(6_000)
    expect(chat.textsTo('g-machinery')).toEqual([`这件事的细节${ASK}`])
    await wu().hand({ kind: 'start' })
    await desk.settle()
    expect(chat.textsTo('u-wu')[0]).toContain('13812345678')
  })

  test('it is noted once an hour, not with every word', async () => {
    await open({ firstContact: 'known' })
    const noted = async () => (await contacts())[0]?.wroteAt.toISOString()
    await wu().says('问一')
    await desk.pass(2_000)
    const first = await noted()
    await wu().says('问二')
    await desk.pass(HOUR)
    expect(await noted()).toBe(first)
    await wu().says('问三')
    await desk.pass(2_000)
    expect(await noted()).not.toBe(first)
  })

  test('silence and invitations of ours are no words of theirs', async () => {
    await open({ firstContact: 'known' })
    await chat.in('g-machinery').as('u-wu').says('@娘家 记一件')
    await desk.pass(6_000)
    await desk.pass(31 * 60_000)
    expect(await contacts()).toEqual([])
    expect(await doors()).toHaveLength(2)
  })

  test('where everybody may be written to, no door is looked at', async () => {
    await open({ firstContact: 'always' })
    await chat.in('g-machinery').as('u-wu').says('@娘家 记一件')
    await wu().says('问时限')
    await desk.pass(6_000)
    expect(chat.textsTo('g-machinery')).toEqual(['收到，细节已私信您核对。'])
    expect(await contacts()).toEqual([])
  })
})

describe('a door that shuts by itself', () => {
  test('is open for so long after the last word, and then closed', async () => {
    await open({ firstContact: { windowMinutes: 120 } })
    const inGroup = chat.in('g-machinery').as('u-wu')
    await wu().says('问时限')
    await desk.pass(110 * 60_000)
    await inGroup.says('@娘家 记一件')
    await desk.pass(6_000)
    expect(chat.textsTo('u-wu').at(-1)).toBe('记：记一件')
    await desk.pass(11 * 60_000)
    await inGroup.says('@娘家 记两件')
    await desk.pass(6_000)
    expect(chat.textsTo('g-machinery').at(-1)).toBe(`收到，细节${ASK}`)
  })
})

describe("a platform's answer", () => {
  test('closes the door, so that the next letters are not tried', async () => {
    await open({ firstContact: 'known' })
    await wu().says('问一')
    await desk.pass(2_000)
    chat.answers(({ to }) => (to.kind === 'private' ? { kind: 'not-open' } : undefined))
    await chat.in('g-machinery').as('u-wu').says('@娘家 记一件')
    await desk.pass(6_000)
    const tried = chat.tried.length
    await chat.in('g-machinery').as('u-wu').says('@娘家 记两件')
    await desk.pass(6_000)
    expect(chat.tried.slice(tried).map(({ to }) => to.kind)).toEqual(['group'])
    expect(chat.textsTo('g-machinery').at(-1)).toContain('请先加我为好友')
    expect((await contacts())[0]?.why).toContain('还没有打开')

    chat.answers(() => undefined)
    await wu().hand({ kind: 'start' })
    await desk.settle()
    expect(chat.textsTo('u-wu').slice(1)).toEqual(['记：记一件', '记：记一件｜记两件'])
    expect(await doors()).toEqual([])
  })

  test('does not close a door that was opened while the letter was on its way', async () => {
    await open({ firstContact: 'known' })
    await wu().says('问一')
    await desk.pass(2_000)
    const answered = gate()
    let isFirst = true
    chat.answers(() => {
      if (!isFirst) return undefined
      isFirst = false
      return answered.passed.then(() => ({ kind: 'not-open' }))
    })
    await wu().says('问二')
    desk.desk.closeBursts()
    await until(() => expect(isFirst).toBe(false))
    desk.clock.advanceTo(new Date(desk.clock.now().getTime() + 2 * HOUR))
    const now = desk.clock.now().toISOString()
    await wu().says('问三')
    desk.desk.closeBursts()
    await until(async () => expect((await contacts())[0]?.wroteAt.toISOString()).toBe(now))
    answered.open()
    await desk.pass(10_000)
    expect(chat.textsTo('u-wu').slice(1)).toEqual(['答：问二', '答：问三'])
    expect((await contacts())[0]?.why).toBeNull()
  })
})

describe('who meets somebody at the same moment', () => {
  test('is not stopped by another process that does', async () => {
    await open({ firstContact: 'known' })
    const { storage, clock } = desk
    const contact = {
      chat: { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-new' },
      openedAt: clock.now(),
    } as const
    const meet = () =>
      storage.transactions.inOne(clock.now(), async (work) => {
        if ((await storage.contacts.find(contact.chat, work)) === undefined)
          storage.contacts.add(contact, work)
        else storage.contacts.put(contact, work)
      })
    await Promise.all([meet(), meet(), meet()])
    expect(await contacts()).toHaveLength(1)
  })
})

test('texts say with one word only that something was said in private, so that the way can stand in its place', async () => {
  await open({})
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const saying = sources.filter((name) => readFileSync(`src/${name}`, 'utf8').includes(TOLD_ASIDE))
  expect(sources.length).toBeGreaterThan(100)
  expect(saying.toSorted()).toEqual(['conversation/corridor.texts.ts', 'kernel/told-aside.ts'])
})
