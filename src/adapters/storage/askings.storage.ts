import type { AskingsStore, StoredAsking } from '../../features/policy/unanswered/askings.store.ts'
import { Prisma, type PolicyAsking as Row } from './generated/client.ts'
import { roundOf } from './round.ts'
import type { Client, Table } from './table.ts'

const ASKINGS: Table<StoredAsking> = {
  name: 'PolicyAsking',
  key: 'id',
  columns: [
    'id',
    'question',
    'person',
    'home',
    'chat',
    'askedAt',
    'tier',
    'cited',
    'told',
    'written',
    'unanswered',
    'feedback',
    'note',
    'toldAt',
  ],
}

/** The parts by which a chat is known; titles change. */
const AT = (column: 'home' | 'chat', parameter: string) => `"${column}" @> ${parameter}::jsonb`

const knownBy = ({ platform, account, kind, chatId }: StoredAsking['home']) =>
  JSON.stringify({ platform, account, kind, chatId })

/** Who asked what and was told what. */
export function askingsStorage(): AskingsStore {
  return {
    find: (id, work) => roundOf(work).get(ASKINGS, id),
    add: (asking, work) => roundOf(work).add(ASKINGS, asking),
    save: (asking, work) => roundOf(work).put(ASKINGS, asking),
    findTold: (chat, letter, work) =>
      roundOf(work).query((client) =>
        first(
          client,
          // A long letter was cut in two, a group's begins with a name: either way one holds the other.
          `WHERE ${AT('chat', '$1')} AND "told" <> '' AND (position("told" in $2) > 0 OR position($2 in "told") > 0)`,
          knownBy(chat),
          letter,
        ),
      ),
    findLast: (home, since, work) =>
      roundOf(work).query((client) =>
        first(client, `WHERE ${AT('home', '$1')} AND "askedAt" >= $2`, knownBy(home), since),
      ),
    listOf: (number, work) =>
      roundOf(work).query((client) => listed(client, `WHERE "unanswered" = $1`, number)),
    listCiting: (cited, work) =>
      roundOf(work).query((client) =>
        listed(
          client,
          `WHERE EXISTS (SELECT FROM jsonb_array_elements($1::jsonb) c WHERE "cited" @> jsonb_build_array(c))`,
          JSON.stringify(cited),
        ),
      ),
    listCitingDocument: (doc, work) =>
      roundOf(work).query((client) =>
        listed(
          client,
          `WHERE EXISTS (SELECT FROM jsonb_array_elements("cited") c
             JOIN "PolicyDocument" d ON d."id" = c->>'document' WHERE d."doc" = $1)`,
          doc,
        ),
      ),
    async countPeople(numbers, work) {
      const rows = await roundOf(work).query((client) =>
        client.$queryRawUnsafe<{ unanswered: string; people: bigint }[]>(
          `SELECT "unanswered", count(DISTINCT coalesce("person", ("home"->>'platform') || ':' || ("home"->>'chatId'))) AS people
           FROM "PolicyAsking" WHERE "unanswered" = ANY($1::text[]) GROUP BY "unanswered"`,
          numbers,
        ),
      )
      return new Map(rows.map(({ unanswered, people }) => [unanswered, Number(people)]))
    },
    move: (from, to, work) =>
      roundOf(work).query(async (client) => {
        await client.policyAsking.updateMany({ where: { unanswered: from }, data: { unanswered: to } })
      }),
    forgetBefore: (day, work) =>
      roundOf(work).query(async (client) => {
        const { count } = await client.policyAsking.deleteMany({ where: { askedAt: { lt: day } } })
        return count
      }),
    async oldestAskedAt(work) {
      const oldest = Prisma.sql`SELECT min("askedAt") FROM "PolicyAsking"`
      return (await roundOf(work).glance<Date>(oldest)) ?? undefined
    },
  }
}

async function listed(client: Client, where: string, ...values: unknown[]): Promise<readonly StoredAsking[]> {
  const rows = await client.$queryRawUnsafe<Row[]>(
    `SELECT * FROM "PolicyAsking" ${where} ORDER BY "askedAt", "id"`,
    ...values,
  )
  return rows as unknown as readonly StoredAsking[]
}

async function first(client: Client, where: string, ...values: unknown[]): Promise<StoredAsking | undefined> {
  const rows = await client.$queryRawUnsafe<Row[]>(
    `SELECT * FROM "PolicyAsking" ${where} ORDER BY "askedAt" DESC, "id" DESC LIMIT 1`,
    ...values,
  )
  return (rows as unknown as readonly StoredAsking[])[0]
}
