/** Reads a file that somebody sent, after the commit: what it found waits for a look and a yes. */

import { z } from 'zod'
import type { Brought, ErrandHands, ErrandRun } from '../../../conversation/errand.ts'
import { digest } from '../../../files/digest.ts'
import type { FilesStore } from '../../../files/files.store.ts'
import type { Work } from '../../../kernel/work.ts'
import type { DocumentReader } from '../reading/document-reader.ts'
import { type DocumentSource, readDocument } from '../reading/read-document.ts'
import { addTexts } from './add.texts.ts'
import type { PolicyStore } from './policy.store.ts'
import { mayBeScanned, readHandedIn } from './read-handed-in.ts'
import type { BroughtReading } from './take-in.dialogue.ts'
import { sameElsewhere, textDigest } from './take-in.ts'
import { understoodOf } from './understood.ts'

export const ReadFileOrder = z.object({
  sha256: z.string(),
  name: z.string(),
  audience: z.string().optional(),
  chamber: z.string().optional(),
})
type ReadFileOrder = z.infer<typeof ReadFileOrder>

export interface ReadFileParts {
  readonly store: PolicyStore
  readonly files: FilesStore
  readonly reader?: DocumentReader | undefined
}

/** What was read of a file, kept beside it until somebody has looked. */
export interface KeptReading {
  readonly mediaType: string
  readonly sources: readonly DocumentSource[]
}

/** As many as one transaction takes in. */
const MOST_DOCUMENTS = 500

export function readFileErrand(parts: ReadFileParts): ErrandRun {
  return {
    // A scan keeps a processor busy for minutes.
    atOnce: 1,
    async run(data, hands) {
      const order = ReadFileOrder.parse(data)
      return brought(await read(order, parts, hands))
    },
    gaveUp: (data) => brought({ kind: 'failed', name: ReadFileOrder.safeParse(data).data?.name ?? '' }),
  }
}

const brought = (data: BroughtReading): Brought => ({ dialogue: 'policy.take-in', data })

async function read(
  { sha256, name, chamber, ...order }: ReadFileOrder,
  { store, files, reader }: ReadFileParts,
  { now, transactions, signal }: ErrandHands,
): Promise<BroughtReading> {
  const within = <T>(act: (work: Work) => Promise<T>) => transactions.inOne(now(), act)
  const [newest] = await within((work) => store.listNewest([name], work))
  const there = newest?.current ? newest : undefined
  // One that was removed comes back to those whom it was for.
  const removed = newest?.current === false ? newest.audience : undefined
  const audience = order.audience ?? removed
  const whom = {
    ...(audience === undefined ? {} : { audience: audience as never }),
    ...(chamber === undefined ? {} : { chamber }),
  }
  const isForSame = audience === undefined || audience === there?.audience
  if (there?.scanned && there.file === sha256 && isForSame && mayBeScanned(name))
    return { kind: 'unchanged', name }
  const file = await within((work) => files.find(sha256, work))
  if (file === undefined) return { kind: 'failed', name }
  const found = await readHandedIn({ name, bytes: file.bytes }, reader, { signal })
  if (!found.ok) return { kind: 'refused', name, reason: found.reason }
  const sources = found.lines.flatMap((line) => (line.kind === 'document' ? [line.source] : []))
  const reading = await keep({ mediaType: found.mediaType, sources }, name, (bytes, kept) =>
    within((work) => files.put(bytes, kept, work)),
  )
  const [only] = sources
  if (only?.format === 'jsonl-row' || only === undefined) {
    if (sources.length > MOST_DOCUMENTS)
      return { kind: 'refused', name, reason: addTexts.tooMany(name, sources.length) }
    const broken = found.lines.length - sources.length
    return { kind: 'collection', name, file: sha256, reading, documents: sources.length, broken, ...whom }
  }
  if (there?.sha256 === textDigest(only) && isForSame) return { kind: 'unchanged', name }
  const document = readDocument(only)
  if (document.passages.length === 0) return { kind: 'refused', name, reason: document.remarks[0] ?? '' }
  const elsewhere = await within((work) => sameElsewhere(store, document, work))
  return {
    kind: 'read',
    name,
    file: sha256,
    reading,
    understood: understoodOf(document),
    remarks: [...document.remarks, ...elsewhere],
    ...(there === undefined ? {} : { replaces: { title: there.facts.title, audience: there.audience } }),
    ...whom,
  }
}

async function keep(
  reading: KeptReading,
  name: string,
  put: (
    bytes: Uint8Array,
    file: { sha256: string; mediaType: string; size: number; name: string },
  ) => Promise<unknown>,
): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(reading))
  const sha256 = digest(bytes)
  await put(bytes, { sha256, mediaType: 'application/json', size: bytes.length, name: `${name}.json` })
  return sha256
}
