/** Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): several rankings as one, by rank and never by score. */

/** As in the paper: how little the first place is worth more than the second. */
const CONSTANT = 60

/** What each member of the rankings is worth together; each ranking is best first and holds nothing twice. */
export function fuse<Item>(rankings: readonly (readonly Item[])[]): Map<Item, number> {
  const worth = new Map<Item, number>()
  for (const ranking of rankings) {
    for (const [at, item] of ranking.entries())
      worth.set(item, (worth.get(item) ?? 0) + 1 / (CONSTANT + at + 1))
  }
  return worth
}
