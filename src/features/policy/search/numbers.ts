/** A list of whole numbers from 0 to 2³²−1 that grows: four bytes each and outside the heap, however many there are. */
export type Numbers = {
  push(value: number): void
  at(place: number): number
  set(place: number, value: number): void
  readonly length: number
  readonly bytes: number
}

const GROWTH = 1.5

export function createNumbers(): Numbers {
  let block = new Uint32Array(256)
  let length = 0
  return {
    push(value) {
      if (length === block.length) {
        const larger = new Uint32Array(Math.ceil(block.length * GROWTH))
        larger.set(block)
        block = larger
      }
      block[length] = value
      length += 1
    },
    at: (place) => block[place] ?? 0,
    set(place, value) {
      block[place] = value
    },
    get length() {
      return length
    },
    get bytes() {
      return block.byteLength
    },
  }
}
