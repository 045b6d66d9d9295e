import { cp, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { copyBinaries, locateBinaries } from '../../../../src/adapters/storage/server/binaries.ts'
import {
  type EmbeddedServer,
  startEmbeddedServer,
} from '../../../../src/adapters/storage/server/embedded-server.ts'
import { runCommand } from '../../../../src/adapters/storage/server/run-command.ts'
import { ask, clearAway, makeFolder } from './house-process.ts'

const shelter = await makeFolder()
const usual = await makeFolder()

function start(dataDirectory: string, said: string[] = []): Promise<EmbeddedServer> {
  return startEmbeddedServer({ dataDirectory, shelter, say: (line) => said.push(line) })
}

afterAll(clearAway)

test('the programs run from a copy, which is made once', async () => {
  const said: string[] = []
  const binaries = await locateBinaries()
  const copy = await copyBinaries(binaries, shelter, (line) => said.push(line))
  expect(copy.postgres.startsWith(shelter)).toBe(true)
  expect(await runCommand(undefined, copy.postgres, ['--version'])).toMatchObject({ ok: true })
  expect(await copyBinaries(binaries, shelter, (line) => said.push(line))).toEqual(copy)
  expect(said).toHaveLength(1)
})

describe('a directory copied while its server runs', async () => {
  const data = join(usual, 'data')
  const original = await start(data)
  await ask(original.url, 'CREATE TABLE kept AS SELECT 7 AS number')
  await ask(original.url, 'CHECKPOINT')
  const copied = await makeFolder()
  await cp(data, copied, { recursive: true })

  test('gets a server of its own, although port and process number in it are the original’s', async () => {
    const copy = await start(copied)
    expect(copy.url).not.toBe(original.url)
    await ask(copy.url, 'UPDATE kept SET number = 8 RETURNING number')
    expect(await ask(original.url, 'SELECT number FROM kept')).toBe(7)
    await copy.release()
    await original.release()
  })

  test('starts although the number of its crashed server belongs to another process by now', async () => {
    const pidFile = join(data, 'postgres', 'cluster', 'postmaster.pid')
    await writeFile(
      pidFile,
      `${process.pid}\n${join(data, 'postgres', 'cluster')}\n1\n5432\n\n127.0.0.1\n\nready\n`,
    )
    const server = await start(data)
    expect(await ask(server.url, 'SELECT number FROM kept')).toBe(7)
    await server.release()
  })
})

describe.runIf(process.getuid?.() === 0)('as root in a folder of mode 700', async () => {
  const closed = await makeFolder(0o700)
  const data = join(closed, 'data')

  test('the database lives in the shelter, is said to, and is found there again', async () => {
    const said: string[] = []
    const first = await start(data, said)
    expect(first.directory.startsWith(shelter)).toBe(true)
    expect(said.some((line) => line.includes(first.directory))).toBe(true)
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number')
    await first.release()
    const second = await start(data)
    expect(second.directory).toBe(first.directory)
    expect(await ask(second.url, 'SELECT number FROM kept')).toBe(7)
    await second.release()
  })

  test('a copy of the data directory is refused, because it would share the original’s database', async () => {
    const copied = join(closed, 'copied')
    await cp(data, copied, { recursive: true })
    await expect(start(copied)).rejects.toMatchObject({
      code: 'database',
      message: expect.stringContaining('复制'),
    })
  })

  test('a data directory that moved keeps its database', async () => {
    const moved = join(closed, 'moved')
    await rename(data, moved)
    const server = await start(moved)
    expect(await ask(server.url, 'SELECT number FROM kept')).toBe(7)
    await server.release()
  })

  test('a database made where PostgreSQL could reach it comes along when the folder is closed', async () => {
    await mkdir(join(closed, 'other'))
    const data = join(closed, 'other', 'data')
    await rename(join(usual, 'data'), data)
    const after = await start(data)
    expect(after.directory.startsWith(shelter)).toBe(true)
    expect(await ask(after.url, 'SELECT number FROM kept')).toBe(7)
    await after.release()
    expect((await stat(join(after.directory, 'cluster'))).uid).not.toBe(0)
    expect(await readFile(join(after.directory, 'password'), 'utf8')).toContain(new URL(after.url).password)
  })
})
