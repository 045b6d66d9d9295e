import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sniff } from '../../src/files/sniff.ts'
import { stripMetadata } from '../../src/files/strip-metadata.ts'
import {
  box,
  bytesOf,
  chunk,
  exifBlock,
  exifSegment,
  film,
  gif,
  gifExtension,
  heic,
  JPEG_SCAN,
  JPEG_TABLES,
  jpeg,
  png,
  segment,
  webp,
} from './pictures.ts'

const SECRET = 'GPS 34.21N 113.77E'
const has = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text, 0, 'latin1')
const text = (content: string) => bytesOf(content)

describe('a photograph (JPEG)', () => {
  it('loses place, maker, captions and comments, and keeps its picture byte for byte', () => {
    const photo = jpeg([
      exifSegment(),
      segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${SECRET}`)),
      segment(0xed, text(`Photoshop 3.0\0${SECRET}`)),
      segment(0xfe, text(SECRET)),
      segment(0xe2, text(`MPF\0${SECRET}`)),
    ])
    const { bytes, isWhole } = stripMetadata(photo, 'image/jpeg')
    expect(isWhole).toBe(true)
    expect(Buffer.from(bytes)).toEqual(Buffer.from(jpeg()))
  })

  it('keeps the colour profile and Adobe’s colour mark, without which colours would change', () => {
    const profile = segment(0xe2, text('ICC_PROFILE\0\u0001\u0001colours'))
    const adobe = segment(0xee, bytesOf('Adobe', [0, 100, 0, 0, 0, 0, 1]))
    expect(Buffer.from(stripMetadata(jpeg([profile, adobe]), 'image/jpeg').bytes)).toEqual(
      Buffer.from(jpeg([profile, adobe])),
    )
  })

  it('says beside the bytes how the camera was held', () => {
    expect(stripMetadata(jpeg([exifSegment()]), 'image/jpeg').orientation).toBe(6)
    expect(stripMetadata(jpeg([exifSegment(exifBlock(1))]), 'image/jpeg').orientation).toBeUndefined()
    expect(
      stripMetadata(jpeg([exifSegment(bytesOf('MM\0*', [0, 0, 0, 8, 0, 0]))]), 'image/jpeg').orientation,
    ).toBe(undefined)
  })

  it('loses the small picture in its JFIF head, which may show what was cut away', () => {
    const thumbnail = segment(0xe0, bytesOf('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 1, 1], 'RGB'))
    const whole = bytesOf([0xff, 0xd8], thumbnail, JPEG_TABLES, JPEG_SCAN, [0xff, 0xd9])
    expect(Buffer.from(stripMetadata(whole, 'image/jpeg').bytes)).toEqual(Buffer.from(jpeg()))
  })

  it('loses what hides behind its end, a second picture with its own EXIF included', () => {
    expect(Buffer.from(stripMetadata(jpeg([], jpeg([exifSegment()])), 'image/jpeg').bytes)).toEqual(
      Buffer.from(jpeg()),
    )
  })

  it('is kept as far as it came when it was cut off within the picture, still without EXIF', () => {
    const photo = jpeg([exifSegment()])
    const { bytes, isWhole } = stripMetadata(photo.subarray(0, photo.length - 5), 'image/jpeg')
    expect(isWhole).toBe(true)
    expect(has(bytes, 'Exif')).toBe(false)
    expect(bytes.at(-1)).toBe(0xd9)
  })

  it('loses EXIF between the scans of a progressive picture too', () => {
    const whole = bytesOf([0xff, 0xd8], JPEG_TABLES, JPEG_SCAN, exifSegment(), JPEG_SCAN, [0xff, 0xd9])
    const { bytes } = stripMetadata(whole, 'image/jpeg')
    expect(Buffer.from(bytes)).toEqual(
      Buffer.from(bytesOf([0xff, 0xd8], JPEG_TABLES, JPEG_SCAN, JPEG_SCAN, [0xff, 0xd9])),
    )
  })
})

describe('other pictures and films', () => {
  it('a PNG loses EXIF, texts and times, and what follows its last chunk', () => {
    const content = text(`Comment\0${SECRET}`)
    const extra = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'prVW'].map((name) => chunk(name, content))
    const whole = png(
      [...extra, chunk('eXIf', exifBlock(8)), chunk('gAMA', bytesOf([0, 0, 177, 143]))],
      text(SECRET),
    )
    const { bytes, isWhole, orientation } = stripMetadata(whole, 'image/png')
    expect(isWhole).toBe(true)
    expect(orientation).toBe(8)
    expect(Buffer.from(bytes)).toEqual(Buffer.from(png([chunk('gAMA', bytesOf([0, 0, 177, 143]))])))
  })

  it('a WebP loses EXIF and XMP, and no longer announces them', () => {
    const whole = webp([
      ['EXIF', exifBlock()],
      ['XMP ', text(SECRET)],
    ])
    const { bytes, orientation } = stripMetadata(whole, 'image/webp')
    expect(orientation).toBe(6)
    expect(Buffer.from(bytes)).toEqual(Buffer.from(webp()))
  })

  it('a GIF loses comments and XMP, and goes on moving', () => {
    const loop = gifExtension(0xff, 'NETSCAPE2.0', '\u0001\0\0')
    const timing = gifExtension(0xf9, '\0\u000a\0\0')
    const whole = gif([loop, gifExtension(0xfe, SECRET), gifExtension(0xff, 'XMP DataXMP', SECRET), timing])
    expect(Buffer.from(stripMetadata(whole, 'image/gif').bytes)).toEqual(Buffer.from(gif([loop, timing])))
  })

  it('a HEIC has its EXIF overwritten where it lies, and its picture untouched', () => {
    const whole = heic(text(SECRET))
    const { bytes, isWhole } = stripMetadata(whole, 'image/heic')
    expect(isWhole).toBe(true)
    expect(bytes.length).toBe(whole.length)
    expect(has(bytes, SECRET)).toBe(false)
    expect(has(bytes, 'PICTURE!')).toBe(true)
  })

  it('a film has its place and author overwritten, on every level, and nothing moved', () => {
    const whole = film(SECRET)
    const { bytes, isWhole } = stripMetadata(whole, 'video/mp4')
    expect(isWhole).toBe(true)
    expect(bytes.length).toBe(whole.length)
    expect(has(bytes, SECRET)).toBe(false)
    expect(has(bytes, 'PICTURES')).toBe(true)
  })

  it('a document comes back as it is', () => {
    const document = text('%PDF-1.7 Exif')
    expect(stripMetadata(document, 'application/pdf')).toEqual({ bytes: document, isWhole: true })
  })
})

describe('a damaged file', () => {
  it.each<[string, string, Uint8Array]>([
    ['a JPEG cut off in its head', 'image/jpeg', jpeg([exifSegment()]).subarray(0, 40)],
    ['a JPEG with rubbish between segments', 'image/jpeg', bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 2, 1, 2, 3])],
    ['a PNG cut off', 'image/png', png().subarray(0, 50)],
    ['a WebP shorter than it says', 'image/webp', webp().subarray(0, 30)],
    ['a GIF with an unknown mark', 'image/gif', bytesOf(gif().subarray(0, 19), 0x55)],
    ['a HEIC without a table of contents', 'image/heic', bytesOf(box('ftyp', 'heic'), box('mdat', SECRET))],
    ['a film with a box longer than the file', 'video/mp4', film(SECRET).subarray(0, 60)],
  ])('comes back unchanged and is called so: %s', (_, mediaType, bytes) => {
    expect(stripMetadata(bytes, mediaType)).toEqual({ bytes, isWhole: false })
  })

  it('never makes the house stumble, wherever it is cut and whatever is changed in it', () => {
    const mark = exifBlock()
    const spoilt = fc
      .tuple(
        fc.constantFrom(
          jpeg([exifSegment(mark)]),
          jpeg([], jpeg([exifSegment(mark)])),
          png([chunk('eXIf', mark)]),
          webp([['EXIF', mark]]),
          gif([gifExtension(0xfe, SECRET)]),
          heic(bytesOf(mark)),
          film(SECRET),
        ),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 3 }),
        fc.nat(400),
      )
      .map(([whole, changes, length]) => {
        const bytes = whole.slice(0, Math.max(8, length))
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
        return bytes
      })
    fc.assert(
      fc.property(fc.oneof(spoilt, fc.uint8Array()), (bytes) => {
        for (const mediaType of [
          'image/jpeg',
          'image/png',
          'image/webp',
          'image/gif',
          'image/heic',
          'video/mp4',
        ]) {
          expect(() => stripMetadata(bytes, mediaType)).not.toThrow()
        }
      }),
      { numRuns: 500 },
    )
  })

  it('loses whatever was put into the places for metadata', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.integer({ min: 0xe1, max: 0xef }),
        (noise, marker) => {
          const hidden = bytesOf('Exif\0\0', SECRET, noise)
          const pictures = [
            jpeg([segment(marker, hidden), segment(0xfe, hidden)], hidden),
            png([chunk('eXIf', hidden), chunk('zzZz', hidden)], hidden),
            webp([
              ['EXIF', hidden],
              ['????', hidden],
            ]),
            heic(hidden),
          ]
          for (const whole of pictures) {
            const { bytes, isWhole } = stripMetadata(whole, sniff(whole)?.mediaType ?? '')
            expect(isWhole).toBe(true)
            expect(has(bytes, SECRET)).toBe(false)
            // A HEIC's table of contents still lists an item of that type; its bytes are gone.
            if (whole !== pictures[3]) expect(has(bytes, 'Exif')).toBe(false)
          }
        },
      ),
    )
  })

  it('gives the same bytes when cleaned twice', () => {
    for (const whole of [
      jpeg([exifSegment()]),
      png([chunk('eXIf', exifBlock())]),
      heic(exifBlock()),
      film(SECRET),
    ]) {
      const mediaType = sniff(whole)?.mediaType ?? ''
      const once = stripMetadata(whole, mediaType).bytes
      expect(Buffer.from(stripMetadata(once, mediaType).bytes)).toEqual(Buffer.from(once))
    }
  })
})
