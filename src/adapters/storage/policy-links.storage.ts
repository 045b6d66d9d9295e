import type { DocumentLink, Relation } from '../../features/policy/validity/document-link.ts'
import type { LinkState, LinksStore, StoredLink } from '../../features/policy/validity/links.store.ts'
import type { PolicyLink as LinkRow } from './generated/client.ts'
import { generationOf, LOCK, raise } from './policy-generation.storage.ts'
import { roundOf } from './round.ts'
import { insertRows, type Table } from './table.ts'

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

export function policyLinksStorage(): LinksStore {
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
            generation: await raise('links', client),
          },
        })
      }),
    // Apart from the documents' own: confirming a link leaves the index as it is.
    generation: (work) => generationOf('links', work),
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
  }
}

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
