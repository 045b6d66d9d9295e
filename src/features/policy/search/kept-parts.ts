/**
 * An index as it is kept: parts of some megabytes, each a head of JSON and a body of bytes, compressed. Passages are
 * numbered anew from 0 in the order of the documents.
 */

import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { posting } from './postings.ts'

/** Documents one after the other, each with its passages: in the body its record and then theirs. */
export type DocumentsPart = {
  kind: 'documents'
  ids: string[]
  /** How many bytes each document's record has, and each passage's. */
  records: number[]
  texts: number[]
  /** By document how many passages, by passage how many terms. */
  passages: number[]
  lengths: number[]
}

/** Terms, each with its list in the body. */
export type TermsPart = { kind: 'terms'; terms: string[]; counts: number[] }

/** The first one: how much is to come. Where it is not all there in the end, parts are missing. */
export type SumsPart = { kind: 'sums'; documents: number; passages: number; postings: number }

export type Part = { head: SumsPart | DocumentsPart | TermsPart; body: Uint8Array }

const HEAD_BYTES = 4
const CHUNK_BYTES = 6_000_000

export function packPart(head: Part['head'], pieces: readonly Uint8Array[]): Uint8Array {
  const json = Buffer.from(JSON.stringify(head))
  const size = Buffer.alloc(HEAD_BYTES)
  size.writeUInt32LE(json.length)
  return zstdCompressSync(Buffer.concat([size, json, ...pieces]))
}

/** @throws Error where the bytes are not a part. */
export function unpackPart(bytes: Uint8Array): Part {
  // In one piece: many small ones cost more than the decompressing.
  const raw = zstdDecompressSync(bytes, { chunkSize: CHUNK_BYTES })
  const from = HEAD_BYTES + raw.readUInt32LE(0)
  return { head: JSON.parse(raw.toString('utf8', HEAD_BYTES, from)), body: raw.subarray(from) }
}

/** Postings as distances, seven bits a byte; of most passages that hold a term it stands there once, which costs nothing. */
export type PackedList = {
  put(distance: number, times: number): void
  take(): Uint8Array
  readonly size: number
}

export function createPackedList(): PackedList {
  let bytes = new Uint8Array(2 ** 20)
  let size = 0
  function number(value: number): void {
    let rest = value
    while (rest > 0x7f) {
      bytes[size] = (rest & 0x7f) | 0x80
      size += 1
      rest >>>= 7
    }
    bytes[size] = rest
    size += 1
  }
  return {
    put(distance, times) {
      if (size + 10 > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2)
        larger.set(bytes)
        bytes = larger
      }
      number(distance * 2 + (times > 1 ? 1 : 0))
      if (times > 1) number(times)
    },
    take() {
      const taken = bytes.slice(0, size)
      size = 0
      return taken
    },
    get size() {
      return size
    },
  }
}

/** Reads what `PackedList` wrote, list after list, as postings (see postings.ts) into a block. */
export function readPackedLists(body: Uint8Array): (count: number, block: Uint32Array, from: number) => void {
  let at = 0
  function number(): number {
    let byte = body[at] as number
    at += 1
    let value = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = body[at] as number
      at += 1
      value |= (byte & 0x7f) << shift
    }
    return value
  }
  return (count, block, from) => {
    let passage = 0
    for (let place = from; place < from + count; place += 1) {
      const first = number()
      passage += first >>> 1
      block[place] = posting(passage, (first & 1) === 1 ? number() : 1)
    }
  }
}
