/** Which category some words speak of, and by which words: staff see both and decide. */
import type { Category } from '../../../kernel/appeal-terms.ts'
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { remembering } from '../../../kernel/remember.ts'
import { forgive } from './forgive.ts'
import { everyCategory } from './lexicon/every-category.ts'

export type CategoryProposal = {
  readonly category: Category
  /** As they stand in the text, slips put right, in order of appearance. */
  readonly words: readonly string[]
  /** Points: 3 for a word that names a trouble, 2 for a subject, 1 for a hint. */
  readonly score: number
  /** Words that name a trouble by themselves were among them. */
  readonly namesTrouble: boolean
  /** The next category, when it comes so close (within a quarter) that a person should be asked. */
  readonly runnerUp?: Category
}

type Term = { readonly word: string; readonly category: number; readonly points: number }

const pointsPerRank = { troubles: 3, topics: 2, hints: 1 } as const

function buildTerms(): ReadonlyMap<string, readonly Term[]> {
  const byStart = new Map<string, Term[]>()
  for (const [category, lexicon] of everyCategory.entries())
    for (const rank of ['troubles', 'topics', 'hints'] as const)
      for (const word of new Set(lexicon[rank].toLowerCase().split(' '))) {
        const start = word.slice(0, 1)
        const terms = byStart.get(start) ?? []
        terms.push({ word, category, points: pointsPerRank[rank] })
        byStart.set(start, terms)
      }
  for (const terms of byStart.values())
    terms.sort((a, b) => b.word.length - a.word.length || b.points - a.points)
  return byStart
}

const termsByStart = buildTerms()

type Tally = { words: string[]; score: number; namesTrouble: boolean; coveredTo: number }

function add(tally: Tally, word: string, points: number): void {
  if (tally.words.includes(word)) return
  tally.words.push(word)
  tally.score += points
  if (points === 3) tally.namesTrouble = true
}

/**
 * Best first, and only categories with at least one word; nothing at all for words without a clue.
 * `other` is never proposed: it is the caller's answer to an empty list. A tie goes by the official order.
 */
function propose(text: string): CategoryProposal[] {
  const said = forgive(toHalfWidth(text).toLowerCase())
  const tallies = everyCategory.map((): Tally => ({ words: [], score: 0, namesTrouble: false, coveredTo: 0 }))
  for (let place = 0; place < said.length; place += 1)
    for (const { word, category, points } of termsByStart.get(said[place] ?? '') ?? []) {
      const tally = tallies[category]
      if (!tally || place + word.length <= tally.coveredTo || !said.startsWith(word, place)) continue
      tally.coveredTo = place + word.length
      add(tally, word, points)
    }
  for (const [category, { patterns = [] }] of everyCategory.entries())
    for (const pattern of patterns) {
      const tally = tallies[category]
      const found = pattern.exec(said)?.[0]
      if (tally && found !== undefined) add(tally, found, 3)
    }
  for (const [category, { unless }] of everyCategory.entries()) {
    const tally = tallies[category]
    if (tally && unless?.test(said) && tally.score === tally.words.length) tally.score = 0
  }
  const ranked = tallies
    .map((tally, place) => ({ category: everyCategory[place]?.category ?? 'other', ...tally }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  return ranked.map(({ category, words, score, namesTrouble }, place) => {
    const next = ranked[place + 1]
    const isClose = next !== undefined && next.score >= score * 0.75
    return { category, words, score, namesTrouble, ...(isClose ? { runnerUp: next.category } : {}) }
  })
}

export const proposeCategory = remembering(propose)
