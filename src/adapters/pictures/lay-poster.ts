import type { Node } from '@takumi-rs/core'
import type { PosterPicture } from '../../kernel/picture.ts'
import { column, drawing, present, row, text } from './boxes.ts'
import type { Sheet } from './canvas.ts'
import { emsOf, fittingSize } from './fit-text.ts'
import { KAI, SANS } from './fonts.ts'
import { qrCode } from './qr-code.ts'

const WIDTH = 780
const INNER = WIDTH - 2 * 60
const GOLD = '#ffe2a8'
const CODE_SIDE = 340

/** Red, the title in Kai, what the law wants shown, and the code; each below the other, nothing where nothing is. */
export function layPoster(picture: PosterPicture, write: (words: string) => string): Sheet {
  const { slogan, code, progress } = picture
  return {
    width: WIDTH,
    root: column(
      {
        width: WIDTH,
        alignItems: 'center',
        padding: '64px 60px 72px',
        backgroundImage: 'linear-gradient(160deg, #c8102e 0%, #8f0d20 100%)',
        color: '#fff',
        fontFamily: SANS,
        overflowWrap: 'anywhere',
      },
      ...present(
        federation(write(picture.federation)),
        title(write(picture.title)),
        slogan === undefined ? undefined : sloganLine(write(slogan)),
        picture.lines.length === 0 ? undefined : facts(picture.lines.map(write)),
        code === undefined ? undefined : codeCard(code.url, write(code.caption)),
        progress === undefined ? undefined : progressBar(progress.per10000, write(progress.words)),
      ),
    ),
  }
}

const federation = (words: string) =>
  text(words, {
    fontSize: fittingSize(words, { width: INNER, lines: 1, largest: 30, smallest: 24 }),
    letterSpacing: emsOf(words) > 16 ? 0 : 3,
    textAlign: 'center',
    opacity: 0.92,
  })

const title = (words: string) =>
  text(words, {
    fontFamily: KAI,
    fontSize: fittingSize(words, { width: INNER, lines: 2, largest: 92, smallest: 44 }),
    lineHeight: 1.2,
    marginTop: 28,
    textAlign: 'center',
    textWrap: 'balance',
  })

const sloganLine = (words: string) =>
  text(words, {
    fontSize: fittingSize(words, { width: INNER, lines: 2, largest: 34, smallest: 28 }),
    lineHeight: 1.45,
    marginTop: 16,
    textAlign: 'center',
    textWrap: 'balance',
    opacity: 0.95,
  })

const facts = (lines: readonly string[]) =>
  column(
    {
      width: INNER,
      gap: 12,
      marginTop: 40,
      padding: '28px 30px',
      borderRadius: 18,
      backgroundColor: 'rgba(0, 0, 0, 0.18)',
      fontSize: FACT_SIZE,
      lineHeight: 1.4,
    },
    ...lines.map((line) => fact(line, lines)),
  )

const LONGEST_LABEL = 8
const FACT_SIZE = 27

/** 慈善组织：青禾县慈善总会 — what it is before what it says, all of them in line. */
function fact(line: string, all: readonly string[]): Node {
  const label = labelOf(line)
  if (label === '') return text(line, { width: '100%' })
  const widest = Math.max(...all.map((one) => emsOf(labelOf(one))))
  return row(
    { width: '100%', alignItems: 'flex-start', gap: 22 },
    text(label, { width: Math.ceil(widest * FACT_SIZE) + 2, flexShrink: 0, color: GOLD }),
    text(line.slice(label.length + 1), { flexGrow: 1, flexShrink: 1, flexBasis: 0 }),
  )
}

function labelOf(line: string): string {
  const end = line.indexOf('：')
  return end > 0 && end <= LONGEST_LABEL ? line.slice(0, end) : ''
}

const codeCard = (url: string, caption: string) =>
  column(
    {
      alignItems: 'center',
      backgroundColor: '#fff',
      borderRadius: 24,
      padding: '20px 20px 30px',
      marginTop: 44,
      width: CODE_SIDE + 140,
    },
    drawing(qrCode(url, CODE_SIDE), { width: CODE_SIDE, height: CODE_SIDE }),
    text(caption, {
      fontSize: fittingSize(caption, { width: CODE_SIDE + 90, lines: 2, largest: 28, smallest: 23 }),
      lineHeight: 1.4,
      color: '#1f2937',
      textAlign: 'center',
      textWrap: 'balance',
    }),
  )

function progressBar(per10000: number, words: string): Node {
  const part = Math.min(10_000, Math.max(0, per10000)) / 10_000
  const height = 18
  const bar = { height, borderRadius: height / 2 }
  return column(
    { width: INNER, alignItems: 'center', marginTop: 44, gap: 18 },
    row(
      { ...bar, width: INNER, backgroundColor: 'rgba(255, 255, 255, 0.26)' },
      // The least that still shows round ends, unless nothing came in.
      row({
        ...bar,
        width: part === 0 ? 0 : Math.max(height, Math.round(INNER * part)),
        backgroundColor: '#ffd666',
      }),
    ),
    text(words, {
      fontSize: fittingSize(words, { width: INNER, lines: 1, largest: 30, smallest: 24 }),
      textAlign: 'center',
    }),
  )
}
