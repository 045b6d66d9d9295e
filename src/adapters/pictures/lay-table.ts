import type { Node } from '@takumi-rs/core'
import type { TablePicture } from '../../kernel/picture.ts'
import { column, present, row, text } from './boxes.ts'
import type { Sheet } from './canvas.ts'
import { emsOf, fittingSize, linesOf } from './fit-text.ts'
import { SANS } from './fonts.ts'
import { pictureTexts as texts } from './pictures.texts.ts'
import { CELL_PADDING, columnWidths } from './table-columns.ts'
import { pagesOf } from './table-pages.ts'

const WIDTH = 780
const INNER = WIDTH - 2 * 24
const SIZES = [26, 25, 24, 23, 22] as const
const RED = '#b3141b'
const GREY = '#5b6472'

/** A page for every forty rows or so, each with the heading, the columns and its number. */
export function layTable(picture: TablePicture, write: (words: string) => string): readonly Sheet[] {
  const table = {
    columns: picture.columns.map((one) => ({ ...one, label: write(one.label) })),
    rows: picture.rows.map((cells) => cells.map(write)),
  }
  const { size, widths } = chooseSize(table)
  const lines = table.rows.map((cells) =>
    Math.max(1, ...cells.map((words, at) => linesOf(words, size, (widths[at] ?? 0) - 2 * CELL_PADDING))),
  )
  const pages = pagesOf(lines)
  const cells = (values: readonly string[], style: Node['style']) =>
    row(
      { ...style, width: INNER, padding: '9px 0', fontSize: size, lineHeight: 1.35 },
      ...values.map((words, at) =>
        text(words, {
          width: widths[at] ?? 0,
          padding: `0 ${CELL_PADDING}px`,
          textAlign: table.columns[at]?.align ?? 'left',
        }),
      ),
    )
  const head = cells(
    table.columns.map(({ label }) => label),
    { backgroundColor: RED, color: '#fff', fontWeight: 700, alignItems: 'center' },
  )
  return pages.map(({ from, to }, page) => ({
    width: WIDTH,
    root: column(
      {
        width: WIDTH,
        padding: '34px 24px 30px',
        backgroundColor: '#fff',
        color: '#1f2937',
        fontFamily: SANS,
        overflowWrap: 'anywhere',
      },
      heading(write(picture.title)),
      subtitle(write(picture.subtitle)),
      head,
      ...table.rows
        .slice(from, to)
        .map((values, at) =>
          cells(values, { ...LINE, backgroundColor: (from + at) % 2 === 0 ? '#fff' : '#fff6f4' }),
        ),
      ...present(
        table.rows.length === 0 ? nothing() : undefined,
        foot(write(picture.foot), pages.length === 1 ? undefined : texts.page(page + 1, pages.length)),
      ),
    ),
  }))
}

const LINE = { borderBottom: '1px solid #f0dcd8', alignItems: 'flex-start' } as const

/** The largest type at which the figures leave half of the width to the words. */
function chooseSize(table: Pick<TablePicture, 'columns' | 'rows'>) {
  const choices = SIZES.map((size) => ({ size, widths: columnWidths(table, size, INNER) }))
  const fits = choices.find(({ widths }) => {
    const words = table.columns.reduce(
      (all, { align }, at) => (align === 'left' ? all + (widths[at] ?? 0) : all),
      0,
    )
    return words >= INNER * 0.45
  })
  return fits ?? (choices.at(-1) as (typeof choices)[number])
}

const heading = (words: string) =>
  text(words, {
    fontSize: fittingSize(words, { width: INNER, lines: 2, largest: 42, smallest: 30 }),
    fontWeight: 700,
    lineHeight: 1.3,
  })

const subtitle = (words: string) =>
  text(words, { fontSize: 25, lineHeight: 1.45, color: GREY, marginTop: 8, marginBottom: 20 })

const nothing = () =>
  text(texts.noRows(), {
    width: INNER,
    padding: '46px 0',
    fontSize: 28,
    textAlign: 'center',
    color: GREY,
    borderBottom: LINE.borderBottom,
  })

function foot(words: string, page: string | undefined): Node | undefined {
  if (words === '' && page === undefined) return undefined
  const beside = page === undefined ? 0 : emsOf(page) * 22 + 24
  return row(
    {
      width: INNER,
      marginTop: 22,
      justifyContent: 'space-between',
      alignItems: 'flex-end',
      fontSize: 22,
      color: GREY,
    },
    text(words, { width: INNER - beside, lineHeight: 1.45 }),
    ...present(page === undefined ? undefined : text(page, { flexShrink: 0, lineHeight: 1.45 })),
  )
}
