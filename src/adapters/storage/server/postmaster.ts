import { readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { HouseError } from '../../../kernel/errors.ts'
import { findOwner } from './account.ts'
import { findAddress, findFreePort, writePort } from './address.ts'
import { readLastWords, writeSettings } from './cluster.ts'
import { clusterOf, type Place } from './place.ts'
import { isAlive } from './process-identity.ts'
import { runCommand } from './run-command.ts'
import { serverTexts } from './server.texts.ts'

export const logOf = (home: string) => join(home, 'server.log')
const logLimitBytes = 4_000_000

/**
 * Starts the server and waits until it answers; the port is written down. It lives in a session of its own
 * and outlives us. Only under a claim, and only where no server runs. Throws `database` with its last words.
 */
export async function startPostmaster(place: Place): Promise<number> {
  const { home, account, binaries } = place
  const log = logOf(home)
  await shortenLog(log)
  let preferred = (await findAddress(home))?.port
  let words = ''
  for (let attempt = 0; attempt < 30; attempt += 1) {
    await removeStalePid(clusterOf(home))
    // The same port as last time where it is free: clients that lost the server find it again.
    const port = await findFreePort(preferred)
    await writeSettings(place, port)
    await writePort(home, port)
    const logged = (await stat(log).catch(() => undefined))?.size ?? 0
    const args = ['start', '-w', '-t', '120', '-D', clusterOf(home), '-l', log]
    const result = await runCommand(account, binaries.pgCtl, args)
    if (result.ok) return port
    words = (await readLastWords(log, logged)) || result.output
    if (/Address already in use|could not create any TCP/.test(words)) preferred = undefined
    // A killed server's last children need a moment to notice and go.
    else if (/shared memory block|lock file/.test(words)) await pause(300)
    else break
  }
  throw new HouseError('database', serverTexts.startFailed(words, log))
}

/** Stops the server, clients or not, and waits for its last checkpoint. Gives the reason where it did not stop. */
export async function stopPostmaster({ home, account, binaries }: Place): Promise<string | undefined> {
  const args = ['stop', '-w', '-t', '120', '-m', 'fast', '-D', clusterOf(home)]
  const result = await runCommand(account, binaries.pgCtl, args)
  return result.ok ? undefined : result.output
}

/** True where this cluster's server runs, even if it does not answer yet. */
export async function isRunning(cluster: string): Promise<boolean> {
  const pid = await findRecordedPid(cluster)
  return pid !== undefined && isAlive(pid) && (await isOccupied(cluster)) !== false
}

/**
 * After a crash of the machine or container, the number in postmaster.pid may belong to anything, and
 * PostgreSQL refuses to start when that is a process of the same user. It is removed only where the system
 * tells that no process at all works in this cluster.
 */
async function removeStalePid(cluster: string): Promise<void> {
  const pid = await findRecordedPid(cluster)
  if (pid === undefined || !isAlive(pid) || (await isOccupied(cluster)) !== false) return
  await rm(join(cluster, 'postmaster.pid'), { force: true })
}

async function findRecordedPid(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Math.abs(Number.parseInt(text, 10))
  return Number.isInteger(pid) && pid > 0 ? pid : undefined
}

/**
 * Whether a process works in this cluster's folder, as every process of a server does. Undefined where the
 * system does not tell. Asked as the cluster's owner: in a container even root may not look at others.
 */
async function isOccupied(cluster: string): Promise<boolean | undefined> {
  if (process.platform !== 'linux') return undefined
  const owner = await findOwner(cluster)
  const { output } = await runCommand(owner, 'sh', ['-c', 'readlink /proc/[0-9]*/cwd'])
  return output.split('\n').includes(await realpath(cluster))
}

async function shortenLog(log: string): Promise<void> {
  const size = (await stat(log).catch(() => undefined))?.size ?? 0
  if (size > logLimitBytes) await rename(log, `${log}.old`)
}
