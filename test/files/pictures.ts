/** Pictures built by hand, so that the tests know every byte and can hide something in any place. */
import { crc32, deflateSync } from 'node:zlib'

export const bytesOf = (...parts: (string | number | readonly number[] | Uint8Array)[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) =>
        typeof part === 'string'
          ? Buffer.from(part, 'latin1')
          : Buffer.from(typeof part === 'number' ? [part] : part),
      ),
    ),
  )

const be32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const le32 = (value: number) => be32(value).toReversed()
const be16 = (value: number) => [value >> 8, value & 255]

/** A TIFF block as cameras write it: an orientation, a maker's name and a place. */
export function exifBlock(orientation = 6, secret = 'GPS 34.21N 113.77E'): Uint8Array {
  return bytesOf(
    'II*\0',
    le32(8),
    [2, 0],
    [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
    [0x0f, 0x01, 2, 0, secret.length, 0, 0, 0, 38, 0, 0, 0],
    le32(0),
    secret,
  )
}

export const segment = (marker: number, content: Uint8Array): Uint8Array =>
  bytesOf(0xff, marker, be16(content.length + 2), content)

const SCAN = bytesOf([0x12, 0x34, 0xff, 0x00, 0x56, 0xff, 0xd0, 0x78])
export const JPEG_TABLES = bytesOf(
  segment(0xdb, bytesOf(0, new Array<number>(64).fill(1))),
  segment(0xc0, bytesOf([8, 0, 8, 0, 8, 1, 1, 0x11, 0])),
  segment(0xc4, bytesOf(0, 1, new Array<number>(15).fill(0), 0)),
)
export const JPEG_SCAN = bytesOf(segment(0xda, bytesOf([1, 1, 0, 0, 63, 0])), SCAN)

export function jpeg(extra: readonly Uint8Array[] = [], after: Uint8Array = bytesOf()): Uint8Array {
  const jfif = segment(0xe0, bytesOf('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]))
  return bytesOf([0xff, 0xd8], jfif, ...extra, JPEG_TABLES, JPEG_SCAN, [0xff, 0xd9], after)
}

export const exifSegment = (block: Uint8Array = exifBlock()) => segment(0xe1, bytesOf('Exif\0\0', block))

export const chunk = (name: string, content: Uint8Array): Uint8Array => {
  const body = bytesOf(name, content)
  return bytesOf(be32(content.length), body, be32(crc32(body)))
}

export function png(extra: readonly Uint8Array[] = [], after: Uint8Array = bytesOf()): Uint8Array {
  return bytesOf(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk('IHDR', bytesOf(be32(1), be32(1), [8, 0, 0, 0, 0])),
    ...extra,
    chunk('IDAT', deflateSync(bytesOf([0, 128]))),
    chunk('IEND', bytesOf()),
    after,
  )
}

const riffChunk = (name: string, content: Uint8Array) =>
  bytesOf(name, le32(content.length), content, content.length % 2 ? 0 : [])

export function webp(extra: readonly (readonly [string, Uint8Array])[] = []): Uint8Array {
  const flags = extra.length > 0 ? 0x0c : 0
  const body = bytesOf(
    riffChunk('VP8X', bytesOf(flags, [0, 0, 0, 0, 0, 0, 0, 0, 0])),
    riffChunk('VP8L', bytesOf([0x2f, 0, 0, 0, 0])),
    ...extra.map(([name, content]) => riffChunk(name, content)),
  )
  return bytesOf('RIFF', le32(body.length + 4), 'WEBP', body)
}

export function gif(extra: readonly Uint8Array[] = []): Uint8Array {
  const table = new Array<number>(6).fill(0)
  const picture = bytesOf([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0], [2, 2, 0x4c, 1, 0])
  return bytesOf('GIF89a', [1, 0, 1, 0, 0x80, 0, 0], table, ...extra, picture, 0x3b)
}

export const gifExtension = (label: number, ...blocks: string[]): Uint8Array =>
  bytesOf(0x21, label, ...blocks.flatMap((block) => [block.length, block]), 0)

export const box = (
  type: string,
  ...content: (string | number | readonly number[] | Uint8Array)[]
): Uint8Array => {
  const inner = bytesOf(...content)
  return bytesOf(be32(inner.length + 8), type, inner)
}

/** A HEIC with one picture item and one EXIF item, whose bytes lie in `mdat`. */
export function heic(secret: Uint8Array): Uint8Array {
  const picture = bytesOf('PICTURE!')
  const entry = (id: number, type: string) => box('infe', [2, 0, 0, 0], be16(id), [0, 0], type, 0)
  const build = (dataAt: number) =>
    bytesOf(
      box('ftyp', 'heic', be32(0), 'mif1heic'),
      box(
        'meta',
        [0, 0, 0, 0],
        box('hdlr', new Array<number>(25).fill(0)),
        box('iinf', [0, 0, 0, 0], be16(2), entry(1, 'hvc1'), entry(2, 'Exif')),
        box(
          'iloc',
          [0, 0, 0, 0],
          [0x44, 0x00],
          be16(2),
          place(1, dataAt, picture),
          place(2, dataAt + 8, secret),
        ),
      ),
      box('mdat', picture, secret),
    )
  const place = (id: number, from: number, item: Uint8Array) =>
    bytesOf(be16(id), be16(0), be16(1), be32(from), be32(item.length))
  return build(build(0).length - picture.length - secret.length)
}

/** A film whose place and author stand in `udta` boxes, as phones write them. */
export function film(secret: string): Uint8Array {
  return bytesOf(
    box('ftyp', 'isom', be32(0), 'isom'),
    box(
      'moov',
      box('mvhd', 'head'),
      box('udta', secret),
      box('trak', box('tkhd', 'track'), box('udta', secret)),
    ),
    box('mdat', 'PICTURES'),
  )
}

export function zip(names: readonly string[]): Uint8Array {
  const local = names.map((name) =>
    bytesOf('PK\u0003\u0004', new Array<number>(22).fill(0), [name.length, 0, 0, 0], name),
  )
  const central = names.map((name) =>
    bytesOf(
      'PK\u0001\u0002',
      new Array<number>(24).fill(0),
      [name.length, 0],
      new Array<number>(16).fill(0),
      name,
    ),
  )
  const size = (parts: readonly Uint8Array[]) => parts.reduce((sum, part) => sum + part.length, 0)
  const count = [names.length, 0]
  const end = bytesOf(
    'PK\u0005\u0006',
    [0, 0, 0, 0],
    count,
    count,
    le32(size(central)),
    le32(size(local)),
    [0, 0],
  )
  return bytesOf(...local, ...central, end)
}

export const ole = (stream: string): Uint8Array =>
  bytesOf(
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    new Array<number>(64).fill(0),
    Buffer.from(stream, 'utf16le'),
  )
