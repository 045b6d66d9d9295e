import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { REMOVED_TEXT } from '../../src/adapters/storage/person-data-conditions.ts'
import { PERSON_TABLES } from '../../src/adapters/storage/person-data-tables.ts'
import { exportPersonCommand } from '../../src/commands/export-person.ts'
import { forgetPersonCommand } from '../../src/commands/forget-person.ts'
import type { Chat } from '../support/chat.ts'
import { openHouseWithHe, PICTURE, SHARED } from './house-with-he.ts'
import { jsonLines, run } from './on-house.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openHouseWithHe()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await chat.close()
})

const forget = (code: string, yes: boolean) =>
  run(() => forgetPersonCommand({ code, yes, json: false, demo: false }))
const exported = async (code: string) =>
  JSON.parse((await run(() => exportPersonCommand({ code, demo: false }))).out)

/** Rows of all tables in which these words still stand, by table. */
async function whereStill(words: string): Promise<string[]> {
  const { database } = chat.house.storage
  const found: string[] = []
  for (const { table } of PERSON_TABLES) {
    const [row] = await database.$queryRawUnsafe<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM "${table}" t WHERE strpos(t::text, $1) > 0`,
      words,
    )
    if ((row?.n ?? 0) > 0) found.push(table)
  }
  return found
}

describe('the list of tables', () => {
  const columns = () =>
    chat.house.storage.database.$queryRawUnsafe<{ name: string; column: string }[]>(
      `SELECT c.table_name::text AS name, c.column_name::text AS column FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> '_prisma_migrations'`,
    )

  test('decides about every table of the schema, once', async () => {
    const there = new Set((await columns()).map(({ name }) => name))
    expect(PERSON_TABLES.map(({ table }) => table).sort()).toEqual([...there].sort())
  })

  test('decides about every column of a table that is anonymised', async () => {
    const all = await columns()
    for (const one of PERSON_TABLES) {
      if (one.decision !== 'anonymised') continue
      const decided = new Set([...one.keeps, ...one.changes.flatMap(({ set }) => Object.keys(set))])
      const there = all.filter(({ name }) => name === one.table).map(({ column }) => column)
      expect([...decided].sort(), one.table).toEqual(there.sort())
    }
  })
})

test('an export holds everything about the person, sealed matters opened, nothing about others, and is written down', async () => {
  const { held, exportedAt } = await exported('he')
  expect(held.Person).toMatchObject([{ code: 'he', name: '何志平' }])
  expect(held.PersonAccount).toHaveLength(1)
  expect(held.Arrival.map((row: { content: { kind: string } }) => row.content.kind).sort()).toEqual([
    'membership',
    'message',
  ])
  expect(held.Letter.map((row: { key: string }) => row.key)).toContain('hello')
  expect(held.Appeal.map((row: { number: string }) => row.number).sort()).toEqual([
    '2026-0002',
    '2026-0003',
    '2026-1000',
  ])
  expect(held.Appeal.find((row: { sealed: boolean }) => row.sealed).sealedAsker).toMatchObject({
    name: '何志平',
    wholeText: '密封的原话',
  })
  expect(held.Appeal[0].filedAt).toMatch(/^2026-03-02T09:00:00(\.000)?\+08:00$/u)
  expect(held.AuditEntry.some((row: { detail: { asker?: string } }) => row.detail.asker === 'he')).toBe(true)
  expect(held.StoredFile.map((row: { sha256: string }) => row.sha256).sort()).toEqual([PICTURE, SHARED])
  expect(JSON.stringify(held)).not.toContain('吴桂兰')
  expect(exportedAt).toMatch(/\+08:00$/u)
  expect(
    (await exported('he')).held.AuditEntry.some((row: { action: string }) => row.action === 'person.export'),
  ).toBe(true)
})

test('somebody who is not there is not found, and a stranger is by their account', async () => {
  expect(await run(() => exportPersonCommand({ code: 'nobody', demo: false }))).toMatchObject({
    code: 1,
    out: '',
  })
  expect((await forget('stdio:u-never', true)).code).toBe(1)
  chat.as('u-stranger', '路人').says('绑定 ABCDEFGH')
  await chat.settle()
  expect((await exported('stdio:u-stranger')).held.Arrival).toHaveLength(1)
  expect((await forget('stdio:u-stranger', true)).code).toBe(0)
  expect(await whereStill('u-stranger')).toEqual([])
})

test('without --yes nothing changes, and what would happen is said with its reasons', async () => {
  const before = await exported('he')
  const { code, out } = await forget('he', false)
  expect(code).toBe(0)
  expect(out).toContain('第四十七条')
  expect(out).toContain('--yes')
  const after = await exported('he')
  const withoutAudit = ({ held }: { held: Record<string, unknown> }) => ({ ...held, AuditEntry: [] })
  expect(withoutAudit(after)).toEqual(withoutAudit(before))
})

test('after forgetting, name, account and words are gone everywhere, and the record of the work is still there', async () => {
  const { code, out } = await forget('he', true)
  expect(code).toBe(0)
  expect(out).toContain('旧备份')
  const { database } = chat.house.storage
  // A letter to staff about somebody else's matter keeps its words: it is that person's matter.
  await database.letter.delete({ where: { key: 'appeal:2026-10000:told' } })
  expect(await whereStill('何志平')).toEqual([])
  expect(await whereStill('密封的原话')).toEqual([])
  expect(await whereStill('u-he')).toEqual([])
  const rows = await database.appeal.findMany({
    where: { number: { in: ['2026-0002', '2026-0003', '2026-1000'] } },
    orderBy: { number: 'asc' },
  })
  expect(
    rows.map(({ number, status, category, text, sealedAsker }) => ({
      number,
      status,
      category,
      text,
      sealedAsker,
    })),
  ).toEqual([
    { number: '2026-0002', status: 'closed', category: 'financing', text: REMOVED_TEXT, sealedAsker: null },
    {
      number: '2026-0003',
      status: 'withdrawn',
      category: 'financing',
      text: REMOVED_TEXT,
      sealedAsker: null,
    },
    {
      number: '2026-1000',
      status: 'withdrawn',
      category: 'financing',
      text: REMOVED_TEXT,
      sealedAsker: null,
    },
  ])
  const letters = await database.letter.findMany({
    where: { key: { in: ['hello', 'appeal:2026-1000:told'] } },
    orderBy: { key: 'desc' },
  })
  expect(letters.map(({ text, state }) => ({ text, state }))).toEqual([
    { text: REMOVED_TEXT, state: 'cancelled' },
    { text: REMOVED_TEXT, state: 'waiting' },
  ])
})

test('others keep what is theirs: their matters, their words, and the picture both had sent', async () => {
  const { database } = chat.house.storage
  expect((await database.appeal.findUnique({ where: { number: '2026-10000' } }))?.text).toBe('吴桂兰的话')
  // What is known of the company is the company's; nobody reads any more who said it.
  expect(await database.companyProfile.findMany()).toMatchObject([
    { facts: { staff: { value: 36, by: '' }, exports: { value: true, by: 'wu' } }, reminds: null },
  ])
  expect((await database.storedFile.findMany()).map(({ sha256 }) => sha256)).toEqual([SHARED])
})

test('the house goes on and no longer knows them; forgetting them again changes nothing', async () => {
  chat.as('u-song').says('发绑定码 何志平')
  await chat.settle()
  expect(chat.last('u-song')?.text).not.toContain('已')
  const { out } = await run(() => forgetPersonCommand({ code: 'he', yes: true, json: true, demo: false }))
  const rows = Object.fromEntries(jsonLines(out).map(({ table, rows }) => [table, rows]))
  expect(rows).toMatchObject({ Person: 1, PersonAccount: 0, Arrival: 0, Letter: 0, Appeal: 0 })
})
