import type { AuditNote, AuditTrail } from '../../audit/audit-trail.ts'
import { type AuditEntry, CHAIN_START, type ChainHead, link } from '../../audit/chain.ts'
import type { Database } from './client.ts'
import { type Round, roundOf } from './round.ts'
import { asJson, type Client, type Table } from './table.ts'

interface AuditRow extends Omit<AuditEntry, 'at' | 'seq'> {
  readonly seq: string | bigint
  readonly at: string | Date
}

const AUDIT: Table<AuditRow> = {
  name: 'AuditEntry',
  key: 'hash',
  columns: ['seq', 'at', 'actor', 'action', 'subject', 'detail', 'previousHash', 'hash'],
}

/** One writer at a time: an entry carries the hash of the one before. Held until the transaction ends. */
const CHAIN_LOCK = 'SELECT pg_advisory_xact_lock(7102)'

/** The chained rows; they are written with everything else of the transaction. */
async function chain(client: Client, notes: readonly AuditNote[]): Promise<readonly AuditRow[]> {
  await client.$executeRawUnsafe(CHAIN_LOCK)
  const [last] = await client.$queryRawUnsafe<{ seq: bigint; hash: string }[]>(
    'SELECT "seq", "hash" FROM "AuditEntry" ORDER BY "seq" DESC LIMIT 1',
  )
  let head: ChainHead = last === undefined ? CHAIN_START : { seq: Number(last.seq), hash: last.hash }
  return notes.map((note) => {
    // Hashed as it will be stored: a person's id may carry what PostgreSQL does not take.
    const entry = link(head, JSON.parse(asJson({ ...note, at: note.at.toISOString() })))
    head = entry
    return { ...entry, seq: String(entry.seq) }
  })
}

export function auditStorage(): AuditTrail {
  const gathered = new WeakMap<Round, AuditNote[]>()
  return {
    add(note, work) {
      const round = roundOf(work)
      const notes = gathered.get(round)
      if (notes !== undefined) {
        notes.push(note)
        return
      }
      const first = [note]
      gathered.set(round, first)
      // Last of all, because other processes wait for the chain while this transaction holds it.
      round.atEnd(async (client) => {
        for (const row of await chain(client, first)) round.add(AUDIT, row)
      })
    },
  }
}

/** The whole chain in order, some thousand entries at a time. */
export async function* readChain(database: Database): AsyncIterable<AuditEntry> {
  let after = 0n
  for (;;) {
    const rows = await database.auditEntry.findMany({
      where: { seq: { gt: after } },
      orderBy: { seq: 'asc' },
      take: 2_000,
    })
    for (const row of rows) {
      yield {
        ...row,
        seq: Number(row.seq),
        at: row.at.toISOString(),
        detail: row.detail as AuditEntry['detail'],
      }
    }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.seq
  }
}
