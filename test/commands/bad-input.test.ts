import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWire } from '../support/cut-wire.ts'
import { until } from '../support/desk.ts'
import { type Operator, openOperator, type Printed, rosterAt } from '../support/niangjia.ts'
import { SMALL_COUNTY } from '../support/small-county.ts'

const from = (id: string) => ({ id, name: id })
const home = (id: string) => ({ kind: 'private', id })
const says = (id: string, person: string, text: string, more: object = {}) => ({
  kind: 'message',
  id,
  chat: home(person),
  from: from(person),
  text,
  ...more,
})
const yes = (id: string, person: string) => ({
  kind: 'choice',
  id,
  chat: home(person),
  from: from(person),
  choice: 'yes',
})
const TROUBLE = '银行续贷的材料交齐半个月了一直不放款，能不能帮忙协调一下'
const sentTo = (out: readonly Printed[], id: string) =>
  out.filter(({ kind, to }) => kind === 'sent' && to.id === id)

describe.concurrent('bad input is a sentence, and stops nothing else', () => {
  // One after the other: they speak for the same account, and whoever finds it taken waits five seconds and refuses.
  describe('stdio', { concurrent: false }, () => {
    let operator: Operator
    beforeAll(async () => {
      operator = await openOperator({ NIANGJIA_LOG: 'info' })
      await operator.run('import', await rosterAt(operator))
      await mkdir(join(operator.directory, 'folder'))
      await writeFile(join(operator.directory, 'empty.jpg'), '')
      await writeFile(join(operator.directory, 'program.exe'), 'MZ\u0000\u0000')
      await writeFile(
        join(operator.directory, 'broken.pdf'),
        Uint8Array.from({ length: 500 }, (_, i) => (i * 37) % 256),
      )
    })
    afterAll(() => operator.close())

    test('takes all of it in one sitting', async () => {
      const stdio = operator.start(['stdio'])
      // Not JSON, and JSON that is no line of the protocol.
      stdio.write('not json')
      stdio.write(says('', 'u-he', '没有编号'))
      stdio.write('[1,2]')
      // A message of 100,000 characters, NUL, and half characters.
      stdio.write(says('long', 'u-wu', `${TROUBLE}${'很长'.repeat(50_000)}`))
      stdio.write(says('nul', 'u-lu', `${TROUBLE}\u0000\ud83d半个`))
      // Enclosures that cannot be read.
      const attachments = ['folder', 'empty.jpg', 'program.exe', 'broken.pdf', 'nowhere.jpg'].map((name) => ({
        kind: 'image',
        name,
        path: join(operator.directory, name),
      }))
      stdio.write(says('files', 'u-he', TROUBLE, { attachments }))
      await stdio.sync()
      for (const person of ['u-wu', 'u-lu', 'u-he']) expect(sentTo(stdio.out, person), person).toHaveLength(1)
      for (const person of ['u-wu', 'u-lu', 'u-he']) stdio.write(yes(`yes-${person}`, person))
      await stdio.sync()
      // Everything once more, as a platform does that was not told in time.
      const before = stdio.out.filter(({ kind }) => kind === 'sent').length
      stdio.write(says('nul', 'u-lu', '同一个编号，别的话'))
      stdio.write(yes('yes-u-lu', 'u-lu'))
      await stdio.sync()
      expect(stdio.out.filter(({ kind }) => kind === 'sent')).toHaveLength(before)
      const errors = stdio.out.filter(({ kind }) => kind === 'error')
      expect(errors.map(({ line }) => line)).toEqual([1, 2, 3])
      expect(errors[0].message).toBe('Line 1: this is not JSON; write one JSON object a line.')
      expect(await stdio.end()).toBe(1)

      // A message seen before is known to the next process too.
      const next = operator.start(['stdio'])
      next.write(says('long', 'u-wu', TROUBLE))
      await next.sync()
      expect(next.out.filter(({ kind }) => kind === 'sent')).toEqual([])
      expect(await next.end()).toBe(0)

      const { out: ledger } = await operator.run('ledger', '--json')
      expect(ledger.flatMap(({ sources }) => sources).toSorted()).toEqual(['files', 'long', 'nul'])
      const client = new pg.Client(operator.database.url)
      await client.connect()
      const { rows } = await client.query(
        `SELECT "messageId", length("content"->>'text') AS length, "content"->'unread' AS unread FROM "Arrival" WHERE "messageId" IN ('long', 'files')`,
      )
      await client.end()
      expect(rows.find((row) => row.messageId === 'long').length).toBeGreaterThan(100_000)
      expect(rows.find((row) => row.messageId === 'files').unread).toHaveLength(5)
    })

    test('a reader who goes away ends it with a sentence; what could not be said is kept', async () => {
      const stdio = operator.start(['stdio'])
      stdio.write({ kind: 'sync', id: 's-0' })
      await until(() => expect(stdio.out).toHaveLength(1))
      stdio.child.stdout?.destroy()
      stdio.write(says('gone', 'u-lonely', '你好'))
      stdio.write({ kind: 'sync', id: 's-x' })
      stdio.child.stdin?.end()
      expect(await stdio.exit).toBe(1)
      const { out } = await operator.run('letters', '--json')
      expect(out.filter(({ chat, state }) => chat === 'u-lonely' && state === 'sent')).toEqual([])
      expect(out.some(({ chat }) => chat === 'u-lonely')).toBe(true)
    })
  })

  test('a database that goes away in the middle: every message has its effect once afterwards', async () => {
    const operator = await openOperator()
    const wire = await openWire(operator.database.url)
    const people = Array.from({ length: 12 }, (_, i) => `u-${i}`)
    const members = people.map((id) => ({
      code: id,
      name: `会员${id}`,
      company: 'tianhe',
      accounts: [{ platform: 'stdio', id }],
    }))
    await operator.run(
      'import',
      await rosterAt(operator, { ...SMALL_COUNTY, people: members, responsibilities: [] }),
    )
    const stdio = operator.start(['stdio'], { DATABASE_URL: wire.url })
    await stdio.sync()
    for (const person of people) stdio.write(says(`m-${person}`, person, TROUBLE))
    for (const person of people.slice(0, 6)) stdio.write(yes(`y-${person}`, person))
    wire.cut()
    for (const person of people.slice(6)) stdio.write(yes(`y-${person}`, person))
    await until(() => expect(wire.refused()).toBeGreaterThan(12))
    wire.mend()
    await stdio.sync()
    expect(await stdio.end(), stdio.errors() + JSON.stringify(stdio.out)).toBe(0)
    const { out: ledger } = await operator.run('ledger', '--json')
    expect(ledger.flatMap(({ sources }) => sources).toSorted()).toEqual(
      people.map((person) => `m-${person}`).toSorted(),
    )
    const { out: letters } = await operator.run('letters', '--json')
    const printed = stdio.out.filter(({ kind }) => kind === 'sent').map(({ id }) => id)
    expect(new Set(printed).size).toBe(printed.length)
    expect(
      letters.filter(({ id, state }) => (state === 'sent') !== printed.includes(id) && state !== 'uncertain'),
    ).toEqual([])
    wire.close()
    await operator.close()
  })

  test('a second stdio, and a second start, on the same data: they wait, refuse, and say what to do', async () => {
    const operator = await openOperator()
    await operator.run('import', await rosterAt(operator))
    const [stdio, house] = [operator.start(['stdio']), operator.start(['start'])]
    await stdio.sync()
    await until(() => expect(house.lines.join()).toMatch(/http:\/\/127\.0\.0\.1:\d+/))
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(house.lines.join())?.[0] as string
    const [second, again] = [operator.start(['stdio']), operator.start(['start'])]
    expect(await Promise.all([second.exit, again.exit])).toEqual([1, 1])
    expect(second.errors()).toMatch(
      /Another process on the same data already speaks for stdio:stdio\. Stop it first/,
    )
    expect(again.lines.join() + again.errors()).toContain(`已经有一个娘家在运行：${address}`)
    // The first ones never noticed.
    stdio.write(says('m-1', 'u-he', '你好'))
    await stdio.sync()
    expect(sentTo(stdio.out, 'u-he')).toHaveLength(1)
    expect((await fetch(`${address}/chat/`)).status).toBe(200)
    expect(await stdio.end()).toBe(0)
    house.child.kill('SIGTERM')
    expect(await house.exit).toBe(0)
    await operator.close()
  })
})
