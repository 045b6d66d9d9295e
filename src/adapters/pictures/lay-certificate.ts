import type { Node } from '@takumi-rs/core'
import type { CertificatePicture } from '../../kernel/picture.ts'
import { column, drawing, present, row, text } from './boxes.ts'
import type { Sheet } from './canvas.ts'
import { emsOf, fittingSize } from './fit-text.ts'
import { KAI, SANS } from './fonts.ts'
import { pictureTexts as texts } from './pictures.texts.ts'
import { qrCode } from './qr-code.ts'

const WIDTH = 1170
/** An A4 sheet's proportions; higher where the words need it. */
const LEAST_HEIGHT = 830
const INNER = WIDTH - 2 * 124
const INK = '#3b2a1a'
const CODE_SIDE = 138
const SEAL_SIDE = 190
/** Eleven on a phone that shows the whole certificate; turned, it is twice that. */
const SMALL = 32
/** What the right side of the foot takes: a date in characters. */
const SIGNATURE = 430

/** 致谢证书: a frame of gold and red on paper; the donor, what they gave, and who says thank you. */
export function layCertificate(picture: CertificatePicture, write: (words: string) => string): Sheet {
  const { seal } = picture
  return {
    width: WIDTH,
    root: column(
      {
        position: 'relative',
        width: WIDTH,
        minHeight: LEAST_HEIGHT,
        overflow: 'hidden',
        backgroundImage: 'linear-gradient(135deg, #fffaf0, #fdf0d5)',
        fontFamily: KAI,
        color: INK,
        overflowWrap: 'anywhere',
      },
      drawing(WAVES, { position: 'absolute', top: 0, left: 0, width: WIDTH, height: 2 * WIDTH }),
      frame(24, '10px solid #c79a3a'),
      frame(42, '2px solid #c8102e'),
      ...present(seal === undefined ? undefined : sealOf(seal)),
      column(
        { width: WIDTH, minHeight: LEAST_HEIGHT, padding: '82px 124px 78px' },
        heading(write(picture.title)),
        addressee(write(picture.to)),
        body(write(picture.body)),
        foot(picture, write),
      ),
    ),
  }
}

const WAVES =
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${2 * WIDTH}"><defs>` +
  '<pattern id="w" width="36" height="36" patternUnits="userSpaceOnUse">' +
  '<path d="M0 18a18 18 0 0 1 36 0M9 18a9 9 0 0 1 18 0" fill="none" stroke="#e6cf9a" opacity="0.35"/></pattern>' +
  `</defs><rect width="${WIDTH}" height="${2 * WIDTH}" fill="url(#w)"/></svg>`

const frame = (inset: number, border: string) =>
  row({ position: 'absolute', top: inset, left: inset, right: inset, bottom: inset, border })

function heading(words: string): Node {
  const size = fittingSize(words, { width: INNER, lines: 1, largest: 88, smallest: 52 })
  // Spread where there is room; the space behind the last character would push it off the middle.
  const spacing = Math.max(0, Math.min(36, (INNER - emsOf(words) * size) / Math.max(1, words.length)))
  return text(words, {
    fontSize: size,
    letterSpacing: spacing,
    paddingLeft: spacing,
    lineHeight: 1.2,
    color: '#b3141b',
    alignSelf: 'center',
    textAlign: 'center',
  })
}

const addressee = (words: string) =>
  text(`${words}：`, {
    fontSize: fittingSize(`${words}：`, { width: INNER, lines: 2, largest: 44, smallest: 36 }),
    lineHeight: 1.35,
    marginTop: 34,
  })

const body = (words: string) => {
  const fontSize = fittingSize(`　　${words}`, { width: INNER, lines: 4, largest: 40, smallest: 33 })
  return text(words, { fontSize, lineHeight: 1.6, marginTop: 10, textIndent: `${2 * fontSize}px` })
}

function foot({ code, number, from, day }: CertificatePicture, write: (words: string) => string): Node {
  const caption = code === undefined ? '' : write(code.caption)
  return row(
    {
      justifyContent: 'space-between',
      alignItems: 'flex-end',
      marginTop: 'auto',
      paddingTop: 30,
      width: INNER,
    },
    column(
      { gap: 10, fontFamily: SANS, width: INNER - SIGNATURE - 20 },
      ...present(
        code === undefined
          ? undefined
          : row(
              { alignItems: 'center', gap: 14 },
              drawing(qrCode(code.url, CODE_SIDE, INK), { width: CODE_SIDE, height: CODE_SIDE }),
              text(caption, {
                fontSize: SMALL,
                lineHeight: 1.35,
                maxWidth: INNER - SIGNATURE - CODE_SIDE - 60,
              }),
            ),
        text(texts.certificateNumber(write(number)), { fontSize: SMALL, lineHeight: 1.3 }),
      ),
    ),
    column(
      { alignItems: 'flex-end', gap: 8, flexShrink: 0, width: SIGNATURE },
      ...signature(write(from)),
      text(write(day), { fontSize: 34 }),
    ),
  )
}

/** A name too long for one line is broken where its second name begins: 青禾县工商业联合会（青禾县总商会）. */
function signature(words: string): readonly Node[] {
  const fits = fittingSize(words, { width: SIGNATURE, lines: 1, largest: 38, smallest: 33 })
  const second = words.indexOf('（')
  const parts =
    emsOf(words) * fits <= SIGNATURE || second <= 0 ? [words] : [words.slice(0, second), words.slice(second)]
  const size = Math.min(
    ...parts.map((part) => fittingSize(part, { width: SIGNATURE, lines: 1, largest: 38, smallest: 33 })),
  )
  return parts.map((part) =>
    text(part, { fontSize: size, lineHeight: 1.3, textAlign: 'right', textWrap: 'balance' }),
  )
}

/** Over the names, as one stamps it; the paper shows through a PNG that is clear there. Throws for any other format. */
const sealOf = (bytes: Uint8Array): Node => ({
  type: 'image',
  src: `data:${imageType(bytes)};base64,${Buffer.from(bytes).toString('base64')}`,
  style: {
    position: 'absolute',
    right: 190,
    bottom: 66,
    width: SEAL_SIDE,
    height: SEAL_SIDE,
    objectFit: 'contain',
  },
})

/** What is neither would be left out without a word. */
function imageType(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (start === '89504e47') return 'image/png'
  if (start.startsWith('ffd8ff')) return 'image/jpeg'
  throw new RangeError('the seal is neither a PNG nor a JPEG')
}
