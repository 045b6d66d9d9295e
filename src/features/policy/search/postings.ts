/**
 * Which passages hold which term, in one block of integers: a posting is `passage << 8 | times`, four bytes,
 * where a list of objects would take some fifty. Lists stay sorted by passage, so that one can be taken out again.
 * There may be 2²⁴ passages.
 */

import { createTermNumbers } from './term-numbers.ts'

const TIMES_BITS = 8
const MOST_TIMES = 255

export type Postings = {
  /** `passage` must be larger than any before it; more than 255 times count as 255. */
  add(term: string, passage: number, times: number): void
  remove(term: string, passage: number): void
  /** Makes room for so many postings, so that filling moves nothing. */
  expect(postings: number): void
  /** The whole list of a term that is not there yet: `read` writes so many postings (see `posting`) from a place on. */
  fill(term: string, count: number, read: (count: number, block: Uint32Array, from: number) => void): void
  /** Gives up the room that growing lists have in hand: up to half of all of it. */
  trim(): void
  /** Of all terms together. */
  readonly size: number
  /** In how many passages the term stands. */
  count(term: string): number
  each(term: string, visit: (passage: number, times: number) => void): void
  /** Adds to every passage's score what BM25 gives it for the term; `damping` by passage. */
  score(term: string, worth: number, damping: Float64Array, scores: Float64Array): void
  /** Those that stand somewhere. */
  terms(): Iterable<string>
  readonly bytes: number
}

/** Of a list: where it starts in the block, for how many there is room, how many there are. */
const START = 0
const ROOM = 1
const LENGTH = 2
const WIDTH = 4

/** As postings are held. */
export function posting(passage: number, times: number): number {
  return ((passage << TIMES_BITS) | Math.min(times, MOST_TIMES)) >>> 0
}

export function createPostings(saturation = 1): Postings {
  const numbers = createTermNumbers()
  /** By number of the term: start, room, length. */
  let lists = new Uint32Array(WIDTH * 1024)
  // Blocks left behind by lists that grew, by size, to be used again.
  const free = new Map<number, number[]>()
  let block = new Uint32Array(1024)
  let end = 0

  function take(room: number): number {
    const used = free.get(room)?.pop()
    if (used !== undefined) return used
    if (end + room > block.length) {
      const larger = new Uint32Array(Math.max(Math.ceil(block.length * 1.25), end + room))
      larger.set(block)
      block = larger
    }
    const start = end
    end += room
    return start
  }

  /** Where the term's list is described; with `room` for so many where the term is new. */
  function open(term: string, room: number): number {
    const list = numbers.findOrAdd(term) * WIDTH
    if (list >= lists.length) {
      const larger = new Uint32Array(lists.length * 2)
      larger.set(lists)
      lists = larger
    }
    if (lists[list + ROOM] === 0) {
      lists[list + START] = take(room)
      lists[list + ROOM] = room
    }
    return list
  }

  function find(term: string): number | undefined {
    const number = numbers.find(term)
    return number === undefined ? undefined : number * WIDTH
  }

  function grow(list: number): void {
    const room = lists[list + ROOM] as number
    const from = lists[list + START] as number
    const start = take(room * 2)
    block.copyWithin(start, from, from + room)
    const left = free.get(room)
    if (left === undefined) free.set(room, [from])
    else left.push(from)
    lists[list + START] = start
    lists[list + ROOM] = room * 2
  }

  function placeOf(list: number, passage: number): number {
    let low = lists[list + START] as number
    let high = low + (lists[list + LENGTH] as number)
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((block[middle] as number) >>> TIMES_BITS < passage) low = middle + 1
      else high = middle
    }
    return low
  }

  function size(): number {
    let postings = 0
    for (let list = 0; list < numbers.size * WIDTH; list += WIDTH) postings += lists[list + LENGTH] as number
    return postings
  }

  return {
    add(term, passage, times) {
      const list = open(term, 1)
      const length = lists[list + LENGTH] as number
      if (length === lists[list + ROOM]) grow(list)
      block[(lists[list + START] as number) + length] = posting(passage, times)
      lists[list + LENGTH] = length + 1
    },
    remove(term, passage) {
      const list = find(term)
      if (list === undefined) return
      const at = placeOf(list, passage)
      const last = (lists[list + START] as number) + (lists[list + LENGTH] as number)
      if (at === last || (block[at] as number) >>> TIMES_BITS !== passage) return
      block.copyWithin(at, at + 1, last)
      // A list that became empty keeps its place: what was written about once comes again.
      lists[list + LENGTH] = (lists[list + LENGTH] as number) - 1
    },
    expect(postings) {
      if (end + postings <= block.length) return
      const larger = new Uint32Array(end + postings)
      larger.set(block)
      block = larger
    },
    fill(term, count, read) {
      const list = open(term, count)
      read(count, block, lists[list + START] as number)
      lists[list + LENGTH] = count
    },
    trim() {
      const packed = new Uint32Array(size())
      end = 0
      for (let list = 0; list < numbers.size * WIDTH; list += WIDTH) {
        const start = lists[list + START] as number
        const length = lists[list + LENGTH] as number
        packed.set(block.subarray(start, start + length), end)
        lists[list + START] = end
        lists[list + ROOM] = length
        end += length
      }
      block = packed
      free.clear()
    },
    count(term) {
      const list = find(term)
      return list === undefined ? 0 : (lists[list + LENGTH] as number)
    },
    each(term, visit) {
      const list = find(term)
      if (list === undefined) return
      const from = lists[list + START] as number
      const to = from + (lists[list + LENGTH] as number)
      for (let at = from; at < to; at += 1) {
        const held = block[at] as number
        visit(held >>> TIMES_BITS, held & MOST_TIMES)
      }
    },
    score(term, worth, damping, scores) {
      const list = find(term)
      if (list === undefined) return
      const from = lists[list + START] as number
      const to = from + (lists[list + LENGTH] as number)
      const most = worth * (saturation + 1)
      const held = block.subarray(from, to)
      for (let at = 0; at < held.length; at += 1) {
        const one = held[at] as number
        const passage = one >>> TIMES_BITS
        const times = one & MOST_TIMES
        scores[passage] =
          (scores[passage] as number) + (most * times) / (times + (damping[passage] as number))
      }
    },
    *terms() {
      let list = 0
      for (const term of numbers.terms()) {
        if (lists[list + LENGTH] !== 0) yield term
        list += WIDTH
      }
    },
    get size() {
      return size()
    },
    get bytes() {
      return block.byteLength + lists.byteLength + numbers.bytes
    },
  }
}
