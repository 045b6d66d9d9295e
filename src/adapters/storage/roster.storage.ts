import type { Roster } from '../../features/membership/roster.ts'
import { DEFAULT_ACCOUNTS } from '../platforms/known.ts'
import type { Client } from './table.ts'

/** A row that is new or differs, with what it takes to write it. */
export interface RosterDifference {
  readonly section: string
  readonly code: string
  readonly change: 'added' | 'changed'
  write(): Promise<unknown>
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

/** What of the roster is not in the database yet, in an order in which it can be written. */
export async function compareRoster(
  client: Client,
  roster: Roster,
  at: Date,
): Promise<readonly RosterDifference[]> {
  const found: RosterDifference[] = []
  async function compare(
    section: string,
    rows: readonly { readonly key: string; readonly data: Row }[],
    stored: ReadonlyMap<string, Row>,
    write: (key: string, data: Row) => Promise<unknown>,
  ): Promise<void> {
    for (const { key, data } of rows) {
      const there = stored.get(key)
      if (there !== undefined && !differs(there, data)) continue
      const change = there === undefined ? 'added' : 'changed'
      found.push({ section, code: key, change, write: () => write(key, data) })
    }
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
        write: () =>
          client.federation.upsert({ where: { id: 1 }, update: { name }, create: { id: 1, name } }),
      })
    }
  }
  await compare(
    'chambers',
    roster.chambers.map((row) => ({ key: row.code, data: { name: row.name, until: day(row.until) } })),
    byKey(await client.chamber.findMany(), 'code'),
    (code, data) =>
      client.chamber.upsert({ where: { code }, update: data, create: { code, ...data } as never }),
  )
  await compare(
    'companies',
    roster.companies.map(({ code, until, chamber, town, trade, ...row }) => ({
      key: code,
      data: { ...row, chamber: chamber ?? null, town: town ?? null, trade: trade ?? null, until: day(until) },
    })),
    byKey(await client.company.findMany(), 'code'),
    (code, data) =>
      client.company.upsert({ where: { code }, update: data, create: { code, ...data } as never }),
  )
  await compare(
    'units',
    roster.units.map(({ code, until, head, ...row }) => ({
      key: code,
      data: { ...row, head: head ?? null, until: day(until) },
    })),
    byKey(await client.unit.findMany(), 'code'),
    (code, data) => client.unit.upsert({ where: { code }, update: data, create: { code, ...data } as never }),
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
    (code, data) =>
      client.person.upsert({ where: { code }, update: data, create: { code, ...data } as never }),
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
    (key, data) =>
      client.personAccount.upsert({
        where: { key },
        update: data,
        create: { key, ...data, boundAt: at, boundBy: 'roster' } as never,
      }),
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
    (id, data) =>
      client.responsibility.upsert({ where: { id }, update: data, create: { id, ...data } as never }),
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
    (code, data) =>
      client.group.upsert({ where: { code }, update: data, create: { code, ...data } as never }),
  )
  return found
}
