/** A document and its passages as rows, and back. */
import type { DocumentAudience } from '../../features/policy/library/document-audience.ts'
import type { DocumentWithPassages, StoredDocument } from '../../features/policy/library/policy.store.ts'
import type { Passage } from '../../features/policy/library/policy-document.ts'
import type { PolicyDocument as DocumentRow, PolicyPassage as PassageRow } from './generated/client.ts'
import type { Table } from './table.ts'

/** As written: days and numbers in their JSON form, which the database casts. */
type Written<Row> = { readonly [K in keyof Row]: unknown }

export const DOCUMENTS: Table<Written<DocumentRow>> = {
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
export const PASSAGES: Table<PassageRow> = {
  name: 'PolicyPassage',
  key: 'id',
  columns: ['id', 'document', 'position', 'kind', 'locator', 'heading', 'text', 'page'],
}

export const toPassage = ({ locator, heading, text, position, kind, page }: PassageRow): Passage => ({
  locator,
  heading,
  text,
  position,
  ...(kind === 'row' || kind === 'question' ? { kind } : {}),
  ...(page === null ? {} : { page }),
})

export const toPassageRows = ({ document, passages }: DocumentWithPassages): PassageRow[] =>
  passages.map(({ kind = 'text', page = null, ...passage }) => ({
    ...passage,
    kind,
    page,
    id: `${document.id}#${passage.position}`,
    document: document.id,
  }))

const day = (date: Date | null) => date?.toISOString().slice(0, 10)

export function toRow(document: StoredDocument, generation: bigint): Written<DocumentRow> {
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

export function toDocument(row: DocumentRow): StoredDocument {
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
