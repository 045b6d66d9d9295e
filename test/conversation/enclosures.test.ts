import { afterEach, expect, test } from 'vitest'
import type { Attachment } from '../../src/inbox/arrival.ts'
import { type Desk, openDesk, until } from '../support/desk.ts'
import { gate, openScripted } from '../support/scripted-platform.ts'

const photo = (ref: string): Attachment => ({
  name: `${ref}.jpg`,
  kind: 'image',
  ref,
  open: () => Promise.reject(new Error('it is fetched by its handle')),
})

let desks: Desk[] = []
afterEach(async () => {
  for (const desk of desks.toReversed()) await desk.close()
  desks = []
})

async function deskWith(fetch: (ref: string) => Promise<Uint8Array>, more: { refuses?: string } = {}) {
  const fetched: string[] = []
  const desk = await openDesk({
    burst: { privateQuietMs: 0, groupQuietMs: 0 },
    async keepFile(attachment) {
      const bytes = await attachment.open(10)
      if (more.refuses !== undefined) return { refused: more.refuses }
      return { sha256: Buffer.from(bytes).toString('hex'), name: attachment.name, kind: attachment.kind }
    },
  })
  desks.push(desk)
  const chat = openScripted({
    now: () => desk.clock.now(),
    async fetch(ref, limit) {
      fetched.push(`${ref}:${limit}`)
      return fetch(ref)
    },
  })
  await desk.desk.open(chat.platform)
  const contents = () =>
    desk.read<{ content: { later?: unknown; files?: unknown; unread?: unknown }; state: string }>(
      `SELECT "content", "state" FROM "Arrival" ORDER BY "seq"`,
    )
  return { desk, chat, fetched, contents }
}

test('what is enclosed is fetched before the words are worked on, not while the platform waits', async () => {
  const { passed, open } = gate()
  const { desk, chat, fetched, contents } = await deskWith(async () => {
    await passed
    return Buffer.from('pic')
  })
  await chat.as('u-he').says('问 甲', { attachments: [photo('p-1')] })
  expect((await contents())[0]?.content).toMatchObject({ later: [{ ref: 'p-1', name: 'p-1.jpg' }] })
  await until(() => expect(fetched).toEqual(['p-1:10']))
  expect(chat.sent).toEqual([])
  open()
  await desk.settle()
  expect(chat.textsTo('u-he')).toEqual(['答：问 甲'])
  const [line] = await contents()
  expect(line).toMatchObject({ state: 'done', content: { files: [{ name: 'p-1.jpg', kind: 'image' }] } })
  expect(line?.content.later).toBeUndefined()
})

test('what a group says to others is never fetched; when its speaker turns to us, it is', async () => {
  const { desk, chat, fetched, contents } = await deskWith(async () => Buffer.from('pic'))
  const room = chat.in('g-tea')
  await room.as('u-other').says('今天的菜', { attachments: [photo('p-dinner')] })
  await room.as('u-he').says('机器坏成这样', { attachments: [photo('p-machine')] })
  await desk.settle()
  expect(fetched).toEqual([])
  await room.as('u-he').says('@娘家 问 乙')
  await desk.settle()
  expect(fetched).toEqual(['p-machine:10'])
  expect((await contents()).map(({ content }) => content.later !== undefined)).toEqual([true, false, false])
})

test('one that cannot be had keeps nothing waiting: the sender is told and the words are worked on', async () => {
  let tries = 0
  const { desk, chat, contents } = await deskWith(async () => {
    tries++
    throw new Error('gone')
  })
  await chat.as('u-he').says('问 丙', { attachments: [photo('p-1')] })
  await desk.settle()
  expect(tries).toBeGreaterThan(1)
  expect((await contents())[0]?.content.unread).toEqual(['p-1.jpg：没能取到'])
  expect(chat.textsTo('u-he'), 'in one breath').toHaveLength(1)
  expect(chat.textsTo('u-he').join()).toContain('p-1.jpg：没能取到')
  expect(chat.textsTo('u-he').join()).toContain('答：问 丙')
})

test('one that is refused for what it is is named with the reason', async () => {
  const { desk, chat } = await deskWith(async () => Buffer.from('exe'), { refuses: '这种文件不能收' })
  await chat.as('u-he').says('问 丁', { attachments: [photo('p-1')] })
  await desk.settle()
  expect(chat.textsTo('u-he').join()).toContain('这种文件不能收')
})

test('a process that only helps leaves them to the one that serves the account; after a restart they are fetched', async () => {
  const { desk, chat, fetched } = await deskWith(async () => Buffer.from('pic'))
  const helper = await openDesk({ database: desk.database, clock: desk.clock, burst: { privateQuietMs: 0 } })
  desks.push(helper)
  await desk.storage.inbox.keep([
    {
      id: 'in-1',
      idempotencyKey: 'stdio:stdio:in-1',
      chat: { platform: 'stdio', account: 'stdio', kind: 'private', chatId: 'u-he' },
      from: { id: 'u-he', stability: 'permanent' },
      messageId: 'm-1',
      at: desk.clock.now(),
      content: {
        kind: 'message',
        text: '问 戊',
        addressed: 'private',
        later: [{ name: 'a.jpg', kind: 'image', ref: 'p-9' }],
      },
      conversation: 'stdio:stdio:private:u-he|u-he',
      state: 'waiting',
      readyAt: desk.clock.now(),
    },
  ])
  desk.clock.advanceTo(new Date(desk.clock.now().getTime() + 1_000))
  helper.desk.help()
  await helper.settle()
  expect(fetched).toEqual([])
  await desk.desk.open(chat.platform)
  await until(async () => {
    await desk.settle()
    expect(chat.textsTo('u-he')).toEqual(['答：问 戊'])
  })
  expect(fetched).toEqual(['p-9:10'])
})
