import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { backupCommand } from '../../src/commands/backup.ts'
import { type BackedUpHouse, openBackedUpHouse, openNewMachine, restore } from './backed-up-house.ts'
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

test('the key is not in the backup; whoever restores is told which one to bring, and none is made', async () => {
  const key = await readFile(join(house.chat.house.config.dataDirectory, 'key'), 'utf8')
  expect(gunzipSync(await readFile(house.file)).includes(key.trim())).toBe(false)
  machine.there()
  const { err } = await restore(house.file)
  expect(err).toContain(house.chat.house.storage.codec.keyId)
  expect(await stat(join(machine.data, 'key')).catch(() => undefined)).toBeUndefined()
})

test('an existing file is not overwritten unless that is asked for', async () => {
  house.here()
  const other = join(house.directory, 'existing')
  await writeFile(other, 'mine')
  const options = { file: other, json: false, demo: false }
  expect(await run(() => backupCommand({ ...options, force: false }))).toMatchObject({ code: 1, out: '' })
  expect(await readFile(other, 'utf8')).toBe('mine')
  expect((await run(() => backupCommand({ ...options, force: true }))).code).toBe(0)
  expect((await restore(other, { verify: true })).code).toBe(0)
  expect((await stat(other)).mode & 0o077).toBe(0)
})

test('a folder that is not there is said, and nothing is left behind', async () => {
  house.here()
  const command = backupCommand({
    file: join(house.directory, 'no', 'x'),
    force: false,
    json: false,
    demo: false,
  })
  await expect(command).rejects.toMatchObject({ code: 'usage' })
})
