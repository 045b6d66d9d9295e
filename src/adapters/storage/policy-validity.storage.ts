import type { DocumentLink, Relation } from '../../features/policy/validity/document-link.ts'
import type {
  EndingDocument,
  LinkState,
  LinksStore,
  StoredLink,
} from '../../features/policy/validity/links.store.ts'
import type { PolicyDocument as DocumentRow, PolicyLink as LinkRow } from './generated/client.ts'
import { LOCK, raise } from './policy.storage.ts'
import { roundOf } from './round.ts'
import { type Client, insertRows, type Table } from './table.ts'

interface GenerationRow {
  readonly id: string
  readonly generation: bigint
}
const GENERATIONS: Table<GenerationRow> = {
  name: 'PolicyGeneration',
  key: 'id',
  columns: ['id', 'generation'],
}

/** As written: the day and the number in their JSON form, which the database casts. */
type Written = Omit<LinkRow, 'from' | 'generation' | 'toldAt'> & {
  from: string | null
  generation: number
}
const LINKS: Table<Written> = {
  name: 'PolicyLink',
  key: 'id',
  columns: [
    'id',
    'doc',
    'relation',
    'title',
    'number',
    'other',
    'from',
    'quote',
    'state',
    'generation',
    'notedBy',
    'notedAt',
    'decidedBy',
    'decidedAt',
  ],
}

/** Of documents that were removed nothing holds any more. */
const STILL_THERE = `EXISTS (SELECT FROM "PolicyDocument" d WHERE d."doc" = l."doc" AND d."current")`

export function policyValidityStorage(): LinksStore {
  return {
    note: (links, work) =>
      roundOf(work).query(async (client) => {
        // Under the lock of whoever takes documents in, so that the same is not noted twice at once.
        await client.$executeRawUnsafe(LOCK)
        const where = { doc: { in: [...new Set(links.map(({ doc }) => doc))] } }
        const there = new Map((await client.policyLink.findMany({ where })).map((row) => [keyOf(row), row]))
        const fresh = links.filter((link) => !there.has(keyOf(link)))
        await insertRows(client, LINKS, fresh.map(toRow))
        return links.map((link) => {
          const row = there.get(keyOf(link))
          return row === undefined ? link : toLink(row)
        })
      }),
    find: (id, work) =>
      roundOf(work).query(async (client) => {
        const row = await client.policyLink.findUnique({ where: { id } })
        return row === null ? undefined : toLink(row)
      }),
    listOf: (doc, work) =>
      roundOf(work).query(async (client) => {
        const rows = await client.policyLink.findMany({ where: { doc }, orderBy: { id: 'asc' } })
        return rows.map(toLink)
      }),
    listFound: (limit, work) =>
      roundOf(work).query(async (client) => {
        const rows = await client.$queryRawUnsafe<LinkRow[]>(
          `SELECT l.* FROM "PolicyLink" l WHERE l."state" = 'found' AND ${STILL_THERE} ORDER BY l."notedAt", l."id" LIMIT $1`,
          limit,
        )
        return rows.map(toLink)
      }),
    listConfirmed: (work) =>
      roundOf(work).query(async (client) => {
        const rows = await client.$queryRawUnsafe<LinkRow[]>(
          `SELECT l.* FROM "PolicyLink" l WHERE l."state" = 'confirmed' AND l."from" IS NOT NULL AND ${STILL_THERE} ORDER BY l."id"`,
        )
        return rows.map(toLink) as unknown as DocumentLink[]
      }),
    decide: (id, { state, from, other }, by, work) =>
      roundOf(work).query(async (client) => {
        await client.policyLink.updateMany({
          where: { id },
          data: {
            state,
            ...(from === undefined ? {} : { from: new Date(from) }),
            ...(other === undefined ? {} : { other }),
            decidedBy: by,
            decidedAt: work.at,
            generation: await raiseLinks(client),
          },
        })
      }),
    async generation(work) {
      const row = await roundOf(work).get(GENERATIONS, 'links')
      return Number(row?.generation ?? 0n)
    },
    takeUntold: (limit, work) =>
      roundOf(work).query(async (client) => {
        const rows = await client.$queryRawUnsafe<LinkRow[]>(
          `UPDATE "PolicyLink" SET "toldAt" = $1 WHERE "id" IN (
             SELECT l."id" FROM "PolicyLink" l WHERE l."state" = 'found' AND l."toldAt" IS NULL AND ${STILL_THERE}
             ORDER BY l."notedAt", l."id" LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING *`,
          work.at,
          limit,
        )
        return rows.map(toLink)
      }),
    setDays: (doc, { issuedOn, effectiveOn, endsOn }, work) =>
      roundOf(work).query(async (client) => {
        await client.$executeRawUnsafe(LOCK)
        const days = {
          ...(issuedOn === undefined ? {} : { issuedOn: new Date(issuedOn) }),
          ...(effectiveOn === undefined ? {} : { effectiveOn: new Date(effectiveOn) }),
          ...(endsOn === undefined ? {} : { endsOn: endsOn === null ? null : new Date(endsOn) }),
        }
        const there = await client.policyDocument.count({ where: { doc, current: true } })
        if (there === 0) return false
        const data = { ...days, generation: await raise(client) }
        await client.policyDocument.updateMany({ where: { doc, current: true }, data })
        return true
      }),
    listEnding: (from, to, work) =>
      roundOf(work).query(async (client) => {
        const rows = await client.policyDocument.findMany({
          where: { current: true, endsOn: { gte: new Date(from), lte: new Date(to) } },
          orderBy: [{ endsOn: 'asc' }, { doc: 'asc' }],
        })
        return rows.map(toEnding)
      }),
    takeEndingUntold: (from, to, work) =>
      roundOf(work).query(async (client) => {
        const rows = await client.$queryRawUnsafe<DocumentRow[]>(
          `UPDATE "PolicyDocument" SET "endToldOn" = "endsOn"
           WHERE "current" AND "endsOn" BETWEEN $1::date AND $2::date AND "endToldOn" IS DISTINCT FROM "endsOn" RETURNING *`,
          from,
          to,
        )
        return rows.map(toEnding).sort((one, other) => (one.endsOn < other.endsOn ? -1 : 1))
      }),
    nextEndUntold: (from, work) =>
      roundOf(work).query(async (client: Client) => {
        const [row] = await client.$queryRawUnsafe<{ day: Date | null }[]>(
          `SELECT min("endsOn") AS day FROM "PolicyDocument"
           WHERE "current" AND "endsOn" >= $1::date AND "endToldOn" IS DISTINCT FROM "endsOn"`,
          from,
        )
        return day(row?.day ?? null)
      }),
  }
}

