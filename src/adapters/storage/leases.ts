import type { Leases } from '../../conversation/lease.ts'
import {
  LEASE_TIMES,
  type LeaseConnection,
  type LeaseTimes,
  openLeaseConnection,
} from './lease-connection.ts'

/** The first of the two numbers of every lease's lock; the second is the account's name, hashed. */
export const LEASE_SPACE = 7101

/**
 * Session locks on a connection of their own. When that connection breaks or falls silent, the process holds nothing
 * any more and says so to whoever listens; the next `take` connects anew.
 */
export async function openLeases(
  url: string,
  times: LeaseTimes = LEASE_TIMES,
): Promise<Leases & { close(): Promise<void> }> {
  const held = new Set<string>()
  const listeners: ((account: string) => void)[] = []
  let connection: LeaseConnection | undefined
  let connecting: Promise<LeaseConnection> | undefined
  let closed = false

  function lost(): void {
    connection = undefined
    const accounts = [...held]
    held.clear()
    for (const account of accounts) for (const listen of listeners) listen(account)
  }

  async function connect(): Promise<LeaseConnection> {
    let fresh: LeaseConnection | undefined
    fresh = await openLeaseConnection(url, times, () => {
      // Of an older connection nothing is held any more.
      if (fresh !== undefined && connection === fresh) lost()
    })
    if (closed) await fresh.close()
    else connection = fresh
    return fresh
  }

  async function connected(): Promise<LeaseConnection> {
    if (connection !== undefined) return connection
    connecting ??= connect().finally(() => {
      connecting = undefined
    })
    return connecting
  }

  await connected()
  return {
    async take(account) {
      if (held.has(account)) return connection?.isSure() === true
      try {
        const on = await connected()
        const [row] = await on.ask<{ locked: boolean }>(
          'SELECT pg_try_advisory_lock($1, hashtext($2)) AS locked',
          [LEASE_SPACE, account],
        )
        if (row?.locked !== true || connection !== on || !on.isSure()) return false
        held.add(account)
        return true
      } catch {
        // Away, or just gone: whoever asks again finds it back one day.
        return false
      }
    },
    holds: (account) => held.has(account) && connection?.isSure() === true,
    onLost: (listen) => void listeners.push(listen),
    async release(account) {
      if (!held.delete(account)) return
      await connection?.ask('SELECT pg_advisory_unlock($1, hashtext($2))', [LEASE_SPACE, account])
    },
    async close() {
      closed = true
      held.clear()
      const last = connection
      connection = undefined
      await last?.close()
    },
  }
}
