import { type DocumentAudience, narrower } from '../../features/policy/library/document-audience.ts'
import type {
  DocumentChanges,
  PolicyStore,
  StoredDocument,
} from '../../features/policy/library/policy.store.ts'
import type { Passage } from '../../features/policy/library/policy-document.ts'
import { isEarlierEdition } from '../../features/policy/validity/validity.ts'
import type { PolicyDocument as DocumentRow, PolicyPassage as PassageRow } from './generated/client.ts'
import { generationOf, LOCK, raise } from './policy-generation.storage.ts'
import { DOCUMENTS, PASSAGES, toDocument, toPassage, toPassageRows, toRow } from './policy-rows.storage.ts'
import { roundOf } from './round.ts'
import { type Client, insertRows } from './table.ts'

export function policyStorage(): PolicyStore {
  return {
    async lock(work) {
      await roundOf(work).query((client) => client.$executeRawUnsafe(LOCK))
    },
    listNewest: (docs, work) =>
      roundOf(work).query(async (client) => {
        const rows = await client.$queryRawUnsafe<DocumentRow[]>(
          `SELECT DISTINCT ON ("doc") * FROM "PolicyDocument" WHERE "doc" = ANY($1::text[]) ORDER BY "doc", "version" DESC`,
          docs,
        )
        return rows.map(toDocument)
      }),
    listNumbered: (numbers, work) =>
      roundOf(work).query(async (client) => {
        const where = { current: true, documentNumber: { in: [...numbers] } }
        return (await client.policyDocument.findMany({ where, orderBy: { doc: 'asc' } })).map(toDocument)
      }),
    add: (documents, work) =>
      roundOf(work).query(async (client) => {
        const generation = await raise('documents', client)
        const docs = documents.map(({ document }) => document.facts.doc)
        await client.$executeRawUnsafe(
          `UPDATE "PolicyDocument" SET "current" = false, "generation" = $2 WHERE "current" AND "doc" = ANY($1::text[])`,
          docs,
          generation,
        )
        await insertRows(
          client,
          DOCUMENTS,
          documents.map(({ document }) => toRow(document, generation)),
        )
        await insertRows(client, PASSAGES, documents.flatMap(toPassageRows))
      }),
    change: (document, work) =>
      roundOf(work).query(async (client) => {
        const row = toRow(document, await raise('documents', client))
        const days = [row.issuedOn, row.effectiveOn, row.endsOn]
        await client.$executeRawUnsafe(
          `UPDATE "PolicyDocument" SET "generation" = $2, "title" = $3, "documentNumber" = $4, "issuer" = $5,
             "issuedOn" = $6::date, "effectiveOn" = $7::date, "endsOn" = $8::date, "audience" = $9,
             "checkedBy" = $10, "checkedAt" = $11 WHERE "id" = $1 AND "current"`,
          ...[document.id, row.generation, row.title, row.documentNumber, row.issuer, ...days, row.audience],
          ...[row.checkedBy, row.checkedAt],
        )
      }),
    remove: (doc, by, work) =>
      roundOf(work).query(async (client) => {
        const there = await client.policyDocument.count({ where: { doc, current: true } })
        if (there === 0) return false
        const gone = {
          current: false,
          generation: await raise('documents', client),
          removedBy: by,
          removedAt: work.at,
        }
        await client.policyDocument.updateMany({ where: { doc, current: true }, data: gone })
        return true
      }),
    generation: (work) => generationOf('documents', work),
    listChangedSince: (generation, page, work) =>
      roundOf(work).query((client) => changedSince(client, BigInt(generation), page)),
  }
}

async function changedSince(
  client: Client,
  generation: bigint,
  { after, most }: { readonly after: string; readonly most: number },
): Promise<DocumentChanges & { last?: string }> {
  // At the first reading nobody needs to hear of what went long ago.
  const only = generation === 0n ? 'AND "current"' : ''
  const names = await client.$queryRawUnsafe<{ doc: string }[]>(
    `SELECT DISTINCT "doc" FROM "PolicyDocument" WHERE "generation" > $1 AND "doc" > $2 ${only}
     ORDER BY "doc" LIMIT $3`,
    generation,
    after,
    most,
  )
  const docs = names.map(({ doc }) => doc)
  const rows = await client.policyDocument.findMany({
    where: { doc: { in: docs }, OR: [{ current: true }, { removedBy: null }] },
    orderBy: [{ doc: 'asc' }, { version: 'asc' }],
  })
  const current = rows.filter((row) => row.current)
  const past = [...Map.groupBy(rows, ({ doc }) => doc).values()].flatMap(pastEditions)
  const passages = await passagesOf(client, [...current, ...past])
  const there = new Set(current.map(({ doc }) => doc))
  const last = docs.length < most ? undefined : docs.at(-1)
  return {
    current: current.map((row) => ({ document: toDocument(row), passages: passages.get(row.id) ?? [] })),
    past: past.map((row) => ({ document: asHeldNow(row, current), passages: passages.get(row.id) ?? [] })),
    gone: docs.filter((doc) => !there.has(doc)),
    ...(last === undefined ? {} : { last }),
  }
}

/** What became internal is internal as it was before, too. */
function asHeldNow(row: DocumentRow, current: readonly DocumentRow[]): StoredDocument {
  const document = toDocument(row)
  const now = current.find(({ doc }) => doc === row.doc)
  const audience = (now?.audience ?? 'internal') as DocumentAudience
  return { ...document, audience: narrower(document.audience, audience) }
}

/** Of the versions under one name, oldest first: those before the current one that answer for their time. */
function pastEditions(versions: readonly DocumentRow[]): DocumentRow[] {
  if (versions.at(-1)?.current !== true) return []
  return versions.filter((row, at) => {
    const next = versions[at + 1]
    return next !== undefined && isEarlierEdition(toDocument(row).facts, toDocument(next).facts)
  })
}

async function passagesOf(client: Client, rows: readonly DocumentRow[]): Promise<Map<string, Passage[]>> {
  const found = await client.$queryRawUnsafe<PassageRow[]>(
    `SELECT * FROM "PolicyPassage" WHERE "document" = ANY($1::text[]) ORDER BY "document", "position"`,
    rows.map(({ id }) => id),
  )
  const byDocument = new Map<string, Passage[]>(rows.map(({ id }) => [id, []]))
  for (const row of found) byDocument.get(row.document)?.push(toPassage(row))
  return byDocument
}