/** Apart from the documents' own: confirming a link leaves the index as it is. */
async function raiseLinks(client: Client): Promise<bigint> {
  const [row] = await client.$queryRawUnsafe<{ generation: bigint }[]>(
    `INSERT INTO "PolicyGeneration" ("id", "generation") VALUES ('links', 1)
     ON CONFLICT ("id") DO UPDATE SET "generation" = "PolicyGeneration"."generation" + 1 RETURNING "generation"`,
  )
  return row?.generation ?? 0n
}

const day = (date: Date | null) => date?.toISOString().slice(0, 10)
const keyOf = ({ doc, relation, title }: { doc: string; relation: string; title: string }) =>
  JSON.stringify([doc, relation, title])

const toRow = ({ number, other, from, quote, ...link }: StoredLink): Written => ({
  ...link,
  number: number ?? null,
  other: other ?? null,
  from: from ?? null,
  quote: quote ?? null,
  generation: 0,
  decidedBy: null,
  decidedAt: null,
})

function toLink(row: LinkRow): StoredLink {
  return {
    id: row.id,
    doc: row.doc,
    relation: row.relation as Relation,
    title: row.title,
    ...(row.number === null ? {} : { number: row.number }),
    ...(row.other === null ? {} : { other: row.other }),
    ...(row.from === null ? {} : { from: row.from.toISOString().slice(0, 10) }),
    ...(row.quote === null ? {} : { quote: row.quote }),
    state: row.state as LinkState,
    notedBy: row.notedBy,
    notedAt: row.notedAt,
  }
}

const toEnding = (row: DocumentRow): EndingDocument => ({
  id: row.id,
  doc: row.doc,
  title: row.title,
  documentNumber: row.documentNumber ?? undefined,
  endsOn: day(row.endsOn) as string,
})
