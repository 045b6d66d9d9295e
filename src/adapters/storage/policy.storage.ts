import type { DocumentAudience } from '../../features/policy/library/document-audience.ts'
import type {
  DocumentChanges,
  DocumentWithPassages,
  PolicyStore,
  StoredDocument,
} from '../../features/policy/library/policy.store.ts'
import type { Passage } from '../../features/policy/library/policy-document.ts'
import { isEarlierEdition } from '../../features/policy/validity/validity.ts'
import type { PolicyDocument as DocumentRow, PolicyPassage as PassageRow } from './generated/client.ts'
import { roundOf } from './round.ts'
import { type Client, insertRows, type Table } from './table.ts'

interface GenerationRow {
  readonly id: string
  readonly generation: bigint
}

/** As written: days and numbers in their JSON form, which the database casts. */
type Written<Row> = { readonly [K in keyof Row]: unknown }

const GENERATIONS: Table<GenerationRow> = {
  name: 'PolicyGeneration',
  key: 'id',
  columns: ['id', 'generation'],
}
const DOCUMENTS: Table<Written<DocumentRow>> = {
  name: 'PolicyDocument',
  key: 'id',
  columns: [
    'id',
    'doc',
    'version',
    'current',
    'generation',
    'kind',
    'title',
    'documentNumber',
    'issuer',
    'issuedOn',
    'effectiveOn',
    'endsOn',
    'audience',
    'link',
    'scanned',
    'checkedBy',
    'checkedAt',
    'sha256',
    'file',
    'remarks',
    'passages',
    'addedBy',
    'addedAt',
  ],
}
const PASSAGES: Table<PassageRow> = {
  name: 'PolicyPassage',
  key: 'id',
  columns: ['id', 'document', 'position', 'kind', 'locator', 'heading', 'text', 'page'],
}

/** Whoever changes documents holds it to the end of the transaction, so that generations are in the order of commits. */
export const LOCK = 'SELECT pg_advisory_xact_lock(7103)'

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
        const generation = await raise(client)
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
        const row = toRow(document, await raise(client))
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
        const gone = { current: false, generation: await raise(client), removedBy: by, removedAt: work.at }
        await client.policyDocument.updateMany({ where: { doc, current: true }, data: gone })
        return true
      }),
    async generation(work) {
      const row = await roundOf(work).get(GENERATIONS, 'documents')
      return Number(row?.generation ?? 0n)
    },
    listChangedSince: (generation, page, work) =>
      roundOf(work).query((client) => changedSince(client, BigInt(generation), page)),
  }
}

export async function raise(client: Client): Promise<bigint> {
  const [row] = await client.$queryRawUnsafe<{ generation: bigint }[]>(
    `INSERT INTO "PolicyGeneration" ("id", "generation") VALUES ('documents', 1)
     ON CONFLICT ("id") DO UPDATE SET "generation" = "PolicyGeneration"."generation" + 1 RETURNING "generation"`,
  )
  return row?.generation ?? 0n
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
    past: past.map((row) => ({ document: toDocument(row), passages: passages.get(row.id) ?? [] })),
    gone: docs.filter((doc) => !there.has(doc)),
    ...(last === undefined ? {} : { last }),
  }
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

const toPassage = ({ locator, heading, text, position, kind, page }: PassageRow): Passage => ({
  locator,
  heading,
  text,
  position,
  ...(kind === 'row' || kind === 'question' ? { kind } : {}),
  ...(page === null ? {} : { page }),
})

const toPassageRows = ({ document, passages }: DocumentWithPassages): PassageRow[] =>
  passages.map(({ kind = 'text', page = null, ...passage }) => ({
    ...passage,
    kind,
    page,
    id: `${document.id}#${passage.position}`,
    document: document.id,
  }))

const day = (date: Date | null) => date?.toISOString().slice(0, 10)

function toRow(document: StoredDocument, generation: bigint): Written<DocumentRow> {
  const { facts, passages, checked, ...rest } = document
  const { doc, title, kind = 'document', documentNumber = null, issuer = null, link = null } = facts
  const { issuedOn = null, effectiveOn = null, endsOn = null } = facts
  return {
    ...rest,
    doc,
    title,
    kind,
    documentNumber,
    issuer,
    link,
    issuedOn,
    effectiveOn,
    endsOn,
    checkedBy: checked?.by ?? null,
    checkedAt: checked?.at ?? null,
    passages,
    generation: Number(generation),
    removedBy: null,
    removedAt: null,
    endToldOn: null,
  }
}

function toDocument(row: DocumentRow): StoredDocument {
  const facts = {
    documentNumber: row.documentNumber ?? undefined,
    kind: row.kind === 'answer' ? ('answer' as const) : undefined,
    issuer: row.issuer ?? undefined,
    link: row.link ?? undefined,
    unchecked: row.scanned && row.checkedAt === null ? (true as const) : undefined,
    issuedOn: day(row.issuedOn),
    effectiveOn: day(row.effectiveOn),
    endsOn: day(row.endsOn),
  }
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
  return {
    id: row.id,
    facts: { doc: row.doc, title: row.title, ...known },
    version: row.version,
    current: row.current,
    audience: row.audience as DocumentAudience,
    scanned: row.scanned,
    checked:
      row.checkedBy === null || row.checkedAt === null ? undefined : { by: row.checkedBy, at: row.checkedAt },
    sha256: row.sha256,
    file: row.file,
    remarks: row.remarks as string[],
    passages: row.passages,
    addedBy: row.addedBy,
    addedAt: row.addedAt,
  }
}
