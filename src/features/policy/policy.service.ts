/** 政策: documents in and out, and questions to them. */

import type { AuditTrail } from '../../audit/audit-trail.ts'
import { digest } from '../../files/digest.ts'
import type { FilesStore } from '../../files/files.store.ts'
import type { Transactions, Work } from '../../kernel/work.ts'
import { type Consultation, type Consulted, consult } from './answers/consult.ts'
import type { DocumentAudience, Eyes } from './library/document-audience.ts'
import type { PolicyStore, StoredDocument } from './library/policy.store.ts'
import { createLibrary, type Library } from './library/policy-library.ts'
import { type TakenIn, takeIn } from './library/take-in.ts'
import { decodeText, formatOf } from './reading/document-format.ts'
import { type JsonlLine, readJsonl } from './reading/jsonl.ts'
import { readingTexts as texts } from './reading/reading.texts.ts'
import type { Hit } from './search/passage-index.ts'

export interface PolicyParts {
  readonly store: PolicyStore
  readonly files: FilesStore
  readonly audit: AuditTrail
}

/** One file as it was handed in. */
export interface HandedIn {
  /** Its name without folders: a document is called so. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly audience?: DocumentAudience | undefined
  /** A person's code, or `command-line`. */
  readonly by: string
  /** The file holds a document a line, whatever its ending says. */
  readonly jsonl?: boolean
}

/** `line` counts from 1 where the document is a line of a file. */
export type Taken = TakenIn & { readonly line?: number }

export interface PolicyService {
  /**
   * Takes in a file: the same again changes nothing, a changed one replaces what bore its name, which is
   * kept. Every document's outcome is given, also of those refused; one that is broken stops no other.
   * Opens its own transactions, one for each 500 documents.
   */
  addFile(file: HandedIn, parts: AddParts): Promise<readonly Taken[]>
  listDocuments(eyes: Eyes, work: Work): Promise<readonly StoredDocument[]>
  /** By its exact name, else by words of its name or title: those that could be meant. */
  findDocuments(words: string, eyes: Eyes, work: Work): Promise<readonly StoredDocument[]>
  /** False where there is none of that name. The document's versions are kept, and answer nothing any more. */
  removeDocument(doc: string, by: string, work: Work): Promise<boolean>
  search(
    question: string,
    options: { readonly top: number; readonly eyes: Eyes },
    work: Work,
  ): Promise<readonly Hit[]>
  consult(question: string, consultation: Consultation, work: Work): Promise<Consulted>
}

export interface AddParts {
  readonly transactions: Transactions
  readonly at: () => Date
  onProgress?(done: number, total: number): void
}

const AT_ONCE = 500
const MEDIA_TYPES = {
  text: 'text/plain',
  markdown: 'text/markdown',
  jsonl: 'application/jsonl',
  'jsonl-row': 'application/jsonl',
}

export function policyService({ store, files, audit }: PolicyParts): PolicyService {
  const library: Library = createLibrary(store)

  async function addFile(handed: HandedIn, parts: AddParts): Promise<readonly Taken[]> {
    const format = handed.jsonl ? 'jsonl' : formatOf(handed.name)
    const refuse = (reason: string): readonly Taken[] => [{ outcome: 'refused', doc: handed.name, reason }]
    if (format === undefined) return refuse(texts.refused.format())
    if (handed.bytes.length === 0) return refuse(texts.refused.noText())
    const text = decodeText(handed.bytes)
    if (text === undefined) return refuse(texts.refused.noTextFile())
    if (format !== 'jsonl') {
      const source = { name: handed.name, text, format }
      return addLines([{ kind: 'document', source }], handed, MEDIA_TYPES[format], parts)
    }
    return addLines(readJsonl(text), handed, MEDIA_TYPES.jsonl, parts)
  }

  async function addLines(
    lines: readonly JsonlLine[],
    { name, bytes, audience, by }: HandedIn,
    mediaType: string,
    { transactions, at, onProgress }: AddParts,
  ): Promise<readonly Taken[]> {
    const file = { name, bytes, mediaType, sha256: digest(bytes) }
    const taken: Taken[] = []
    for (let from = 0; from < lines.length; from += AT_ONCE) {
      const some = lines.slice(from, from + AT_ONCE)
      const sources = some.flatMap((line) => (line.kind === 'document' ? [line.source] : []))
      const outcomes = await transactions.inOne(at(), async (work) => {
        const made = await takeIn({ store, files }, sources, { file, audience, by }, work)
        note(made, name, by, work)
        return made
      })
      const byDoc = new Map(outcomes.map((outcome) => [outcome.doc, outcome]))
      for (const line of some) taken.push(outcomeOf(line, byDoc))
      onProgress?.(Math.min(from + AT_ONCE, lines.length), lines.length)
    }
    return taken
  }

  function note(outcomes: readonly TakenIn[], file: string, by: string, work: Work): void {
    const count = (outcome: TakenIn['outcome']) => outcomes.filter((one) => one.outcome === outcome).length
    const detail = { added: count('added'), replaced: count('replaced') }
    if (detail.added + detail.replaced === 0) return
    audit.add({ at: work.at, actor: by, action: 'policy.add', subject: file, detail }, work)
  }

  return {
    addFile,
    async listDocuments(eyes, work) {
      await library.refresh(work)
      return library.list(eyes)
    },
    async findDocuments(words, eyes, work) {
      await library.refresh(work)
      const all = library.list(eyes)
      const exact = all.filter(({ facts }) => facts.doc === words || facts.title === words)
      if (exact.length > 0) return exact
      return all.filter(({ facts }) => facts.doc.includes(words) || facts.title.includes(words))
    },
    async removeDocument(doc, by, work) {
      library.isChangedBy(work)
      await store.lock(work)
      const removed = await store.remove(doc, by, work)
      if (removed)
        audit.add({ at: work.at, actor: by, action: 'policy.remove', subject: doc, detail: {} }, work)
      return removed
    },
    async search(question, options, work) {
      await library.refresh(work)
      return library.search(question, options)
    },
    async consult(question, consultation, work) {
      await library.refresh(work)
      return consult(library, question, consultation)
    },
  }
}

function outcomeOf(line: JsonlLine, byDoc: ReadonlyMap<string, TakenIn>): Taken {
  if (line.kind === 'broken')
    return { outcome: 'refused', doc: line.doc, reason: line.reason, line: line.line }
  const taken = byDoc.get(line.source.name) as TakenIn
  return line.line === undefined ? taken : { ...taken, line: line.line }
}
