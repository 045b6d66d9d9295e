import type { TablePicture } from '../../kernel/picture.ts'
import { emsOf } from './fit-text.ts'

export const CELL_PADDING = 12
/** The font's own width of a letter is a guess of ours. */
const SLACK = 1.04

/**
 * How wide each column is, in whole units. Where everything fits, each has what it needs and its share of what is over.
 * Else figures (aligned right) keep what they need, since a sum that is broken over two lines is misread, and so does
 * what is narrow enough; the others divide the rest by their shares, and wrap.
 */
export function columnWidths(
  { columns, rows }: Pick<TablePicture, 'columns' | 'rows'>,
  size: number,
  total: number,
): readonly number[] {
  const needed = columns.map(({ label }, index) => {
    const ems = rows.reduce((most, cells) => Math.max(most, emsOf(cells[index] ?? '')), emsOf(label))
    return Math.ceil(ems * size * SLACK) + 2 * CELL_PADDING
  })
  const over = total - sum(needed)
  if (over >= 0) return rounded(addShares(columns, needed, over), total)
  return rounded(divide(columns, needed, total), total)
}

/** Figures stay beside what they belong to: what is over goes to the words. */
function addShares(
  columns: TablePicture['columns'],
  needed: readonly number[],
  over: number,
): readonly number[] {
  const shares = columns.map(({ align, share }) => (align === 'left' ? share : 0))
  const all = sum(shares)
  return needed.map((width, index) => width + (all === 0 ? 0 : (over * (shares[index] ?? 0)) / all))
}

function divide(
  columns: TablePicture['columns'],
  needed: readonly number[],
  total: number,
): readonly number[] {
  const settled = columns.map(({ align }, index) => (align === 'right' ? needed[index] : undefined))
  for (;;) {
    const left = Math.max(0, total - sum(settled.map((width) => width ?? 0)))
    const open = columns.flatMap(({ share }, index) =>
      settled[index] === undefined ? [{ index, share }] : [],
    )
    const shares = sum(open.map(({ share }) => share))
    const portion = (share: number) => (left * share) / shares
    const content = open.filter(({ index, share }) => (needed[index] ?? 0) <= portion(share))
    if (content.length === 0) return columns.map(({ share }, index) => settled[index] ?? portion(share))
    for (const { index } of content) settled[index] = needed[index]
  }
}

/** Whole units that add up: what rounding leaves goes to the widest, and what figures alone need too much comes from it. */
function rounded(widths: readonly number[], total: number): readonly number[] {
  const whole = widths.map(Math.floor)
  const widest = whole.indexOf(Math.max(...whole))
  const over = total - sum(whole)
  return whole.map((width, index) => (index === widest ? width + over : width))
}

const sum = (numbers: readonly number[]) => numbers.reduce((whole, one) => whole + one, 0)
