import { randomBytes } from 'node:crypto'
import { appendFile, chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { HouseError } from '../../../kernel/errors.ts'
import { houseName, passwordFileOf } from './address.ts'
import { clusterOf, type Place } from './place.ts'
import { runCommand } from './run-command.ts'
import { serverTexts } from './server.texts.ts'

/**
 * Makes the cluster where there is none: initdb into a folder of its own, renamed when complete, so that a
 * start killed half-way leaves nothing that looks like a database. Only under a claim. Throws `database`.
 */
export async function ensureCluster({ home, account, binaries }: Place, say: (line: string) => void) {
  const cluster = clusterOf(home)
  if (await stat(cluster).catch(() => undefined)) return
  say(serverTexts.preparing())
  await sweepPartial(home)
  await writePassword(home, account)
  const attempt = async (locale: readonly string[]) => {
    const partial = `${cluster}.partial-${randomBytes(4).toString('hex')}`
    await mkdir(partial, { mode: 0o700 })
    if (account !== undefined) await chown(partial, account.uid, account.gid)
    const result = await runCommand(account, binaries.initdb, [
      `--pgdata=${partial}`,
      `--username=${houseName}`,
      `--pwfile=${passwordFileOf(home)}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...locale,
    ])
    return { partial, ...result }
  }
  // Sorting by code point, in a version that never changes under an index. The classes of characters come
  // from C.UTF-8: under plain C, pg_trgm drops every Chinese character. Where the system lacks it, C must do.
  let made = await attempt(['--locale=C.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'])
  if (!made.ok) made = await attempt(['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'])
  if (!made.ok) throw new HouseError('database', serverTexts.initFailed(made.output))
  await appendFile(join(made.partial, 'postgresql.conf'), "\ninclude = 'niangjia.conf'\n")
  await rename(made.partial, cluster)
}

async function sweepPartial(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (name.startsWith('cluster.partial-')) await rm(join(home, name), { recursive: true, force: true })
  }
}

async function writePassword(home: string, account: Place['account']): Promise<void> {
  const path = passwordFileOf(home)
  await rm(path, { force: true })
  // Letters that need no escaping inside a URL.
  await writeFile(path, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  if (account !== undefined) await chown(path, account.uid, account.gid)
}

/**
 * Written before every start, so that an update of the house can change it. An operator's own wishes go
 * through ALTER SYSTEM, which PostgreSQL reads after this.
 */
export async function writeSettings({ home, account }: Place, port: number): Promise<void> {
  const path = join(clusterOf(home), 'niangjia.conf')
  const settings = {
    listen_addresses: "'127.0.0.1'",
    port: String(port),
    unix_socket_directories: "''",
    max_connections: '100',
    shared_buffers: '64MB',
    // Parallel workers need shared memory that a container's 64 MB /dev/shm may not give; our queries are small.
    max_parallel_workers_per_gather: '0',
    fsync: 'on',
    timezone: "'UTC'",
    log_timezone: "'UTC'",
    // The log is never rotated by the server: keep out of it what comes every few minutes.
    log_checkpoints: 'off',
    lc_messages: "'C'",
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`)
  await writeFile(path, `${lines.join('\n')}\n`)
  if (account !== undefined) await chown(path, account.uid, account.gid)
}

/** The gravest of what the server wrote to its log after the first `from` bytes; '' where it said nothing. */
export async function readLastWords(log: string, from: number): Promise<string> {
  const bytes = await readFile(log).catch(() => Buffer.alloc(0))
  const lines = bytes.subarray(from).toString('utf8').split('\n')
  const grave = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? ''
  return grave.replace(/^.*?(FATAL|PANIC):\s*/, '')
}
