/** The product's lexicon with the staff's own lines, as this process holds it, in step with the database. */

import type { Work } from '../../../../kernel/work.ts'
import type { Wording } from '../wording.ts'
import type { LexiconStore, OwnLine } from './lexicon.store.ts'
import { createLexicon } from './lexicon.ts'
import { type LexiconLine, lineInWords } from './lexicon-line.ts'

export interface LexiconParts {
  /** Those that come with the product. */
  readonly lines: readonly LexiconLine[]
  /** Left out: there are no others. */
  readonly store?: LexiconStore | undefined
}

export interface OwnLexicon {
  /** Takes up what changed since the last time; a batched read of one row where nothing did. */
  refresh(work: Work): Promise<void>
  /** This transaction changes lines: nothing of it is taken up before it is committed. */
  isChangedBy(work: Work): void
  wordingsOf(question: string): readonly Wording[]
  /** Lines of the product that know these words and are in use. */
  linesFor(words: string): readonly LexiconLine[]
}

export function openLexicon({ lines, store }: LexiconParts): OwnLexicon {
  let shipped = createLexicon(lines)
  let own = createLexicon([])
  let known = 0
  const writers = new WeakSet<Work>()

  function takeUp(kept: readonly OwnLine[]): void {
    const rejected = new Set(kept.filter(({ state }) => state === 'rejected').map(lineInWords))
    shipped = createLexicon(lines.filter((line) => !rejected.has(lineInWords(line))))
    own = createLexicon(kept.filter(({ state }) => state === 'used'))
  }

  return {
    async refresh(work) {
      if (store === undefined || writers.has(work)) return
      const generation = await store.generation(work)
      // Never back: a slow transaction may still see what was before.
      if (generation <= known) return
      takeUp(await store.list(work))
      known = generation
    },
    isChangedBy: (work) => void writers.add(work),
    wordingsOf: (question) => [...own.wordingsOf(question), ...shipped.wordingsOf(question)],
    linesFor: (words) => shipped.linesFor(words),
  }
}
