import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withClaim } from '../../../../src/adapters/storage/server/claim.ts'
import { clearAway, makeFolder } from './house-process.ts'

afterAll(clearAway)

test('work under one directory never overlaps, and every piece gets its turn', async () => {
  const directory = await makeFolder()
  let inside = 0
  const seen: number[] = []
  const work = async () => {
    inside += 1
    seen.push(inside)
    await new Promise(setImmediate)
    inside -= 1
  }
  await Promise.all(Array.from({ length: 8 }, () => withClaim(directory, work)))
  expect(seen).toEqual(Array.from({ length: 8 }, () => 1))
})

test('claims of dead processes, of reused numbers and of nobody are swept away', async () => {
  const directory = await makeFolder()
  // No system gives out this number; the second is ours, but of a process that started at another time.
  for (const name of ['4999999-1-aa', `${process.pid}-1-bb`, 'litter'])
    await writeFile(join(directory, name), '')
  expect(await withClaim(directory, async () => 'done')).toBe('done')
  expect(await readdir(directory)).toEqual([])
})

test('a claim is given back when the work fails', async () => {
  const directory = await makeFolder()
  const failing = withClaim(directory, async () => {
    throw new Error('no disk')
  })
  await expect(failing).rejects.toThrow('no disk')
  expect(await withClaim(directory, async () => 'done')).toBe('done')
})
