import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { documentReader } from '../adapters/documents/document-reader.ts'
import type { House } from '../app.ts'
import type { Taken } from '../features/policy/library/add-file.ts'
import type { DocumentAudience } from '../features/policy/library/document-audience.ts'
import { policyService } from '../features/policy/policy.service.ts'
import { readLexiconFile } from '../read-lexicon-file.ts'

/** What the commands about documents need of the house. */
export type DocsHouse = Pick<House, 'storage' | 'clock'> & Partial<Pick<House, 'policyAid' | 'config'>>

/** A document's outcome, or a file's that could not be read at all. */
export type AddedLine = Taken & { readonly path: string }

export interface AddOptions {
  /** Left out: a new document is everybody's, one that is there stays whose it was. */
  readonly audience: DocumentAudience | undefined
  /** Every path is a file of `{"doc_id","title","text"}` lines, whatever its ending. */
  readonly jsonl: boolean
  /** Of a collection its documents, of a scan its pages. */
  onProgress?(path: string, done: number, total: number): void
  /** Before each file: how many there are, and which this is. */
  onFile?(path: string, at: number, files: number): void
}

export function policyOf({ storage, policyAid, config }: DocsHouse) {
  return policyService({
    store: storage.policy,
    files: storage.files,
    audit: storage.audit,
    reader: documentReader(),
    policyLinks: storage.policyLinks,
    policyIndex: storage.policyIndex,
    transactions: storage.transactions,
    lexicon: { lines: readLexiconFile(config?.lexiconFile), store: storage.policyLexicon },
    ...policyAid,
  })
}

/** A collection of a million lines is about so large; it is read into memory whole. */
const LARGEST_BYTES = 1024 * 1024 * 1024

/** `docs add`: files and whole folders, in the order of their names. Gives what became of each document, as it goes. */
export async function* docsAdd(
  house: DocsHouse,
  paths: readonly string[],
  options: AddOptions,
): AsyncGenerator<AddedLine> {
  const policy = policyOf(house)
  const seen = new Map<string, string>()
  const found: (string | AddedLine)[] = []
  for await (const path of filesIn(paths)) found.push(path)
  const files = found.filter((path) => typeof path === 'string').length
  let at = 0
  for (const path of found) {
    if (typeof path !== 'string') {
      yield path
      continue
    }
    options.onFile?.(path, ++at, files)
    const name = basename(path)
    const other = seen.get(name)
    if (other !== undefined) {
      yield refused(path, `同名的文件这次已经入过库：${other}。请改名后再入库。`)
      continue
    }
    seen.set(name, path)
    const size = await stat(path).catch(() => undefined)
    if (size !== undefined && size.size > LARGEST_BYTES) {
      yield refused(path, `文件超过 ${LARGEST_BYTES / 1024 / 1024} MB，请拆开后再入库。`)
      continue
    }
    const bytes = await readFile(path).catch(() => undefined)
    if (bytes === undefined) {
      yield refused(path, '打不开，请检查权限。')
      continue
    }
    const { audience, jsonl, onProgress } = options
    const taken = await policy.addFile(
      { name, bytes, audience, jsonl, by: 'command-line' },
      {
        transactions: house.storage.transactions,
        at: () => house.clock.now(),
        onProgress: (done, total) => onProgress?.(path, done, total),
      },
    )
    for (const one of taken) yield { ...one, path }
  }
}

/** Folders are walked, hidden files left out; what cannot be had is told and stops nothing. */
async function* filesIn(paths: readonly string[]): AsyncGenerator<string | AddedLine> {
  for (const path of paths) {
    const kind = await stat(path).catch(() => undefined)
    if (kind === undefined) yield refused(path, '没有这个文件或文件夹。')
    else if (kind.isDirectory()) yield* filesIn(await listFolder(path))
    else yield path
  }
}

async function listFolder(path: string): Promise<readonly string[]> {
  const names = await readdir(path).catch(() => [])
  return names
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => join(path, name))
}

const refused = (path: string, reason: string): AddedLine => ({
  outcome: 'refused',
  doc: basename(path),
  reason,
  path,
})
