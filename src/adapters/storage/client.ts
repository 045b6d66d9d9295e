import { Socket } from 'node:net'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { HouseError } from '../../kernel/errors.ts'
import type { Transactions } from '../../kernel/work.ts'
import { PrismaClient } from './generated/client.ts'
import { Round } from './round.ts'

export type Database = PrismaClient

/** Rounds and everything else together; a county's server is shared with others. */
const MOST_CONNECTIONS = 10
/** Twice as long as any transaction may take: a connection that says nothing for so long is broken. */
const SILENT_MS = 60_000
/**
 * What the server does for us when this machine is gone: it ends the transactions that it left open, so that whoever
 * takes over finds neither conversations nor letters locked.
 */
const SERVER_SETTINGS =
  '-c idle_in_transaction_session_timeout=20000 -c tcp_user_timeout=9000 -c tcp_keepalives_idle=6 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3'

export function openDatabase(url: string): Database {
  const adapter = new PrismaPg(openPool(url), { disposeExternalPool: true })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 30_000 } })
}

/**
 * Whoever holds a connection listens to it, but from one holder to the next there are moments in which nobody does;
 * a server that hangs up just then would end the process. The next statement on it fails, which is told as passing.
 */
export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    application_name: 'niangjia',
    options: SERVER_SETTINGS,
    stream: openSocket,
  })
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}

/** The driver waits for an answer as long as the network lets it, which may be a quarter of an hour. */
function openSocket(): Socket {
  const socket = new Socket()
  socket.setTimeout(SILENT_MS, () => socket.destroy(new Error('ETIMEDOUT: the database does not answer')))
  return socket
}

/** Transactions in which stores gather their reads and writes (round.ts). */
export function openTransactions(database: Database): Transactions {
  return {
    isPassing,
    inOne: (at, act) =>
      database.$transaction(async (client) => {
        const round = new Round(client, at)
        const result = await act(round)
        await round.flush()
        return result
      }),
  }
}

/** Prisma's own codes for an unreachable server, a closed one, a timed-out transaction and a write conflict. */
const PASSING_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034'])
/** The same as sockets, PostgreSQL and the driver say it, with the codes of a shutdown and of too many connections. */
const PASSING_WORDS =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT.*s\.PGSQL|connection terminated|terminating connection|server closed|closed the connection|shutting down|starting up|recovery mode|not yet accepting|deadlock detected|could not serialize|can't reach database|57P0[123]|53300|08006|too many clients|connection slots|not queryable|timeout exceeded|statement timeout/iu
/** How the driver's adapter names the same, inside an error of Prisma's that says nothing else. */
const PASSING_KINDS = new Set([
  'ConnectionClosed',
  'DatabaseNotReachable',
  'SocketTimeout',
  'TooManyConnections',
  'TransactionWriteConflict',
])
/** A mistake of ours, whatever its message quotes. */
const OURS = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'ZodError'])

/** Whether trying again later can help: the database is away, restarting, or another transaction was first. */
export function isPassing(error: unknown): boolean {
  if (error instanceof HouseError) return error.code === 'storage-conflict' || error.code === 'database'
  if (error instanceof Error && OURS.has(error.name)) return false
  const { code: given, meta } = (error ?? {}) as {
    code?: unknown
    meta?: { driverAdapterError?: { cause?: { kind?: string } } }
  }
  const code = String(given ?? '')
  const kind = meta?.driverAdapterError?.cause?.kind ?? ''
  return (
    PASSING_CODES.has(code) ||
    PASSING_KINDS.has(kind) ||
    PASSING_WORDS.test(`${code} ${error instanceof Error ? error.message : String(error)}`)
  )
}
