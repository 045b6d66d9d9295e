import { inflateSync } from 'node:zlib'

/**
 * The characters that a font has a glyph for, as code points: read from its `cmap` table, of an OpenType file or of
 * one packed as `.woff` (https://learn.microsoft.com/typography/opentype/spec/cmap). Throws a RangeError where the
 * file is cut short.
 */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const map = font.toString('latin1', 0, 4) === 'wOFF' ? packedTable(font, 'cmap') : plainTable(font, 'cmap')
  const found = new Set<number>()
  const count = map.readUInt16BE(2)
  for (let index = 0; index < count; index++) readSubtable(map, map.readUInt32BE(8 + 8 * index), found)
  return found
}

function plainTable(font: Buffer, name: string): Buffer {
  const count = font.readUInt16BE(4)
  for (let at = 12; at < 12 + 16 * count; at += 16) {
    if (font.toString('latin1', at, at + 4) !== name) continue
    const start = font.readUInt32BE(at + 8)
    return font.subarray(start, start + font.readUInt32BE(at + 12))
  }
  throw new RangeError(`the font has no table ${name}`)
}

function packedTable(font: Buffer, name: string): Buffer {
  const count = font.readUInt16BE(12)
  for (let at = 44; at < 44 + 20 * count; at += 20) {
    if (font.toString('latin1', at, at + 4) !== name) continue
    const start = font.readUInt32BE(at + 4)
    const size = font.readUInt32BE(at + 8)
    const bytes = font.subarray(start, start + size)
    return size < font.readUInt32BE(at + 12) ? inflateSync(bytes) : bytes
  }
  throw new RangeError(`the font has no table ${name}`)
}

/** Formats 4 (the first plane) and 12 (all of them) are what fonts of today bring; others add nothing to these. */
function readSubtable(map: Buffer, at: number, found: Set<number>): void {
  const format = map.readUInt16BE(at)
  if (format === 12) {
    const groups = map.readUInt32BE(at + 12)
    for (let group = at + 16; group < at + 16 + 12 * groups; group += 12)
      addAll(found, map.readUInt32BE(group), map.readUInt32BE(group + 4))
  }
  if (format === 4) {
    const doubled = map.readUInt16BE(at + 6)
    for (let part = 0; part < doubled; part += 2) {
      const last = map.readUInt16BE(at + 14 + part)
      const first = map.readUInt16BE(at + 16 + doubled + part)
      if (first !== 0xffff) addAll(found, first, last)
    }
  }
}

function addAll(found: Set<number>, first: number, last: number): void {
  for (let code = first; code <= last; code++) found.add(code)
}
