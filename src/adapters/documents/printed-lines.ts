/** Lines as they stand on a page, put together to paragraphs and tables by where they stand. */

import { type SourceTable, TABLE_MARK } from '../../features/policy/reading/source-table.ts'

/** A run of words on a page; measures in any unit, `top` counted downwards. */
export interface Printed {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  /** Of its letters. */
  readonly height: number
}

export interface PrintedLine extends Printed {
  /** Runs with wide gaps between them: cells, or a date pushed to the right. */
  readonly cells: readonly Printed[]
}

export interface PageText {
  readonly lines: string[]
  readonly tables: SourceTable[]
}

/** Runs on one height are a line; blanks between Chinese letters are the typesetter's. */
export function linesOf(runs: readonly Printed[]): PrintedLine[] {
  const rows: Printed[][] = []
  for (const run of [...runs].sort((one, other) => one.top - other.top)) {
    const row = rows.findLast((there) => isLevel(there[0] as Printed, run))
    if (row === undefined) rows.push([run])
    else row.push(run)
  }
  return rows.map((row) => lineOf(row.sort((one, other) => one.left - other.left)))
}

/** In letters: between two cells at least, and what is a blank in running text. */
const CELL_GAP = 0.7
const WIDE_GAP = 1.6
/** Behind the number of an article or a chapter stand one blank or two. */
const NUMBER_GAP = 2.4
const NUMBER = /^第[零〇一二三四五六七八九十百千\d]+[编章节条]$/u

const isLevel = (one: Printed, other: Printed) =>
  Math.abs(one.top - other.top) < Math.min(one.height, other.height) * 0.5

function lineOf(runs: readonly Printed[]): PrintedLine {
  const cells: Printed[] = []
  for (const run of runs) {
    const last = cells.at(-1)
    const gap = last === undefined ? 0 : run.left - last.right
    // 第一条 and a blank: articles of a line each are no table.
    const isNumbered = cells.length === 1 && NUMBER.test(last?.text ?? '') && gap < run.height * NUMBER_GAP
    if (last === undefined || (gap > run.height * CELL_GAP && !isNumbered)) {
      cells.push(run)
      continue
    }
    const isBlank = isNumbered || (/[\w.)]$/u.test(last.text) && /^[\w(]/u.test(run.text))
    const blank = gap > run.height * 0.2 && isBlank ? ' ' : ''
    cells[cells.length - 1] = {
      ...last,
      text: last.text + blank + run.text,
      right: Math.max(last.right, run.right),
    }
  }
  const [first] = cells as [Printed, ...Printed[]]
  return {
    ...first,
    text: cells.reduce((text, cell, at) => {
      const gap = cell.left - (cells[at - 1]?.right ?? cell.left)
      return text + (gap > cell.height * WIDE_GAP ? ' ' : '') + cell.text
    }, ''),
    right: Math.max(...cells.map(({ right }) => right)),
    cells,
  }
}

/** 第 3 页 共 9 页, — 3 —, 3: at the head or foot of a page. */
export const isPageNumber = (text: string) =>
  /^[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–·\s]*$/u.test(
    text.trim(),
  )

const ENDS = /[。！？!?；;：:][”’」』》）)】]*$/u

/**
 * A line goes on with the next one where it fills the measure and the next one is not indented. Chinese paragraphs
 * begin two letters in; a title stands in the middle.
 */
export function paragraphsOf(lines: readonly PrintedLine[]): PageText {
  const page: PageText = { lines: [], tables: [] }
  const body = lines.filter(({ cells }) => cells.length === 1)
  const left = common(body.map((line) => line.left)) ?? 0
  const right = Math.max(0, ...body.map((line) => line.right))
  let before: PrintedLine | undefined
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as PrintedLine
    const rows = tableFrom(lines, at)
    if (rows !== undefined) {
      page.tables.push({ rows: rows.cells })
      page.lines.push(TABLE_MARK)
      at += rows.lines - 1
      before = undefined
      continue
    }
    if (before !== undefined && goesOn(before, line, { left, right }))
      page.lines[page.lines.length - 1] = joined(page.lines.at(-1) ?? '', line.text)
    else page.lines.push(line.text)
    before = line
  }
  return page
}

