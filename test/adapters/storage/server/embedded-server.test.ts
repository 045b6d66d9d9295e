import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  type EmbeddedServer,
  startEmbeddedServer,
} from '../../../../src/adapters/storage/server/embedded-server.ts'
import { ask, clearAway, makeFolder, startHouseProcess } from './house-process.ts'

const shelter = await makeFolder()
const whenStarted = 'SELECT pg_postmaster_start_time()::text'

function start(dataDirectory: string, said: string[] = []): Promise<EmbeddedServer> {
  return startEmbeddedServer({ dataDirectory, shelter, say: (line) => said.push(line) })
}

afterAll(clearAway)

describe('the embedded server', async () => {
  const data = await makeFolder()

  test('is prepared on the first start and keeps what was written to it', async () => {
    const said: string[] = []
    const first = await start(data, said)
    await ask(first.url, 'CREATE TABLE kept AS SELECT 7 AS number')
    await first.release()
    const second = await start(data)
    expect(await ask(second.url, 'SELECT number FROM kept')).toBe(7)
    await second.release()
    expect(said).toHaveLength(3)
  })

  test('speaks UTF-8 and UTC, syncs to disk, listens on loopback only, and finds Chinese trigrams', async () => {
    const { url, release } = await start(data)
    const settings = ['server_encoding', 'timezone', 'fsync', 'listen_addresses', 'unix_socket_directories']
    const found = await Promise.all(settings.map((name) => ask(url, `SHOW ${name}`)))
    expect(found).toEqual(['UTF8', 'UTC', 'on', '127.0.0.1', ''])
    await ask(url, 'CREATE EXTENSION pg_trgm')
    expect(await ask(url, "SELECT similarity('建筑机械', '建筑机械商会') > 0.3")).toBe(true)
    await release()
  })

  test('lets nobody in without the password, which only its user can read', async () => {
    const { url, directory, release } = await start(data)
    const wrong = new URL(url)
    wrong.password = 'wrong'
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
    expect((await stat(join(directory, 'password'))).mode & 0o777).toBe(0o600)
    await release()
  })

  test('is shared by processes, and stopped by the last one to leave', async () => {
    const one = await startHouseProcess(data, shelter)
    const two = await start(data)
    expect(two.url).toBe(one.url)
    await one.release()
    expect(await ask(two.url, 'SELECT 1')).toBe(1)
    await two.release()
    await expect(ask(two.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('lives on after kill -9 of the whole process group, and the next start adopts it', async () => {
    const killed = await startHouseProcess(data, shelter)
    const before = await ask(killed.url, whenStarted)
    await killed.kill()
    expect(await ask(killed.url, whenStarted)).toBe(before)
    const next = await start(data)
    expect(await ask(next.url, whenStarted)).toBe(before)
    await next.release()
    await expect(ask(next.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('is brought back on the same port when it is killed itself', async () => {
    const house = await startHouseProcess(data, shelter)
    const pid = Number.parseInt(
      await readFile(join(house.directory, 'cluster', 'postmaster.pid'), 'utf8'),
      10,
    )
    process.kill(pid, 'SIGKILL')
    await house.hears('重新接上了')
    expect(await ask(house.url, 'SELECT number FROM kept')).toBe(7)
    await house.release()
  })

  test('serves everyone who comes while others go', async () => {
    const visit = async () => {
      const { url, release } = await start(data)
      const answer = await ask(url, 'SELECT number FROM kept')
      await release()
      return answer
    }
    expect(await Promise.all(Array.from({ length: 5 }, visit))).toEqual([7, 7, 7, 7, 7])
  })
})

test('two processes that start at the same instant on an empty directory share one server', async () => {
  const data = await makeFolder()
  const houses = await Promise.all([1, 2, 3].map(() => startHouseProcess(data, shelter)))
  expect(new Set(houses.map(({ url }) => url)).size).toBe(1)
  expect(houses.filter(({ said }) => said.some((line) => line.includes('第一次启动')))).toHaveLength(1)
  await Promise.all(houses.map(({ release }) => release()))
  await expect(ask(houses[0]?.url ?? '', 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})
