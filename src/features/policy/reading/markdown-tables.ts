/** Tables between bars, as Markdown writes them. */

import { type SourceTable, TABLE_MARK } from './source-table.ts'

const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/u

/** The text with U+FFFC where each table stood. A table is a line with bars over a line of dashes. */
export function takeOutTables(text: string): { text: string; tables: SourceTable[] } {
  const lines = text.split('\n')
  const tables: SourceTable[] = []
  const rest: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (!line.includes('|') || !RULE.test(lines[at + 1] ?? '') || !(lines[at + 1] ?? '').includes('-')) {
      rest.push(line)
      continue
    }
    const rows = [cellsOf(line)]
    let next = at + 2
    while (next < lines.length && (lines[next] ?? '').includes('|')) rows.push(cellsOf(lines[next++] ?? ''))
    tables.push({ rows })
    rest.push(TABLE_MARK)
    at = next - 1
  }
  return { text: rest.join('\n'), tables }
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/gu, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.replaceAll('\\|', '|').trim())
}