interface Measure {
  readonly left: number
  readonly right: number
}

function goesOn(before: PrintedLine, line: PrintedLine, { left, right }: Measure): boolean {
  const letter = before.height
  const isFull = before.right > right - letter * 2.2
  const isIndented = line.left > left + letter * 1.2
  const isFar = line.top - before.top > letter * 3.2
  if (!isFull || isIndented || isFar || Math.abs(line.height - before.height) > letter * 0.25) return false
  // A sentence that fills its last line to the edge ends its paragraph only where the next one is set in.
  return !(ENDS.test(before.text) && OPENS.test(line.text))
}

const OPENS =
  /^(?:第[零〇一二三四五六七八九十百千\d]+[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、])/u

function joined(before: string, after: string): string {
  return /[A-Za-z]$/u.test(before) && /^[A-Za-z]/u.test(after) ? `${before} ${after}` : before + after
}

/** Three or more lines whose cells begin at the same places; a cell alone goes on with the one above. */
function tableFrom(
  lines: readonly PrintedLine[],
  from: number,
): { cells: string[][]; lines: number } | undefined {
  const first = lines[from] as PrintedLine
  if (first.cells.length < 2) return undefined
  const columns: Measure[] = first.cells.map(({ left, right }) => ({ left, right }))
  const rows: string[][] = []
  let at = from
  let real = 0
  for (; at < lines.length; at++) {
    const line = lines[at] as PrintedLine
    const places = line.cells.map((cell) => columnOf(cell, columns))
    if (places.some((place) => place < 0) || new Set(places).size < places.length) break
    const above = lines[at - 1]
    const isNear = at === from || (above !== undefined && line.top - above.top < line.height * 4)
    if (!isNear) break
    const isPart = rows.length > 0 && line.cells.length < columns.length
    // Without its first cell a line is the rest of the row above; with it, only where rows stand further apart.
    const goesOnAbove = isPart && ((places[0] ?? 0) > 0 || (rows.length > 1 && isClose(lines, at, from)))
    const row = goesOnAbove ? (rows.at(-1) as string[]) : columns.map(() => '')
    if (!goesOnAbove) {
      if (line.cells.length < 2) break
      rows.push(row)
      real++
    }
    for (const [n, cell] of line.cells.entries()) row[places[n] as number] += cell.text
    for (const [n, cell] of line.cells.entries())
      widen(columns[places[n] as number] as { left: number; right: number }, cell)
  }
  return real >= 3 ? { cells: rows, lines: at - from } : undefined
}

/** Lines of one cell stand closer together than rows do. */
function isClose(lines: readonly PrintedLine[], at: number, from: number): boolean {
  const gap = (n: number) => (lines[n] as PrintedLine).top - (lines[n - 1] as PrintedLine).top
  const widest = Math.max(...Array.from({ length: at - from }, (_none, n) => gap(from + n + 1)))
  return gap(at) < widest * 0.85
}

function widen(column: { left: number; right: number }, { left, right }: Printed): void {
  column.left = Math.min(column.left, left)
  column.right = Math.max(column.right, right)
}

/** The one column that the cell overlaps, or -1. */
function columnOf({ left, right, height }: Printed, columns: readonly Measure[]): number {
  const hit = columns.flatMap((column, n) =>
    left < column.right + height * 0.5 && right > column.left - height * 0.5 ? [n] : [],
  )
  return hit.length === 1 ? (hit[0] as number) : -1
}

/** The leftmost place at which at least a fifth of the lines begin. */
function common(places: readonly number[]): number | undefined {
  const sorted = [...places].sort((one, other) => one - other)
  return sorted.find(
    (place) => sorted.filter((other) => Math.abs(other - place) < 4).length >= sorted.length / 5,
  )
}
