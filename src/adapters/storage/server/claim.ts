import { randomBytes, randomInt } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { HouseError } from '../../../kernel/errors.ts'
import { findStartTime, isAlive } from './process-identity.ts'
import { serverTexts } from './server.texts.ts'

const patienceSeconds = 90

/**
 * Runs `work` while no other process runs work of its own under the same directory: starting and stopping
 * the server are such work. Waits up to 90 s, then throws `database`.
 *
 * Each process writes a claim under a name of its own and goes on only if it then sees no other live one.
 * Nobody ever takes over a lock, so a claim left by a killed process can be swept away by anyone at any
 * time without hitting a fresh one.
 */
export async function withClaim<Result>(directory: string, work: () => Promise<Result>): Promise<Result> {
  await mkdir(directory, { recursive: true })
  const own = `${process.pid}-${(await findStartTime(process.pid)) ?? 0}-${randomBytes(6).toString('hex')}`
  const path = join(directory, own)
  const deadline = performance.now() + patienceSeconds * 1000
  while (!(await isClaimed(directory, own, path))) {
    if (performance.now() > deadline)
      throw new HouseError('database', serverTexts.claimTimeout(directory, patienceSeconds))
    // Uneven, so that two who saw each other do not meet again.
    await pause(randomInt(8, 40))
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function isClaimed(directory: string, own: string, path: string): Promise<boolean> {
  // Looking first keeps those who wait from disturbing each other.
  if (await isTaken(directory, own)) return false
  await writeFile(path, '', { flag: 'wx' })
  if (!(await isTaken(directory, own))) return true
  await rm(path, { force: true })
  return false
}

async function isTaken(directory: string, own: string): Promise<boolean> {
  for (const name of await readdir(directory)) {
    if (name === own) continue
    if (await isHeld(name)) return true
    await rm(join(directory, name), { force: true })
  }
  return false
}

async function isHeld(name: string): Promise<boolean> {
  const [pidText, startTime] = name.split('-')
  const pid = Number(pidText)
  if (!Number.isInteger(pid) || pid <= 0) return false
  const running = await findStartTime(pid)
  // Without /proc only the number is left to go by: a reused one then delays us until `patienceSeconds`.
  return running === undefined || startTime === '0' ? isAlive(pid) : running === startTime
}
