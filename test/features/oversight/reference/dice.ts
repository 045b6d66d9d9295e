/** Chance that comes out the same every time. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  next(): number
  below(count: number): number
  pick<T>(among: readonly T[]): T
  isWithin(share: number): boolean
}

/** mulberry32, public domain by Tommy Ettinger's description: enough for test data. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number) => Math.floor(next() * count)
  return {
    next,
    below,
    pick: <T>(among: readonly T[]) => among[below(among.length)] as T,
    isWithin: (share) => next() < share,
  }
}
