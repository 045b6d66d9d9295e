/** What stands in which cell of a figure's workbook. An adapter writes it (adapters/spreadsheets). */
import type { Standing } from '../../../kernel/standing.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import type { Figure } from './figure.ts'
import type { BookAt } from './figure-books.ts'
import { figureRowTexts as texts } from './figure-rows.texts.ts'
import { countsFor, type FigureRow, figureRow, lineOf } from './figure-rows.ts'

/** Text is text whatever it looks like; quantities are thousandths. */
export type FigureCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'quantity'; readonly thousandths: number }

export interface FigureSheet {
  readonly name: string
  readonly title: string
  readonly columns: readonly { readonly heading: string; readonly width: number }[]
  readonly rows: readonly (readonly FigureCell[])[]
  readonly foot: readonly FigureCell[]
}

const text = (words: string): FigureCell => ({ kind: 'text', text: words })
const count = (n: number): FigureCell => ({ kind: 'count', count: n })

const WIDTHS: Readonly<Record<keyof Omit<FigureRow, 'isOverdue'>, number>> = {
  number: 12,
  company: 26,
  category: 10,
  urgency: 9,
  status: 10,
  unit: 16,
  filed: 12,
  due: 17,
  age: 12,
  summary: 44,
  result: 36,
}
const COLUMNS = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]

/** The lines with their numbers, then the matters. */
export function figureSheets(
  figure: Figure,
  entries: readonly LedgerEntry[],
  how: BookAt,
): readonly FigureSheet[] {
  return [summarySheet(figure, how), listSheet(figure, entries, how)]
}

function summarySheet(figure: Figure, { hidden, at }: BookAt): FigureSheet {
  const isRate = figure.lines.some(({ of }) => of !== null)
  const notes = [
    texts.told(figure),
    texts.asOf(at),
    ...(hidden > 0 ? [texts.hidden(hidden)] : []),
    ...(figure.isWhole ? [] : [texts.notWhole()]),
  ]
  const cells = (...some: readonly FigureCell[]) => (isRate ? some : some.filter((_, n) => n !== 2))
  return {
    name: texts.summarySheet,
    title: `${texts.code(figure)}　${figure.said}`,
    columns: [
      { heading: texts.lineHeading, width: 60 },
      { heading: texts.valueHeading, width: 12 },
      ...(isRate ? [{ heading: texts.ofHeading, width: 12 }] : []),
      { heading: texts.codeHeading, width: 16 },
    ],
    rows: [
      ...figure.lines.map(({ label, n, of }, at) =>
        cells(
          text(label),
          count(n),
          of === null ? text('') : count(of),
          text(texts.code(figure, at === 0 ? undefined : at)),
        ),
      ),
      ...notes.map((note) => cells(text(note), text(''), text(''), text(''))),
    ],
    foot: [],
  }
}

function listSheet(figure: Figure, entries: readonly LedgerEntry[], how: BookAt): FigureSheet {
  const lines = lineOf(figure)
  const counts = figure.lines[0] === undefined ? undefined : countsFor(figure.lines[0])
  return {
    name: texts.listSheet,
    title: `${texts.code(figure)}　${figure.said}`,
    columns: [
      ...COLUMNS.map((column) => ({ heading: texts.headings[column], width: WIDTHS[column] })),
      ...(lines.size > 0 ? [{ heading: texts.headings.line, width: 16 }] : []),
      ...(counts === undefined ? [] : [{ heading: texts.headings.counts, width: 8 }]),
    ],
    rows: entries.map((entry) => {
      const row = figureRow(entry, how.at, how.directory)
      return [
        ...COLUMNS.map((column) => text(row[column])),
        ...(lines.size > 0 ? [text(lines.get(entry.number) ?? '')] : []),
        ...(counts === undefined ? [] : [text(counts.has(entry.number) ? texts.yes : texts.no)]),
      ]
    }),
    foot: [],
  }
}

/** A table that another feature made: numbers stay numbers. */
export function standingSheet(
  title: string,
  note: string,
  { heading, rows }: NonNullable<Standing['table']>,
): FigureSheet {
  const widest = (column: number) =>
    Math.max(...[heading, ...rows].map((row) => [...String(row[column] ?? '')].length))
  return {
    name: texts.listSheet,
    title,
    columns: heading.map((words, n) => ({ heading: words, width: Math.min(48, 4 + 2 * widest(n)) })),
    rows: rows.map((row) => heading.map((_, n) => cellOf(row[n] ?? null))),
    foot: note === '' ? [] : heading.map((_, n) => text(n === 0 ? note : '')),
  }
}

const cellOf = (value: string | number | null): FigureCell =>
  typeof value !== 'number'
    ? text(value ?? '')
    : Number.isInteger(value)
      ? count(value)
      : { kind: 'quantity', thousandths: Math.round(value * 1000) }
