/** Which list a posted one was copied from, told by the rows they share. Pure. */
import { type Chain, rowKey } from '../chain.ts'
import type { Posting } from '../reading/read-chain.ts'
import type { Row } from '../reading/read-row.ts'

/** Older ones are put together: only that a row was seen matters then. */
const POSTINGS_KEPT = 40

export interface KeyedRow {
  readonly key: string
  readonly row: Row
}

/** `我` twice in a list is two people: the second has a key of its own. */
export function keyed(posting: Posting): readonly KeyedRow[] {
  const times = new Map<string, number>()
  return posting.rows.map(({ row }) => {
    const key = rowKey(row.shown)
    const time = (times.get(key) ?? 0) + 1
    times.set(key, time)
    return { key: time === 1 ? key : `${key}.${time}`, row }
  })
}

/** The earlier posting that this one was copied from: most rows in common, and then the fewest missing. */
export function baseOf(postings: Chain['postings'], keys: ReadonlySet<string>): readonly string[] {
  let best: readonly string[] = []
  let common = 0
  for (const posting of postings) {
    const shared = posting.filter((key) => keys.has(key)).length
    const isCloser = shared === common && shared > 0 && posting.length <= best.length
    if (shared > common || isCloser) {
      best = posting
      common = shared
    }
  }
  return best
}

export function withPosting(postings: Chain['postings'], keys: readonly string[]): Chain['postings'] {
  const all = [...postings, keys]
  if (all.length <= POSTINGS_KEPT) return all
  const [first = [], second = [], ...rest] = all
  return [[...new Set([...first, ...second])], ...rest]
}
