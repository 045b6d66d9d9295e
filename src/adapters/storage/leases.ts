import pg from 'pg'
import type { Leases } from '../../conversation/lease.ts'

const LOCK_SPACE = 7101
const AGAIN_AFTER_MS = 1_000

/**
 * Session locks on a connection of their own. When that connection breaks, the database has freed them:
 * the process stops sending for its accounts until it has them back, and says so to whoever listens.
 */
export async function openLeases(url: string): Promise<Leases & { close(): Promise<void> }> {
  const held = new Set<string>()
  const wanted = new Set<string>()
  const listeners: ((account: string) => void)[] = []
  let closed = false
  let client: pg.Client | undefined = await connect()
  let regaining: Promise<void> | undefined

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'niangjia leases',
      keepAlive: true,
    })
    fresh.on('error', () => undefined)
    await fresh.connect()
    fresh.once('end', () => {
      // Of an older connection nothing is held any more.
      if (client !== fresh) return
      client = undefined
      held.clear()
      if (!closed) regaining ??= regain().finally(() => (regaining = undefined))
    })
    return fresh
  }

  async function tryLock(account: string): Promise<boolean> {
    const on = client
    if (on === undefined) return false
    const { rows } = await on.query<{ locked: boolean }>(
      'SELECT pg_try_advisory_lock($1, hashtext($2)) AS locked',
      [LOCK_SPACE, account],
    )
    return rows[0]?.locked === true && client === on
  }

  async function regain(): Promise<void> {
    while (!closed && (client === undefined || held.size < wanted.size)) {
      await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS))
      try {
        if (!closed) client ??= await connect()
        for (const account of wanted) {
          if (held.has(account) || !(await tryLock(account))) continue
          held.add(account)
          for (const listen of listeners) listen(account)
        }
      } catch {
        // Still away; the next try is in a second, for as long as the process lives.
      }
    }
  }

  return {
    async take(account) {
      if (held.has(account)) return true
      if (!(await tryLock(account))) return false
      held.add(account)
      wanted.add(account)
      return true
    },
    holds: (account) => held.has(account),
    onRegained: (listen) => void listeners.push(listen),
    async release(account) {
      wanted.delete(account)
      if (held.delete(account)) {
        await client?.query('SELECT pg_advisory_unlock($1, hashtext($2))', [LOCK_SPACE, account])
      }
    },
    async close() {
      closed = true
      held.clear()
      await client?.end().catch(() => undefined)
    },
  }
}
