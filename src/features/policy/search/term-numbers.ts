/**
 * A number for every term. Nearly all terms are one or two characters: they are their own key in a table of integers,
 * where as strings they would take a tenth of a small server's heap and most of the time of building.
 */

export type TermNumbers = {
  find(term: string): number | undefined
  /** The next number where the term is new: 0, 1, 2 … */
  findOrAdd(term: string): number
  /** In the order of their numbers. */
  terms(): Iterable<string>
  readonly size: number
  readonly bytes: number
}

const FULL = 0.6

export function createTermNumbers(): TermNumbers {
  /** Pairs of key and number; a key of 0 is an empty place. Places are probed one after the other. */
  let table = new Uint32Array(2 * 1024)
  let short = 0
  const long = new Map<string, number>()
  /** By number: the key of a short term, or 0. */
  let keys = new Uint32Array(1024)
  const longByNumber = new Map<number, string>()
  let size = 0

  function placeOf(key: number): number {
    const mask = table.length / 2 - 1
    let place = (Math.imul(key, 0x9e3779b1) >>> 7) & mask
    while (table[2 * place] !== 0 && table[2 * place] !== key) place = (place + 1) & mask
    return 2 * place
  }

  function widen(): void {
    const before = table
    table = new Uint32Array(before.length * 2)
    for (let at = 0; at < before.length; at += 2) {
      const key = before[at] as number
      if (key === 0) continue
      const place = placeOf(key)
      table[place] = key
      table[place + 1] = before[at + 1] as number
    }
  }

  function number(key: number): number {
    if (size === keys.length) {
      const larger = new Uint32Array(keys.length * 2)
      larger.set(keys)
      keys = larger
    }
    keys[size] = key
    size += 1
    return size - 1
  }

  return {
    find(term) {
      const key = keyOf(term)
      if (key === 0) return long.get(term)
      const place = placeOf(key)
      return table[place] === 0 ? undefined : table[place + 1]
    },
    findOrAdd(term) {
      const key = keyOf(term)
      if (key === 0) {
        const there = long.get(term)
        if (there !== undefined) return there
        const added = number(0)
        long.set(term, added)
        longByNumber.set(added, term)
        return added
      }
      const place = placeOf(key)
      if (table[place] !== 0) return table[place + 1] as number
      const added = number(key)
      table[place] = key
      table[place + 1] = added
      short += 1
      if (short > (table.length / 2) * FULL) widen()
      return added
    },
    *terms() {
      for (let at = 0; at < size; at += 1) {
        const key = keys[at] as number
        if (key === 0) yield longByNumber.get(at) as string
        else if (key > 0xffff) yield String.fromCharCode(key >>> 16, key & 0xffff)
        else yield String.fromCharCode(key)
      }
    },
    get size() {
      return size
    },
    get bytes() {
      return table.byteLength + keys.byteLength
    },
  }
}

/** 0 for what has no key of its own. */
function keyOf(term: string): number {
  if (term.length === 1) return term.charCodeAt(0)
  if (term.length === 2) return ((term.charCodeAt(0) << 16) | term.charCodeAt(1)) >>> 0
  return 0
}
