import type { Node } from '@takumi-rs/core'
import type { BriefPicture } from '../../kernel/picture.ts'
import { column, present, row, text } from './boxes.ts'
import type { Sheet } from './canvas.ts'
import { emsOf, fittingSize } from './fit-text.ts'
import { SANS } from './fonts.ts'

const WIDTH = 780
const PADDING = 32
const INNER = WIDTH - 2 * PADDING
const GREY = '#5b6472'
const RED = '#b3141b'
const SIZE = 25
const GAP = 18

/** 协调会材料 on a phone: matter below matter, the last of its facts, which is to be decided, set off from the others. */
export function layBrief(picture: BriefPicture, write: (words: string) => string): Sheet {
  const title = write(picture.title)
  return {
    width: WIDTH,
    root: column(
      {
        width: WIDTH,
        padding: `36px ${PADDING}px 32px`,
        backgroundColor: '#fff',
        color: '#1f2937',
        fontFamily: SANS,
        overflowWrap: 'anywhere',
      },
      text(title, {
        fontSize: fittingSize(title, { width: INNER, lines: 2, largest: 44, smallest: 32 }),
        fontWeight: 700,
        lineHeight: 1.3,
      }),
      text(write(picture.subtitle), { fontSize: 24, lineHeight: 1.45, color: GREY, marginTop: 6 }),
      ...picture.matters.map((one, at) => matter(one, at, write)),
      ...present(picture.foot === '' ? undefined : foot(write(picture.foot))),
    ),
  }
}

const foot = (words: string) =>
  text(words, {
    fontSize: 22,
    lineHeight: 1.5,
    color: GREY,
    marginTop: 26,
    paddingTop: 16,
    borderTop: '1px solid #e5e7eb',
  })

function matter(
  { head, state, isLate, facts }: BriefPicture['matters'][number],
  at: number,
  write: (words: string) => string,
): Node {
  return column(
    { width: INNER, marginTop: 26, paddingTop: 22, borderTop: '2px solid #1f2937', gap: 8 },
    text(`${at + 1}. ${write(head)}`, { fontSize: 29, fontWeight: 700, lineHeight: 1.35 }),
    text(write(state), {
      fontSize: 24,
      lineHeight: 1.4,
      color: isLate ? RED : GREY,
      fontWeight: isLate ? 700 : 400,
    }),
    ...facts.map((one, place) => fact(one, place === facts.length - 1, write)),
  )
}

function fact(
  { label, lines }: BriefPicture['matters'][number]['facts'][number],
  isLast: boolean,
  write: (words: string) => string,
): Node {
  const name = write(label)
  const width = Math.ceil(emsOf(name) * SIZE) + 2
  const box = isLast ? { padding: '12px 14px', backgroundColor: '#fdf1ef', borderRadius: 8 } : {}
  const room = INNER - width - GAP - (isLast ? 28 : 0)
  return row(
    {
      width: INNER,
      alignItems: 'flex-start',
      gap: GAP,
      fontSize: SIZE,
      lineHeight: 1.5,
      marginTop: isLast ? 4 : 0,
      ...box,
    },
    text(name, { width, flexShrink: 0, color: isLast ? RED : GREY, fontWeight: isLast ? 700 : 400 }),
    column({ width: room, gap: 2 }, ...lines.map((line) => text(write(line), { width: room }))),
  )
}
