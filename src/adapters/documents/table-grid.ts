import type { SourceTable } from '../../features/policy/reading/source-table.ts'

/** A cell as files have them: over several columns, over several rows, or going on with the one above. */
export interface SpannedCell {
  readonly text: string
  readonly across?: number
  readonly down?: number
  readonly goesOn?: boolean
}

const MOST_COLUMNS = 60

/**
 * What a cell says is written into every place it covers. A frame around paragraphs (one column) is no table, and
 * its words are given as lines; undefined where there are no words at all.
 */
export function gatherTable(
  rows: readonly (readonly SpannedCell[])[],
): SourceTable | { readonly lines: readonly string[] } | undefined {
  const grid: string[][] = rows.map(() => [])
  for (const [at, row] of rows.entries()) {
    let column = 0
    for (const { text, across = 1, down = 1, goesOn = false } of row) {
      while (grid[at]?.[column] !== undefined) column++
      const said = goesOn ? (grid[at - 1]?.[column] ?? text) : text
      const width = Math.min(Math.max(across, 1), MOST_COLUMNS - column)
      for (let y = at; y < Math.min(at + Math.max(down, 1), grid.length); y++)
        for (let x = column; x < column + width; x++) (grid[y] as string[])[x] = said
      column += width
    }
  }
  const columns = Math.max(0, ...grid.map((row) => row.length))
  const whole = grid.map((row) => Array.from({ length: columns }, (_none, at) => row[at] ?? ''))
  const used = Array.from({ length: columns }, (_none, at) => whole.some((row) => row[at] !== ''))
  const full = whole.map((row) => row.filter((_cell, at) => used[at])).filter((row) => row.some(Boolean))
  if (full.length === 0) return undefined
  const width = full[0]?.length ?? 0
  if (width > 1 && full.length > 1) return { rows: full }
  return {
    lines: full
      .flatMap((row) => row.flatMap((cell) => cell.split('\n')))
      .filter((line) => line.trim() !== ''),
  }
}
