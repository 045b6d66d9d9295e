/** A file into the house, in transactions of its own: read first, which may take minutes, then taken in. */

import type { AuditTrail } from '../../../audit/audit-trail.ts'
import { digest } from '../../../files/digest.ts'
import type { Transactions, Work } from '../../../kernel/work.ts'
import type { DocumentReader } from '../reading/document-reader.ts'
import type { JsonlLine } from '../reading/jsonl.ts'
import type { DocumentAudience } from './document-audience.ts'
import { mayBeScanned, readHandedIn } from './read-handed-in.ts'
import { type TakeInParts, type TakenIn, takeIn } from './take-in.ts'

export interface AddFileParts extends TakeInParts {
  readonly audit: AuditTrail
  /** For what is no plain text: PDF, Word, HTML, workbooks, scans. Left out, they are refused. */
  readonly reader?: DocumentReader | undefined
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

export interface AddParts {
  readonly transactions: Transactions
  readonly at: () => Date
  /** Of a collection its documents, of a scan its pages. */
  onProgress?(done: number, total: number): void
}

const AT_ONCE = 500

/**
 * Takes in a file: the same again changes nothing, a changed one replaces what bore its name, which is
 * kept. Every document's outcome is given, also of those refused; one that is broken stops no other.
 * One transaction for each 500 documents.
 */
export async function addFile(
  house: AddFileParts,
  handed: HandedIn,
  parts: AddParts,
): Promise<readonly Taken[]> {
  if (mayBeScanned(handed.name) && (await isInAlready(house, handed, parts)))
    return [{ outcome: 'unchanged', doc: handed.name }]
  const { onProgress } = parts
  const hands = onProgress === undefined ? {} : { onPage: onProgress }
  const read = await readHandedIn(handed, house.reader, hands)
  if (!read.ok) return [{ outcome: 'refused', doc: handed.name, reason: read.reason }]
  return addLines(house, read.lines, handed, read.mediaType, parts)
}

/** The very bytes that its current version was read from by a machine: minutes of reading would change nothing. */
async function isInAlready(
  { store }: AddFileParts,
  { name, bytes, audience }: HandedIn,
  { transactions, at }: AddParts,
): Promise<boolean> {
  const [there] = await transactions.inOne(at(), (work) => store.listNewest([name], work))
  const isSame = there?.current === true && there.scanned && there.file === digest(bytes)
  return isSame && (audience === undefined || audience === there.audience)
}

async function addLines(
  house: AddFileParts,
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
      const made = await takeIn(house, sources, { file, audience, by }, work)
      noteTakenIn(house.audit, made, { file: name, by }, work)
      return made
    })
    const byDoc = new Map(outcomes.map((outcome) => [outcome.doc, outcome]))
    for (const line of some) taken.push(outcomeOf(line, byDoc))
    onProgress?.(Math.min(from + AT_ONCE, lines.length), lines.length)
  }
  return taken
}

/** One line of the audit for a file, and none where nothing changed. */
export function noteTakenIn(
  audit: AuditTrail,
  outcomes: readonly TakenIn[],
  { file, by }: { readonly file: string; readonly by: string },
  work: Work,
): void {
  const count = (outcome: TakenIn['outcome']) => outcomes.filter((one) => one.outcome === outcome).length
  const detail = { added: count('added'), replaced: count('replaced') }
  if (detail.added + detail.replaced === 0) return
  audit.add({ at: work.at, actor: by, action: 'policy.add', subject: file, detail }, work)
}

function outcomeOf(line: JsonlLine, byDoc: ReadonlyMap<string, TakenIn>): Taken {
  if (line.kind === 'broken')
    return { outcome: 'refused', doc: line.doc, reason: line.reason, line: line.line }
  const taken = byDoc.get(line.source.name) as TakenIn
  return line.line === undefined ? taken : { ...taken, line: line.line }
}
