/**
 * Plain data by number, as JSON in blocks outside the heap. As objects the texts of a hundred thousand passages fill
 * the heap of a small server; of a search no more than a few dozen are ever looked at.
 */

import { createNumbers } from './numbers.ts'

export type Records = {
  /** Gives its number: 0, 1, 2 … */
  add(value: unknown): number
  /** What `bytesOf` gave. */
  addBytes(bytes: Uint8Array): number
  /** @throws RangeError where there is no such number. */
  read<Value>(number: number): Value
  bytesOf(number: number): Uint8Array
  /** How many there are. */
  readonly size: number
  readonly bytes: number
}

const BLOCK_BITS = 22
const BLOCK = 2 ** BLOCK_BITS
const FIRST_BLOCK = 2 ** 14

export function createRecords(): Records {
  const blocks: Uint8Array[] = []
  const starts = createNumbers()
  const lengths = createNumbers()
  let used = 0

  function addBytes(bytes: Uint8Array): number {
    if (used + bytes.length > (blocks.at(-1)?.length ?? 0)) {
      // What is longer than a block is one of its own.
      const next = Math.min(BLOCK, FIRST_BLOCK * 2 ** blocks.length)
      blocks.push(new Uint8Array(Math.max(next, bytes.length)))
      used = 0
    }
    const block = blocks.length - 1
    blocks[block]?.set(bytes, used)
    starts.push(block * BLOCK + used)
    lengths.push(bytes.length)
    used += bytes.length
    return starts.length - 1
  }

  function bytesOf(number: number): Uint8Array {
    const start = starts.at(number)
    const block = number < starts.length ? blocks[start >>> BLOCK_BITS] : undefined
    if (block === undefined) throw new RangeError(`There is no record ${number}.`)
    const from = start % BLOCK
    return block.subarray(from, from + lengths.at(number))
  }

  const decoder = new TextDecoder()
  const encoder = new TextEncoder()
  return {
    add: (value) => addBytes(encoder.encode(JSON.stringify(value))),
    addBytes,
    read: (number) => JSON.parse(decoder.decode(bytesOf(number))),
    bytesOf,
    get size() {
      return starts.length
    },
    get bytes() {
      return blocks.reduce((sum, block) => sum + block.length, 0) + starts.bytes + lengths.bytes
    },
  }
}
