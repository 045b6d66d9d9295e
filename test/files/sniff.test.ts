import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sniff } from '../../src/files/sniff.ts'
import { box, bytesOf, film, gif, heic, jpeg, ole, png, webp, zip } from './pictures.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('what a file is', () => {
  it.each<[string, Uint8Array, string, string]>([
    ['a photograph', jpeg(), 'image/jpeg', 'jpg'],
    ['a screenshot', png(), 'image/png', 'png'],
    ['a moving picture', gif(), 'image/gif', 'gif'],
    ['a WebP picture', webp(), 'image/webp', 'webp'],
    ['an iPhone’s photograph', heic(bytesOf('x')), 'image/heic', 'heic'],
    ['a PDF', bytesOf('%PDF-1.7\n'), 'application/pdf', 'pdf'],
    [
      'a Word document',
      zip(['[Content_Types].xml', 'word/document.xml']),
      `${OFFICE}.wordprocessingml.document`,
      'docx',
    ],
    ['a workbook', zip(['[Content_Types].xml', 'xl/workbook.xml']), `${OFFICE}.spreadsheetml.sheet`, 'xlsx'],
    [
      'slides',
      zip(['[Content_Types].xml', 'ppt/presentation.xml']),
      `${OFFICE}.presentationml.presentation`,
      'pptx',
    ],
    ['an old Word document', ole('WordDocument'), 'application/msword', 'doc'],
    ['an old workbook', ole('Workbook'), 'application/vnd.ms-excel', 'xls'],
    ['an MP3 with a title', bytesOf('ID3', [4, 0, 0]), 'audio/mpeg', 'mp3'],
    ['a bare MP3', bytesOf([0xff, 0xfb, 0x90, 0x00]), 'audio/mpeg', 'mp3'],
    ['a phone’s voice note', bytesOf('#!AMR\n'), 'audio/amr', 'amr'],
    ['a Telegram voice note', bytesOf('OggS'), 'audio/ogg', 'ogg'],
    ['a WeChat voice note', bytesOf([2], '#!SILK_V3'), 'audio/silk', 'silk'],
    ['a recording', bytesOf('RIFF', [0, 0, 0, 0], 'WAVEfmt '), 'audio/wav', 'wav'],
    ['an M4A', box('ftyp', 'M4A ', [0, 0, 0, 0]), 'audio/mp4', 'm4a'],
    ['a film', film('x'), 'video/mp4', 'mp4'],
    ['plain text', utf8('办公楼停电了，麻烦协调\n'), 'text/plain', 'txt'],
    ['plain text with a byte order mark', utf8('\uFEFF停电'), 'text/plain', 'txt'],
  ])('is found from the bytes of %s', (_, bytes, mediaType, extension) => {
    expect(sniff(bytes)).toEqual({ mediaType, extension })
  })

  it.each<[string, Uint8Array]>([
    ['nothing at all', bytesOf()],
    ['a bare archive', zip(['notes.txt'])],
    ['an archive that only names a document inside', zip(['word/document.xml'])],
    ['an archive cut off before its directory', zip(['[Content_Types].xml', 'word/a.xml']).subarray(0, 60)],
    ['text in another encoding', bytesOf([0xcd, 0xa3, 0xb5, 0xe7])],
    ['text with a control character', utf8('a\u0007b')],
    ['a film of an unknown kind', box('ftyp', 'xxxx', [0, 0, 0, 0])],
    ['an MPEG frame with a bit rate that does not exist', bytesOf([0xff, 0xfb, 0xf0, 0x00])],
  ])('is not guessed for %s', (_, bytes) => {
    expect(sniff(bytes)).toBeUndefined()
  })

  it('is asked of any bytes without an accident, wherever they end', () => {
    const begun = fc.constantFrom(
      jpeg(),
      png(),
      webp(),
      heic(bytesOf('x')),
      zip(['[Content_Types].xml', 'xl/a']),
      ole('Workbook'),
    )
    const cut = fc.tuple(begun, fc.nat(200)).map(([bytes, length]) => bytes.subarray(0, length))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), cut), (bytes) => {
        const kind = sniff(bytes)
        expect(kind === undefined || kind.mediaType.includes('/')).toBe(true)
      }),
    )
  })
})
