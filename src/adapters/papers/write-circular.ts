import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Circular, CircularTable } from '../../features/oversight/papers/circular.ts'

/**
 * As offices lay out their papers (GB/T 9704-2012): the faces by the names that their machines have, three's size for
 * the text, 28 points a line. Sizes in half points, lengths in twentieths of a point.
 */
const TITLE = { name: '方正小标宋简体', size: 44 }
const HEADING = { name: '黑体', size: 32 }
const TEXT = { name: '仿宋_GB2312', size: 32 }
const CELL = { name: '仿宋_GB2312', size: 24 }
const NOTE = CELL
const LINE = 28 * 20
const MILLIMETRE = 56.7
const MARGINS = {
  top: Math.round(37 * MILLIMETRE),
  left: Math.round(28 * MILLIMETRE),
  right: Math.round(26 * MILLIMETRE),
  bottom: Math.round(35 * MILLIMETRE),
}
const WIDTH = Math.round(210 * MILLIMETRE) - MARGINS.left - MARGINS.right
const RED = 'B3141B'

const run = (words: string, { name, size }: { name: string; size: number }, more: object = {}) =>
  new TextRun({
    text: words,
    size,
    font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name },
    ...more,
  })

const exact = { line: LINE, lineRule: LineRuleType.EXACT }

/** A draft that is gone over in Word: real headings, real tables, its mark on every page. */
export async function writeCircular(circular: Circular): Promise<Uint8Array> {
  const file = new Document({
    title: circular.title,
    creator: circular.federation,
    styles: {
      default: {
        document: { run: { font: { ascii: 'Times New Roman', eastAsia: TEXT.name }, size: TEXT.size } },
      },
    },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: MARGINS } },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                alignment: AlignmentType.RIGHT,
                children: [run(circular.mark, { name: '黑体', size: 24 }, { color: RED })],
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    size: 28,
                    font: 'Times New Roman',
                    children: ['— ', PageNumber.CURRENT, ' —'],
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            heading: 'Title',
            spacing: { before: 200, after: 400 },
            children: [run(circular.title, TITLE, { color: '000000' })],
          }),
          ...circular.sections.flatMap(section),
          ...circular.notes.map(
            (words) =>
              new Paragraph({ keepNext: true, indent: { firstLine: 2 * 240 }, children: [run(words, NOTE)] }),
          ),
          new Paragraph({ spacing: exact, keepNext: true, children: [] }),
          ending(circular.federation, true),
          ending(circular.day),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

function section({ heading, paragraphs, table }: Circular['sections'][number]) {
  return [
    new Paragraph({
      heading: 'Heading1',
      spacing: { ...exact, before: 0, after: 0 },
      indent: { firstLine: 2 * 320 },
      keepNext: true,
      children: [run(heading, HEADING, { color: '000000' })],
    }),
    ...paragraphs.map((words) => paragraph(words)),
    ...(table === undefined ? [] : [tableOf(table), new Paragraph({ spacing: { line: 200 }, children: [] })]),
  ]
}

/** Two signs in from the left, as every paragraph of an office's paper. */
const paragraph = (words: string) =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    spacing: exact,
    indent: { firstLine: 2 * 320 },
    children: [run(words, TEXT)],
  })

const ending = (words: string, isFirst = false) =>
  new Paragraph({
    keepNext: isFirst,
    alignment: AlignmentType.RIGHT,
    spacing: exact,
    indent: { right: 2 * 320 },
    children: [run(words, TEXT)],
  })

const edge = { style: BorderStyle.SINGLE, size: 4, color: '666666' }
const BORDERS = { top: edge, bottom: edge, left: edge, right: edge }

/** A sign of a cell is 240 wide, a digit about half of that (two thirds in the faces that stand in for Times). */
const EM = 240
const NARROW = 0.66
/** What stands on the left and right of the words, and the least that a column of figures takes. */
const BESIDE = 220
const LEAST = 6 * EM

/** A value and what it is without exclusions stand one below the other. */
const linesOf = (words: string): readonly string[] => words.split(/，|(?<=件后) /u)

const widthOf = (words: string): number =>
  BESIDE +
  EM *
    Math.max(
      ...linesOf(words).map((line) =>
        [...line].reduce((all, sign) => all + (/[\d .,/()-]/u.test(sign) ? NARROW : 1), 0),
      ),
    )

/** Figures keep to one line; names in the first column wrap where there is no room for them. */
function widthsOf({ columns, rows }: CircularTable): readonly number[] {
  const wanted = columns.map(({ label }, at) =>
    Math.round(Math.max(LEAST, widthOf(label), ...rows.map((cells) => widthOf(cells[at] ?? '')))),
  )
  const figures = wanted.slice(1).reduce((all, one) => all + one, 0)
  const first = Math.max(WIDTH - figures, LEAST)
  const shrink = figures > WIDTH - first ? (WIDTH - first) / figures : 1
  return wanted.map((one, at) => (at === 0 ? first : Math.floor(one * shrink)))
}

function tableOf(table: CircularTable): Table {
  const { columns, rows } = table
  const widths = widthsOf(table)
  const cell = (words: string, at: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      borders: BORDERS,
      margins: { top: 40, bottom: 40, left: 90, right: 90 },
      ...(isHead ? { shading: { fill: 'F2F2F2' } } : {}),
      children: linesOf(words).map(
        (line) =>
          new Paragraph({
            alignment: isHead
              ? AlignmentType.CENTER
              : columns[at]?.align === 'right'
                ? AlignmentType.RIGHT
                : AlignmentType.LEFT,
            children: [run(line, isHead ? { ...CELL, name: '黑体' } : CELL)],
          }),
      ),
    })
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [...widths],
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ label }, at) => cell(label, at, true)) }),
      ...rows.map(
        (cells) =>
          new TableRow({ cantSplit: true, children: cells.map((words, at) => cell(words, at, false)) }),
      ),
    ],
  })
}
