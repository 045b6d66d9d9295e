/** How the documents get into memory: from the index that was kept, and then whatever changed since. */

import { randomUUID } from 'node:crypto'
import type { Transactions, Work } from '../../../kernel/work.ts'
import { KEPT_FORMAT, type OnDocument } from '../search/kept-index.ts'
import { type PassageIndex, restorePassageIndex } from '../search/passage-index.ts'
import type { Wording } from '../search/wording.ts'
import type { KeptIndexStore, KeptName } from './kept-index.store.ts'
import type { DocumentChanges, PolicyStore } from './policy.store.ts'

export interface LibraryParts {
  readonly store: PolicyStore
  /** Left out: every start builds the index from the passages. */
  readonly kept?: { readonly index: KeptIndexStore; readonly transactions: Transactions } | undefined
  /** What every search looks for beside the question's own words. */
  wordingsOf?(question: string): readonly Wording[]
}

/** Opens a transaction. */
export type Within = <T>(act: (work: Work) => Promise<T>) => Promise<T>

/** Names a page: a second's work or so, between which others are served. */
const PAGE = 1_000

/** The documents that changed since a generation, a page at a time; `within` opens the transaction of each. */
export async function* changesSince(
  store: PolicyStore,
  generation: number,
  within: Within,
): AsyncGenerator<DocumentChanges> {
  let after = ''
  for (;;) {
    const from = after
    const { last, ...changes } = await within((work) =>
      store.listChangedSince(generation, { after: from, most: PAGE }, work),
    )
    yield changes
    if (last === undefined) return
    after = last
  }
}

/** The newest index that was kept; undefined where there is none that can be read. */
export async function restoreKept(
  kept: KeptIndexStore,
  within: Within,
  onDocument: OnDocument,
): Promise<{ index: PassageIndex; generation: number } | undefined> {
  const newest = await within((work) => kept.findNewest(KEPT_FORMAT, work))
  if (newest === undefined) return undefined
  const restoring = restorePassageIndex(onDocument)
  for (let part = 0; part < newest.parts; part += 1) {
    const bytes = await within((work) => kept.findPart(newest, part, work))
    if (bytes === undefined) return undefined
    try {
      restoring.take(bytes)
    } catch {
      // Whatever is wrong with it: the passages themselves are there to build it from.
      return undefined
    }
  }
  const index = restoring.open()
  return index === undefined ? undefined : { index, generation: newest.generation }
}

/**
 * Keeps the index for those that start later, unless that was done. It must not change meanwhile. In many short
 * transactions: it may be a hundred megabytes.
 */
export async function keepFor(
  kept: KeptIndexStore,
  index: PassageIndex,
  generation: number,
  within: Within,
): Promise<void> {
  const newest = await within((work) => kept.findNewest(KEPT_FORMAT, work))
  if (newest !== undefined && newest.generation >= generation) return
  const name: KeptName = { generation, format: KEPT_FORMAT, writer: randomUUID() }
  let parts = 0
  for (const bytes of index.keep()) {
    const part = parts
    await within((work) => kept.putPart(name, part, bytes, work))
    parts += 1
  }
  await within((work) => kept.publish(name, parts, work))
}
