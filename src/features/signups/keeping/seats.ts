/** Who has a place: given in the order in which people came, a head at a time, and never taken away again by itself. */
import type { Chain, Entry } from '../chain.ts'

export interface Seated {
  readonly entries: readonly Entry[]
  /** Those who waited and now have (more) places. */
  readonly promoted: readonly Entry[]
}

/**
 * Pure. Nobody who has a place loses it to a lower limit; whoever leaves, or comes with fewer, frees theirs. A company at
 * its limit lets others pass.
 */
export function seat(
  { places, perCompany }: Pick<Chain, 'places' | 'perCompany'>,
  entries: readonly Entry[],
): Seated {
  const seats = new Map<string, number>()
  const ofCompany = new Map<string, number>()
  let taken = 0
  const give = (entry: Entry, heads: number) => {
    seats.set(entry.id, (seats.get(entry.id) ?? 0) + heads)
    taken += heads
    if (entry.company !== undefined) ofCompany.set(entry.company, (ofCompany.get(entry.company) ?? 0) + heads)
  }
  const inside = entries.filter(({ state }) => state === 'in')
  for (const entry of inside) give(entry, Math.min(entry.seated, entry.heads))
  for (const entry of [...inside].sort((a, b) => a.queued - b.queued)) {
    const wanted = entry.heads - (seats.get(entry.id) ?? 0)
    const left = (places ?? Number.POSITIVE_INFINITY) - taken
    const own =
      entry.company === undefined
        ? Number.POSITIVE_INFINITY
        : (perCompany ?? Number.POSITIVE_INFINITY) - (ofCompany.get(entry.company) ?? 0)
    const given = Math.max(0, Math.min(wanted, left, own))
    if (given > 0) give(entry, given)
  }
  const now = entries.map((entry) => ({ ...entry, seated: seats.get(entry.id) ?? 0 }))
  const before = new Map(entries.map((entry) => [entry.id, entry.seated]))
  return { entries: now, promoted: now.filter(({ id, seated }) => seated > (before.get(id) ?? 0)) }
}
