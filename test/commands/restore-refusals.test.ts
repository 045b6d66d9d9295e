import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { restoreBackup } from '../../src/adapters/storage/backup-restore.storage.ts'
import { applyMigrations } from '../../src/adapters/storage/migrator.ts'
import { backupCommand } from '../../src/commands/backup.ts'
import { ask, type BackedUpHouse, openBackedUpHouse, openNewMachine, restore } from './backed-up-house.ts'
import { run } from './on-house.ts'

let house: BackedUpHouse
let machine: Awaited<ReturnType<typeof openNewMachine>>
beforeAll(async () => {
  house = await openBackedUpHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  machine = await openNewMachine(house.directory)
})
afterEach(() => machine.close())

test('half a file, a changed one, one of another kind and one that goes on are refused, and nothing is written', async () => {
  const whole = await readFile(house.file)
  const plain = gunzipSync(whole).toString('utf8')
  const withoutEnd = plain.slice(0, plain.lastIndexOf('{"kind":"end"'))
  const damaged: Record<string, [Buffer, string]> = {
    'cut in the middle': [whole.subarray(0, whole.length / 2), '只有半份'],
    'zipped anew without its end': [gzipSync(withoutEnd), '只有半份'],
    'one letter changed': [gzipSync(plain.replace('何志平', '何志乎')), '对不上'],
    'a row too many': [gzipSync(plain.replace(/\n(\[.*\])\n/u, '\n$1\n$1\n')), '对不上'],
    'a text file': [Buffer.from('hello'), '不是本程序的备份'],
    nothing: [Buffer.alloc(0), '只有半份'],
    'something after its end': [gzipSync(`${plain}{"kind":"table"}\n`), '对不上'],
    'a newer format': [gzipSync(plain.replace('"format":1', '"format":2')), '更新的版本'],
  }
  machine.there()
  for (const [name, [bytes, sentence]] of Object.entries(damaged)) {
    const path = join(house.directory, 'damaged')
    await writeFile(path, bytes)
    await expect(restore(path), name).rejects.toMatchObject({
      code: 'import',
      message: expect.stringContaining(sentence),
    })
  }
  await expect(restore(join(house.directory, 'absent'))).rejects.toMatchObject({ code: 'import' })
  expect(
    await ask(machine.url, `SELECT FROM information_schema.tables WHERE table_schema = 'public'`),
  ).toEqual([])
})

test('a backup whose audit chain was tampered with before is refused, and all of it is taken back', async () => {
  const tampered = join(house.directory, 'tampered')
  house.here()
  const { database } = house.chat.house.storage
  const first = await database.auditEntry.findFirstOrThrow({ orderBy: { seq: 'asc' } })
  await database.auditEntry.update({ where: { seq: first.seq }, data: { actor: 'li' } })
  await run(() => backupCommand({ file: tampered, force: false, json: false, demo: false }))
  await database.auditEntry.update({ where: { seq: first.seq }, data: { actor: first.actor } })
  machine.there()
  await expect(restore(tampered)).rejects.toMatchObject({ code: 'audit' })
  expect(await ask(machine.url, 'SELECT FROM "Person"')).toEqual([])
})

describe('versions', () => {
  const at = new Date('2026-03-02T09:00:00+08:00')
  let newer: string
  beforeEach(async () => {
    newer = await mkdtemp(join(house.directory, 'migrations-'))
    await cp(join(import.meta.dirname, '../../prisma/migrations'), newer, { recursive: true })
    await mkdir(join(newer, '20990101000000_more'))
    await writeFile(
      join(newer, '20990101000000_more', 'migration.sql'),
      `ALTER TABLE "Counter" ADD COLUMN "note" TEXT NOT NULL DEFAULT 'new';`,
    )
  })

  test('a backup of an older version is restored and then brought up to date', async () => {
    await restoreBackup({ url: machine.url, file: house.file, at, isMove: false, migrations: newer })
    expect(await ask(machine.url, 'SELECT "note" FROM "Counter"')).toEqual([{ note: 'new' }])
  })

  test('a database that a newer version already opened does not take it', async () => {
    await applyMigrations({ url: machine.url, directory: newer })
    const restoring = restoreBackup({
      url: machine.url,
      file: house.file,
      at,
      isMove: false,
      migrations: newer,
    })
    await expect(restoring).rejects.toMatchObject({
      code: 'database',
      message: expect.stringContaining('新建的空数据库'),
    })
  })

  test('a backup of a newer version is refused before the database is touched', async () => {
    const plain = gunzipSync(await readFile(house.file)).toString('utf8')
    const body = plain.slice(0, plain.lastIndexOf('{"kind":"end"')).replace('_init"', '_later"')
    const trailer = JSON.parse(plain.slice(plain.lastIndexOf('{"kind":"end"')))
    const sha256 = createHash('sha256').update(body).digest('hex')
    const path = join(house.directory, 'newer')
    await writeFile(path, gzipSync(`${body}${JSON.stringify({ ...trailer, sha256 })}\n`))
    machine.there()
    await expect(restore(path)).rejects.toMatchObject({ code: 'migration' })
    expect(
      await ask(machine.url, `SELECT FROM information_schema.tables WHERE table_schema = 'public'`),
    ).toEqual([])
  })
})
