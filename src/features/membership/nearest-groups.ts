const MOST = 3

function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...text.normalize('NFKC').toLowerCase()].filter((sign) => /[\p{L}\p{N}]/u.test(sign))
  return new Set(letters.length < 2 ? letters : letters.slice(1).map((sign, n) => `${letters[n]}${sign}`))
}

/** How much of the two is the same, from 0 to 1. */
function likeness(one: string, other: string): number {
  const a = pairsOf(one)
  const b = pairsOf(other)
  return a.size + b.size === 0 ? 0 : (2 * a.intersection(b).size) / (a.size + b.size)
}

/** The groups whose code or title is most like what was written, the most like first. */
export function nearestGroups<G extends { readonly code: string; readonly title: string }>(
  written: string,
  groups: readonly G[],
): readonly G[] {
  const near = (group: G) => Math.max(likeness(written, group.code), likeness(written, group.title))
  return [...groups].sort((a, b) => near(b) - near(a) || (a.code < b.code ? -1 : 1)).slice(0, MOST)
}
