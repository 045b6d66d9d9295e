/** What was asked in vain proposes the next lines: staff say what the documents write for it, or that it needs none. */

import { newId } from '../../../../kernel/ids.ts'
import type { Work } from '../../../../kernel/work.ts'
import type { LexiconStore } from './lexicon.store.ts'

/** Those that wait; more would not be read. */
const MOST_WAITING = 100

/**
 * Proposes each of the words that was never proposed nor decided before. `question` is what staff are shown and must
 * name nobody.
 */
export async function proposeWords(
  words: readonly string[],
  question: string,
  store: LexiconStore,
  work: Work,
): Promise<void> {
  if (words.length === 0) return
  const own = await store.list(work)
  const known = new Set(own.flatMap(({ said }) => said))
  const waiting = own.filter(({ state }) => state === 'proposed').length
  const fresh = words.filter((word) => !known.has(word)).slice(0, Math.max(0, MOST_WAITING - waiting))
  if (fresh.length === 0) return
  await store.keep(
    fresh.map((word) => ({
      id: newId('word', work.at),
      said: [word],
      written: [],
      state: 'proposed' as const,
      question,
      addedBy: 'house',
      addedAt: work.at,
      decidedBy: null,
      decidedAt: null,
    })),
    work,
  )
}
