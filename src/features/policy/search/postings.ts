/**
 * Which passages hold which term, in one block of integers: a posting is `passage << 8 | times`, four bytes,
 * where a list of objects would take some fifty. Lists stay sorted by passage, so that one can be taken out again.
 */

const TIMES_BITS = 8
const MOST_TIMES = 255
/** Passage numbers are never used twice; at this many the index has to be built anew. */
export const MOST_PASSAGES = 2 ** (32 - TIMES_BITS)

export type Postings = {
  /** `passage` must be larger than any before it; more than 255 times count as 255. */
  add(term: string, passage: number, times: number): void
  remove(term: string, passage: number): void
  /** In how many passages the term stands. */
  count(term: string): number
  each(term: string, visit: (passage: number, times: number) => void): void
  readonly bytes: number
}

type List = { start: number; room: number; length: number }

export function createPostings(): Postings {
  const lists = new Map<string, List>()
  // Blocks left behind by lists that grew, by size, to be used again.
  const free = new Map<number, number[]>()
  let block = new Uint32Array(1024)
  let end = 0

  function reserve(room: number): number {
    const used = free.get(room)?.pop()
    if (used !== undefined) return used
    if (end + room > block.length) {
      const larger = new Uint32Array(Math.max(Math.ceil(block.length * 1.5), end + room))
      larger.set(block)
      block = larger
    }
    const start = end
    end += room
    return start
  }

  function release(list: List): void {
    const starts = free.get(list.room)
    if (starts === undefined) free.set(list.room, [list.start])
    else starts.push(list.start)
  }

  function grow(list: List): void {
    const room = list.room * 2
    const start = reserve(room)
    block.copyWithin(start, list.start, list.start + list.length)
    release(list)
    list.start = start
    list.room = room
  }

  function find(list: List, passage: number): number {
    let low = list.start
    let high = list.start + list.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((block[middle] ?? 0) >>> TIMES_BITS < passage) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    add(term, passage, times) {
      let list = lists.get(term)
      if (list === undefined) {
        list = { start: reserve(1), room: 1, length: 0 }
        lists.set(term, list)
      } else if (list.length === list.room) grow(list)
      block[list.start + list.length] = ((passage << TIMES_BITS) | Math.min(times, MOST_TIMES)) >>> 0
      list.length += 1
    },
    remove(term, passage) {
      const list = lists.get(term)
      if (list === undefined) return
      const at = find(list, passage)
      const last = list.start + list.length
      if (at === last || (block[at] ?? 0) >>> TIMES_BITS !== passage) return
      block.copyWithin(at, at + 1, last)
      list.length -= 1
      if (list.length > 0) return
      release(list)
      lists.delete(term)
    },
    count: (term) => lists.get(term)?.length ?? 0,
    each(term, visit) {
      const list = lists.get(term)
      if (list === undefined) return
      for (let at = list.start; at < list.start + list.length; at += 1) {
        const posting = block[at] ?? 0
        visit(posting >>> TIMES_BITS, posting & MOST_TIMES)
      }
    },
    get bytes() {
      return block.byteLength
    },
  }
}
