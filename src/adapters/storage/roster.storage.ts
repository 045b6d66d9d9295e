import type { Roster } from '../../features/membership/roster.ts'
import { DEFAULT_ACCOUNTS } from '../platforms/known.ts'
import type { Client } from './table.ts'

/** A row that is new or differs. */
export interface RosterDifference {
  readonly section: string
  readonly code: string
  readonly change: 'added' | 'changed'
}

/** What of a roster is not in the database yet. */
export interface RosterComparison {
  readonly differences: readonly RosterDifference[]
  /** Writes all of it, in an order in which it can be written. */
  write(): Promise<void>
}

/** New rows go in by the thousand: a county's whole roster one by one takes longer than a transaction may. */
const ROWS_AT_ONCE = 1_000

/** One table of the roster, by the two ways it is written. */
interface Shelf {
  change(key: string, data: Row): Promise<unknown>
  addMany(rows: readonly { readonly key: string; readonly data: Row }[]): Promise<unknown>
}

const day = (value: string | undefined) => (value === undefined ? null : new Date(`${value}T00:00:00Z`))

type Row = Record<string, unknown>

/** Equal as JSON: a stored null and a field left out are the same thing, and PostgreSQL orders keys its own way. */
function differs(stored: Row, wanted: Row): boolean {
  const inOrder = (_key: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  const normal = (value: unknown) =>
    JSON.stringify(value instanceof Date ? value.toISOString() : (value ?? null), inOrder)
  return Object.keys(wanted).some((key) => normal(stored[key]) !== normal(wanted[key]))
}

const chatAndTitle = ({ platform, account, id, title }: Roster['groups'][number]) => ({
  platform,
  account: account ?? DEFAULT_ACCOUNTS[platform] ?? platform,
  chatId: id,
  title,
})

/** Reads what there is and compares. */
export async function compareRoster(client: Client, roster: Roster, at: Date): Promise<RosterComparison> {
  const found: RosterDifference[] = []
  const writes: (() => Promise<unknown>)[] = []
  async function compare(
    section: string,
    rows: readonly { readonly key: string; readonly data: Row }[],
    stored: ReadonlyMap<string, Row>,
    shelf: Shelf,
  ): Promise<void> {
    // Of a row that stands there twice the later one counts.
    const wanted = new Map(rows.map((row) => [row.key, row]))
    const added: (typeof rows)[number][] = []
    for (const row of wanted.values()) {
      const { key, data } = row
      const there = stored.get(key)
      if (there !== undefined && !differs(there, data)) continue
      found.push({ section, code: key, change: there === undefined ? 'added' : 'changed' })
      if (there === undefined) added.push(row)
      else writes.push(() => shelf.change(key, data))
    }
    for (let at = 0; at < added.length; at += ROWS_AT_ONCE)
      writes.push(() => shelf.addMany(added.slice(at, at + ROWS_AT_ONCE)))
  }
  const byKey = (rows: readonly object[], key: string) =>
    new Map(rows.map((row) => [String((row as Row)[key]), row as Row]))

  if (roster.federation !== undefined) {
    const stored = await client.federation.findFirst()
    if (stored?.name !== roster.federation) {
      const name = roster.federation
      found.push({
        section: 'federation',
        code: 'federation',
        change: stored === null ? 'added' : 'changed',
      })
      writes.push(() =>
        client.federation.upsert({ where: { id: 1 }, update: { name }, create: { id: 1, name } }),
      )
    }
  }
  await compare(
    'chambers',
    roster.chambers.map((row) => ({ key: row.code, data: { name: row.name, until: day(row.until) } })),
    byKey(await client.chamber.findMany(), 'code'),
    {
      change: (code, data) => client.chamber.update({ where: { code }, data: data as never }),
      addMany: (rows) =>
        client.chamber.createMany({ data: rows.map(({ key: code, data }) => ({ code, ...data })) as never }),
    },
  )
  await compare(
    'companies',
    roster.companies.map(({ code, until, chamber, town, trade, ...row }) => ({
      key: code,
      data: { ...row, chamber: chamber ?? null, town: town ?? null, trade: trade ?? null, until: day(until) },
    })),
    byKey(await client.company.findMany(), 'code'),
    {
      change: (code, data) => client.company.update({ where: { code }, data: data as never }),
      addMany: (rows) =>
        client.company.createMany({ data: rows.map(({ key: code, data }) => ({ code, ...data })) as never }),
    },
  )
  await compare(
    'units',
    roster.units.map(({ code, until, head, ...row }) => ({
      key: code,
      data: { ...row, head: head ?? null, until: day(until) },
    })),
    byKey(await client.unit.findMany(), 'code'),
    {
      change: (code, data) => client.unit.update({ where: { code }, data: data as never }),
      addMany: (rows) =>
        client.unit.createMany({ data: rows.map(({ key: code, data }) => ({ code, ...data })) as never }),
    },
  )
  await compare(
    'people',
    roster.people.map(({ code, until, accounts: _, title, company, chamber, unit, ...row }) => ({
      key: code,
      data: {
        ...row,
        title: title ?? null,
        company: company ?? null,
        chamber: chamber ?? null,
        unit: unit ?? null,
        until: day(until),
      },
    })),
    byKey(await client.person.findMany(), 'code'),
    {
      change: (code, data) => client.person.update({ where: { code }, data: data as never }),
      addMany: (rows) =>
        client.person.createMany({ data: rows.map(({ key: code, data }) => ({ code, ...data })) as never }),
    },
  )
  await compare(
    'accounts',
    roster.people.flatMap((person) =>
      person.accounts.map(({ platform, id }) => ({
        key: `${platform}:${id}`,
        data: { platform, accountId: id, person: person.code },
      })),
    ),
    byKey(await client.personAccount.findMany(), 'key'),
    {
      change: (key, data) => client.personAccount.update({ where: { key }, data: data as never }),
      addMany: (rows) =>
        client.personAccount.createMany({
          data: rows.map(({ key, data }) => ({ key, ...data, boundAt: at, boundBy: 'roster' })) as never,
        }),
    },
  )
  await compare(
    'responsibilities',
    roster.responsibilities.map((row) => ({
      key: [row.leader, row.company ?? '', row.chamber ?? '', row.from ?? ''].join('|'),
      data: {
        leader: row.leader,
        company: row.company ?? null,
        chamber: row.chamber ?? null,
        from: day(row.from),
        until: day(row.until),
        deputies: row.deputies,
      },
    })),
    byKey(await client.responsibility.findMany(), 'id'),
    {
      change: (id, data) => client.responsibility.update({ where: { id }, data: data as never }),
      addMany: (rows) =>
        client.responsibility.createMany({
          data: rows.map(({ key: id, data }) => ({ id, ...data })) as never,
        }),
    },
  )
  const groups = await client.group.findMany()
  // Staff said in a group which one it is: they know better than a file written before.
  const boundByHand = new Set(groups.flatMap(({ code, boundAt }) => (boundAt === null ? [] : [code])))
  await compare(
    'groups',
    roster.groups.map((row) => ({
      key: row.code ?? row.id,
      data: {
        ...(boundByHand.has(row.code ?? row.id) ? {} : chatAndTitle(row)),
        chamber: row.chamber ?? null,
        audience: row.audience,
        until: day(row.until),
      },
    })),
    byKey(groups, 'code'),
    {
      change: (code, data) => client.group.update({ where: { code }, data: data as never }),
      addMany: (rows) =>
        client.group.createMany({ data: rows.map(({ key: code, data }) => ({ code, ...data })) as never }),
    },
  )
  return {
    differences: found,
    async write() {
      for (const write of writes) await write()
    },
  }
}
