/** Vectors close together in memory, and which of them are nearest to one. */

/** A vector's numbers in one byte each: a quarter of the memory, and ranks that hardly change. */
const STEPS = 127

export interface Vectors {
  /** Under this name, which is not there yet; vectors of another length than the first are left out. */
  add(name: string, vector: Float32Array): void
  has(name: string): boolean
  /** Those not named any more make room. */
  keep(names: ReadonlySet<string>): void
  /** Names, nearest first, at most so many. */
  nearest(to: Float32Array, count: number): string[]
  readonly size: number
  readonly bytes: number
}

export function createVectors(): Vectors {
  let names: string[] = []
  let places = new Map<string, number>()
  let width = 0
  let numbers = new Int8Array(0)
  /** By what the numbers of each are to be multiplied. */
  let scales = new Float32Array(0)

  function makeRoom(count: number): void {
    if (count <= scales.length) return
    const room = Math.max(64, Math.ceil(scales.length * 1.5), count)
    const more = new Int8Array(room * width)
    more.set(numbers)
    numbers = more
    const moreScales = new Float32Array(room)
    moreScales.set(scales)
    scales = moreScales
  }

  return {
    add(name, vector) {
      if (width === 0) width = vector.length
      if (vector.length !== width || places.has(name)) return
      makeRoom(names.length + 1)
      const at = names.length
      const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
      const scale = largest === 0 ? 1 : largest / STEPS
      for (let n = 0; n < width; n += 1) numbers[at * width + n] = Math.round((vector[n] ?? 0) / scale)
      scales[at] = scale
      places.set(name, at)
      names.push(name)
    },
    has: (name) => places.has(name),
    keep(wanted) {
      const kept = names.filter((name) => wanted.has(name))
      if (kept.length === names.length) return
      for (const [to, name] of kept.entries()) {
        // Moved towards the front only: what is overwritten was moved before, or goes.
        const from = places.get(name) as number
        numbers.copyWithin(to * width, from * width, (from + 1) * width)
        scales[to] = scales[from] as number
      }
      names = kept
      places = new Map(kept.map((name, at) => [name, at]))
    },
    nearest(to, count) {
      if (to.length !== width) return []
      const scores = new Float32Array(names.length)
      for (let at = 0; at < names.length; at += 1) {
        let sum = 0
        const from = at * width
        for (let n = 0; n < width; n += 1) sum += (numbers[from + n] as number) * (to[n] as number)
        scores[at] = sum * (scales[at] as number)
      }
      // Sorting numbers is many times faster than sorting entries; only what may be among the best is sorted as such.
      const least = Float32Array.from(scores).sort().at(-count) ?? Number.NEGATIVE_INFINITY
      return [...names.keys()]
        .filter((at) => (scores[at] as number) >= least)
        .sort((one, other) => (scores[other] as number) - (scores[one] as number) || one - other)
        .slice(0, count)
        .map((at) => names[at] as string)
    },
    get size() {
      return names.length
    },
    get bytes() {
      return numbers.byteLength + scales.byteLength
    },
  }
}
