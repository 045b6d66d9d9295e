/** 贷款那个, 路的事: which of several filed matters some words speak of. Pure. */
import { findAppealNumber } from './appeal-numbers.ts'
import { proposeCategory } from './propose-category.ts'

interface Named {
  readonly number: string
  readonly summary: string
  readonly category?: string
}

/** Nothing where they speak of none, or of two alike. */
export function findMeant<T extends Named>(text: string, appeals: readonly T[]): T | undefined {
  const said = text.slice(0, 500)
  const numbered = findAppealNumber(said)
  if (numbered !== undefined) {
    const serial = String(numbered.serial).padStart(4, '0')
    const found = appeals.filter(({ number }) => number.endsWith(`-${serial}`))
    if (found.length === 1) return found[0]
  }
  const scored = appeals
    .map((appeal) => ({ appeal, score: likeness(said, appeal) }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = scored
  if (best === undefined || best.score === 0 || best.score === second?.score) return undefined
  return best.appeal
}

function likeness(text: string, { category, summary }: Named): number {
  const spoken = proposeCategory(text)
  const ofSummary = category ?? proposeCategory(summary)[0]?.category
  const place = spoken.findIndex((one) => one.category === ofSummary)
  const first = spoken[0]?.score ?? 0
  const byCategory = place < 0 ? 0 : (spoken[place]?.score ?? 0) / first
  return byCategory * 3 + sharedPairs(text, summary)
}

const common = /[我们你您他的了是有个这那吗呢吧啊不在说事]/

/** Pairs of letters that both have, at most three count. */
function sharedPairs(text: string, summary: string): number {
  const signs = [...text.replace(/[^\p{L}\p{N}]/gu, '')]
  const pairs = new Set(signs.slice(1).map((sign, n) => `${signs[n]}${sign}`))
  return Math.min(3, [...pairs].filter((pair) => !common.test(pair) && summary.includes(pair)).length)
}
