/** 哪一件: which of several entries the words mean. Pure. */
import { isOpen } from '../../../kernel/appeal-terms.ts'
import type { Where } from '../asking/question.ts'
import type { LedgerEntry } from '../ledger-entry.ts'

export interface Matched {
  readonly entries: readonly LedgerEntry[]
  /** Whether the words themselves speak for these, and not only the firm. */
  readonly surely: boolean
}

/** The best of the candidates; several where they are equally good. What is still open is meant before what is done. */
export function matchMatter(
  candidates: readonly LedgerEntry[],
  where: Where,
  words: readonly string[],
): Matched {
  if (words.length === 0 && where.category === null) return { entries: preferOpen(candidates), surely: true }
  const scored = candidates.map((entry) => ({ entry, score: scoreOf(entry, where, words) }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  if (best === 0) return { entries: candidates, surely: false }
  const top = scored.filter(({ score }) => score === best).map(({ entry }) => entry)
  return { entries: preferOpen(top), surely: true }
}

/** A category found by its words weighs as much as a word of the summary; parts of a word weigh less. */
function scoreOf(entry: LedgerEntry, where: Where, words: readonly string[]): number {
  const text = `${entry.company?.name ?? ''}${entry.summary ?? ''}`
  let score = where.category !== null && entry.category === where.category ? 4 : 0
  for (const word of words) {
    if (text.includes(word)) score += 4
    else score += Math.min(3, pairsOf(word).filter((pair) => text.includes(pair)).length)
  }
  return score
}

function pairsOf(word: string): readonly string[] {
  const signs = [...word]
  return signs.slice(1).map((sign, i) => `${signs[i]}${sign}`)
}

function preferOpen(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const open = entries.filter(({ status }) => isOpen(status))
  return open.length > 0 ? open : entries
}
