/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): several rankings as one, by rank and never by score. */

/** As in the paper: how little the first place is worth more than the second. */
const CONSTANT = 60
/** How many of the best by score take part. */
const FUSED = 200
/** What all others are worth at most: less than anybody's rank, so that they come after, in the order of their scores. */
const REST = 1e-4

/** What each member of the rankings is worth together; each ranking is best first and holds nothing twice. */
export function fuse<Item>(rankings: readonly (readonly Item[])[]): Map<Item, number> {
  const worth = new Map<Item, number>()
  for (const ranking of rankings) {
    for (const [at, item] of ranking.entries())
      worth.set(item, (worth.get(item) ?? 0) + 1 / (CONSTANT + at + 1))
  }
  return worth
}

/** Scores by place fused with another ranking of places; `inOrder` settles which of two equal scores is first. */
export function fuseScores(
  scores: Float64Array,
  ranking: readonly number[],
  inOrder: (one: number, other: number) => number,
): Float64Array {
  const sorted = scores.toSorted()
  const highest = sorted.at(-1) ?? 0
  const cutoff = sorted.at(-FUSED) ?? 0
  const best: number[] = []
  const fused = new Float64Array(scores.length)
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] as number
    if (score === 0) continue
    fused[place] = (REST * score) / highest
    if (score >= cutoff) best.push(place)
  }
  best.sort((one, other) => (scores[other] as number) - (scores[one] as number) || inOrder(one, other))
  for (const [place, worth] of fuse([best.slice(0, FUSED), ranking])) fused[place] = worth
  return fused
}
