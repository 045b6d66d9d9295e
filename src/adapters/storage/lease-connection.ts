import { Socket } from 'node:net'
import pg from 'pg'

export interface LeaseTimes {
  /** How often the database is asked whether it is still there. */
  readonly heartbeatMs: number
  /** Without an answer for so long, everything held counts as lost. */
  readonly validMs: number
  /** So long after the last question the database frees the locks; what is between the two is for stopping. */
  readonly freedMs: number
}

/** A holder that died is noticed within nine seconds, and whoever stands by asks every two. */
export const LEASE_TIMES: LeaseTimes = { heartbeatMs: 2_000, validMs: 6_000, freedMs: 9_000 }

const CONNECT_MS = 5_000
const GOODBYE_MS = 1_000

export interface LeaseConnection {
  /** One question at a time; rejects when the connection breaks. */
  ask<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>
  /** Whether the database surely still keeps this session's locks. */
  isSure(): boolean
  close(): Promise<void>
}

/**
 * A session that notices by itself that the database does not answer any more, and that the database notices to be
 * gone: by the heartbeat that stays out, whatever stands between the two and whether or not anybody hangs up.
 * Validity is counted from when a question was asked, and the database counts from when it came, which is later.
 */
export async function openLeaseConnection(
  url: string,
  times: LeaseTimes,
  onLost: () => void,
): Promise<LeaseConnection> {
  const socket = new Socket()
  const client = new pg.Client({
    connectionString: url,
    application_name: 'niangjia leases',
    connectionTimeoutMillis: Math.min(CONNECT_MS, times.freedMs),
    stream: () => socket,
  })
  client.on('error', () => undefined)
  let isLost = false
  let confirmedAt = Number.NEGATIVE_INFINITY
  let last: Promise<unknown> = Promise.resolve()
  let beat: NodeJS.Timeout | undefined
  let expiry: NodeJS.Timeout | undefined

  function lose(): void {
    if (isLost) return
    isLost = true
    clearTimeout(beat)
    clearTimeout(expiry)
    socket.destroy()
    onLost()
  }

  function ask<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const run = last.then(async () => (await client.query<Row>(sql, values)).rows)
    last = run.catch(() => undefined)
    return run
  }

  async function confirm(question: () => Promise<unknown>): Promise<void> {
    // A question that waits for another is asked later than this, never earlier.
    const askedAt = performance.now()
    await question()
    if (isLost) return
    confirmedAt = askedAt
    clearTimeout(expiry)
    expiry = setTimeout(lose, Math.max(0, askedAt + times.validMs - performance.now()))
    beat = setTimeout(() => void confirm(() => ask('SELECT 1')).catch(lose), times.heartbeatMs)
  }

  client.once('end', lose)
  try {
    await client.connect()
    expiry = setTimeout(lose, times.validMs)
    await confirm(() => frees(ask, times.freedMs))
  } catch (error) {
    lose()
    throw error
  }
  return {
    ask,
    isSure: () => !isLost && performance.now() < confirmedAt + times.validMs,
    async close() {
      isLost = true
      clearTimeout(beat)
      clearTimeout(expiry)
      const gone = setTimeout(() => socket.destroy(), GOODBYE_MS)
      await client.end().catch(() => undefined)
      clearTimeout(gone)
    },
  }
}

/** Settings of this session alone. The session's own is the rule; TCP's are for a server that is too busy to count. */
async function frees(ask: LeaseConnection['ask'], ms: number): Promise<void> {
  const seconds = String(Math.max(1, Math.round(ms / 1_000) - 3))
  await ask(
    `SELECT set_config('idle_session_timeout', $1, false), set_config('tcp_user_timeout', $1, false),
       set_config('tcp_keepalives_idle', $2, false), set_config('tcp_keepalives_interval', '1', false),
       set_config('tcp_keepalives_count', '3', false)`,
    [String(ms), seconds],
  )
}
