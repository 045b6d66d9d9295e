export type Choice<Item> = {
  top: number
  /** What has none of them (undefined) is passed over. */
  itemOf: (place: number) => Item | undefined
  /** Asked of few only. */
  isLeftOut: (item: Item) => boolean
  /** Of two that are worth the same: below 0 where the first comes before the other. */
  inOrder: (one: Item, other: Item) => number
}

/**
 * Of very many values the items with the best few, best first, without sorting the rest; an item of several values
 * has its best one. Nothing of 0 is chosen.
 */
export function bestOf<Item>(
  values: Float64Array,
  { top, itemOf, isLeftOut, inOrder }: Choice<Item>,
): Item[] {
  const best: { item: Item; value: number }[] = []
  let floor = 0
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place] as number
    if (value === 0 || value < floor) continue
    const item = itemOf(place)
    if (item === undefined) continue
    const before = best.findIndex((other) => other.item === item)
    if (before !== -1 && (best[before]?.value ?? 0) >= value) continue
    if (before === -1 && isLeftOut(item)) continue
    if (before !== -1) best.splice(before, 1)
    const at = best.findIndex(
      (other) => value > other.value || (value === other.value && inOrder(item, other.item) < 0),
    )
    best.splice(at === -1 ? best.length : at, 0, { item, value })
    if (best.length > top) best.pop()
    if (best.length === top) floor = best.at(-1)?.value ?? 0
  }
  return best.map(({ item }) => item)
}
