import { type Chain, chainId, type Entry } from '../../features/signups/chain.ts'
import type { SignupsStore } from '../../features/signups/signups.store.ts'
import type { Work } from '../../kernel/work.ts'
import { Prisma } from './generated/client.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

type Nullable<T> = {
  readonly [K in keyof T]-?: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K]
}

type ChainRow = Nullable<Chain>
type EntryRow = Nullable<Entry>

const CHAINS: Table<ChainRow> = {
  name: 'SignupChain',
  key: 'id',
  versioned: true,
  columns: [
    'id',
    'version',
    'number',
    'title',
    'heading',
    'chat',
    'chatKey',
    'startedBy',
    'places',
    'perCompany',
    'closesAt',
    'state',
    'told',
    'postings',
    'startedAt',
    'changedAt',
  ],
}

const ENTRIES: Table<EntryRow> = {
  name: 'SignupEntry',
  key: 'id',
  versioned: true,
  columns: [
    'id',
    'version',
    'chain',
    'n',
    'shown',
    'person',
    'company',
    'heads',
    'note',
    'state',
    'by',
    'seated',
    'queued',
    'listed',
    'doubt',
    'message',
    'at',
    'changedAt',
  ],
}

/** A column without a value is a property that is not there. */
function without<T extends object>(row: { readonly [K in keyof T]: T[K] | null }): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T
}

const toChain = (row: ChainRow): Chain => without<Chain>(row as never)
const toEntry = (row: EntryRow): Entry => without<Entry>(row as never)

/** Asked for by key once they are found: what this round changed already is seen, and may be changed again. */
async function found<Row extends object>(
  table: Table<Row>,
  work: Work,
  rest: string,
  ...values: unknown[]
): Promise<readonly Row[]> {
  const round = roundOf(work)
  const keys = await round.query((client) =>
    client.$queryRawUnsafe<{ id: string }[]>(`SELECT "id" FROM "${table.name}" ${rest}`, ...values),
  )
  const rows = await Promise.all(keys.map(({ id }) => round.get(table, id)))
  return rows.flatMap((row) => row ?? [])
}

export function signupsStorage(): SignupsStore {
  const chains = async (work: Work, rest: string, ...values: unknown[]) =>
    (await found(CHAINS, work, rest, ...values)).map(toChain)
  const entries = async (work: Work, rest: string, value: string) =>
    (await found(ENTRIES, work, rest, value)).map(toEntry)
  return {
    async find(number, work) {
      const row = await roundOf(work).get(CHAINS, chainId(number))
      return row === undefined ? undefined : toChain(row)
    },
    put: (chain, work) =>
      roundOf(work).put(CHAINS, {
        ...chain,
        startedBy: chain.startedBy ?? null,
        places: chain.places ?? null,
        perCompany: chain.perCompany ?? null,
        closesAt: chain.closesAt ?? null,
      }),
    listIn: (chatKey, since, work) =>
      chains(work, 'WHERE "chatKey" = $1 AND "changedAt" >= $2 ORDER BY "number" DESC', chatKey, since),
    listOpen: (since, work) =>
      chains(work, `WHERE "state" = 'open' AND "changedAt" >= $1 ORDER BY "number" DESC`, since),
    listDue: (by, work) => chains(work, `WHERE "state" = 'open' AND "closesAt" <= $1 ORDER BY "number"`, by),
    async nextCloseAt(work) {
      const next = Prisma.sql`SELECT min("closesAt") FROM "SignupChain" WHERE "state" = 'open'`
      return (await roundOf(work).glance<Date>(next)) ?? undefined
    },
    listEntries: (chain, work) => entries(work, 'WHERE "chain" = $1 ORDER BY "n"', chain),
    putEntry: (entry, work) =>
      roundOf(work).put(ENTRIES, {
        ...entry,
        person: entry.person ?? null,
        company: entry.company ?? null,
        note: entry.note ?? null,
        doubt: entry.doubt ?? null,
        message: entry.message ?? null,
      }),
    listByMessage: (message, work) => entries(work, 'WHERE "message" = $1 ORDER BY "n"', message),
  }
}
