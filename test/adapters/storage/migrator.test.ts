import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeMigration } from '../../../scripts/migration.ts'
import { findSchemaDiff, runPrisma } from '../../../scripts/schema-diff.ts'
import { applyMigrations } from '../../../src/adapters/storage/migrator.ts'
import { openEmptyDatabase, openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { ask, clearAway, makeFolder } from './server/house-process.ts'

let database: TestDatabase
let directory: string

beforeEach(async () => {
  database = await openEmptyDatabase()
  directory = await makeFolder()
  await write('20260101000000_chambers', 'CREATE TABLE chamber (code text PRIMARY KEY);')
  await write(
    '20260202000000_companies',
    "CREATE TABLE company (name text); INSERT INTO chamber VALUES ('tea');",
  )
})
afterEach(() => database.drop())
afterAll(clearAway)

async function write(name: string, script: string): Promise<void> {
  await mkdir(join(directory, name), { recursive: true })
  await writeFile(join(directory, name, 'migration.sql'), script)
}

const apply = () => applyMigrations({ url: database.url, directory })
const both = ['20260101000000_chambers', '20260202000000_companies']

test('migrations are applied in order, once', async () => {
  expect(await apply()).toEqual({ applied: both })
  expect(await apply()).toEqual({ applied: [] })
  await write('20260303000000_people', 'CREATE TABLE person (name text)')
  expect(await apply()).toEqual({ applied: ['20260303000000_people'] })
  expect(await ask(database.url, 'SELECT code FROM chamber')).toBe('tea')
})

test('where several processes start at once, each migration is applied by one of them', async () => {
  const outcomes = await Promise.all([apply(), apply(), apply(), apply()])
  expect(outcomes.flatMap(({ applied }) => applied)).toEqual(both)
})

test('nothing to do costs one query', async () => {
  await apply()
  const queries: unknown[] = []
  const original = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    queries.push(args[0])
    return Reflect.apply(original, this, args)
  } as typeof original
  await apply().finally(() => {
    pg.Client.prototype.query = original
  })
  expect(queries).toHaveLength(1)
})

test('an empty or missing folder of migrations leaves the database alone', async () => {
  expect(await applyMigrations({ url: database.url, directory: join(directory, 'none') })).toEqual({
    applied: [],
  })
  expect(await ask(database.url, "SELECT count(*)::int FROM pg_tables WHERE schemaname = 'public'")).toBe(0)
})

test('a migration that fails is taken back whole, named, and can be mended', async () => {
  const broken = '20260303000000_broken'
  await write(broken, "INSERT INTO chamber VALUES ('rice'); INSERT INTO chamber VALUES ('tea')")
  await expect(apply()).rejects.toMatchObject({ code: 'migration', message: expect.stringContaining(broken) })
  expect(await ask(database.url, 'SELECT count(*)::int FROM chamber')).toBe(1)
  await write(broken, "INSERT INTO chamber VALUES ('rice')")
  expect(await apply()).toEqual({ applied: [broken] })
})

describe('the next start is refused, with what to do,', () => {
  const refused = (words: string) =>
    expect(apply()).rejects.toMatchObject({ code: 'migration', message: expect.stringContaining(words) })

  test('after a migration that was left half applied', async () => {
    await apply()
    await ask(
      database.url,
      `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '${both[1]}'`,
    )
    await refused(`${both[1]} 上次没有做完`)
  })

  test('when the file of an applied migration was changed', async () => {
    await apply()
    await write('20260101000000_chambers', 'CREATE TABLE chamber (code text);')
    await refused('又被改动过')
  })

  test('when a newer version was here', async () => {
    await apply()
    await rm(join(directory, '20260202000000_companies'), { recursive: true })
    await refused('请安装新版本')
  })

  test('when the database holds somebody else’s tables', async () => {
    await ask(database.url, 'CREATE TABLE wages (amount int)')
    await refused('空的数据库')
    expect(await ask(database.url, "SELECT to_regclass('chamber')")).toBeNull()
  })

  test('when an installation lost a file', async () => {
    await rm(join(directory, '20260202000000_companies', 'migration.sql'))
    await refused('重新安装')
  })
})

test('line ends that Git turned are no change', async () => {
  await write('20260303000000_lines', 'CREATE TABLE a (b int);\nCREATE TABLE c (d int);\n')
  await apply()
  await write('20260303000000_lines', 'CREATE TABLE a (b int);\r\nCREATE TABLE c (d int);\r\n')
  expect(await apply()).toEqual({ applied: [] })
})

test('a database that cannot be reached is a database error', async () => {
  const nowhere = new URL(database.url)
  nowhere.pathname = '/nowhere'
  await expect(applyMigrations({ url: nowhere.href, directory })).rejects.toMatchObject({ code: 'database' })
})

test('a migration drawn from a schema is complete, and Prisma’s own command line agrees that it is applied', async () => {
  const schema = await makeFolder()
  await writeFile(join(schema, 'source.prisma'), 'datasource db {\n  provider = "postgresql"\n}\n')
  await writeFile(
    join(schema, 'tea.prisma'),
    'model Tea {\n  id String @id\n  kind Kind\n  names String[]\n}\nenum Kind {\n  green\n  black\n}\n',
  )
  await rm(directory, { recursive: true })
  const places = { schema, migrations: directory, url: database.url }
  const folder = await makeMigration('The first teas', new Date('2026-03-04T05:06:07Z'), places)
  expect(folder).toBe(join(directory, '20260304050607_the_first_teas'))
  // What the engine must not cut at its semicolons, nor report as a difference.
  const script = join(folder ?? '', 'migration.sql')
  const body = 'BEGIN NEW.id := upper(NEW.id); RETURN NEW; END; '
  const extra = `CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$ ${body}$$;\n`
  await writeFile(script, (await readFile(script, 'utf8')) + extra)

  expect(await apply()).toEqual({ applied: ['20260304050607_the_first_teas'] })
  expect(await findSchemaDiff(places)).toBeUndefined()
  const config = join(schema, 'prisma.config.mjs')
  const settings = { schema, migrations: { path: directory }, datasource: { url: database.url } }
  await writeFile(config, `export default ${JSON.stringify(settings)}`)
  const status = await runPrisma(['migrate', 'status', '--config', config], database.url)
  expect(status.output + status.complaint).toContain('up to date')
})

test('every test file gets the house’s tables in a database of its own', async () => {
  const [one, two] = await Promise.all([openTestDatabase(), openTestDatabase()])
  await ask(one.url, 'CREATE TABLE mine (number int)')
  expect(await ask(two.url, "SELECT to_regclass('mine')")).toBeNull()
  await Promise.all([one.drop(), two.drop()])
  await expect(ask(one.url, 'SELECT 1')).rejects.toMatchObject({ code: '3D000' })
})
