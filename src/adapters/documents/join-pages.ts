import { type SourceTable, TABLE_MARK } from '../../features/policy/reading/source-table.ts'
import type { PageText } from './printed-lines.ts'

const OPENS =
  /^(?:第[零〇一二三四五六七八九十百千\d]+[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、]|附件|抄送)/u
const ENDS = /[。！？!?；;：:][”’」』》）)】]*$/u

/** Pages one after another: a sentence that the page's end broke goes on, and so does a table. */
export function joinPages(pages: readonly PageText[]): {
  lines: string[]
  /** The page on which each line begins, from 1. */
  numbers: number[]
  tables: SourceTable[]
} {
  const lines: string[] = []
  const numbers: number[] = []
  const tables: SourceTable[] = []
  for (const [at, page] of pages.entries()) {
    let nth = 0
    for (const [n, line] of page.lines.entries()) {
      const last = lines.at(-1)
      if (line === TABLE_MARK) {
        const table = page.tables[nth++] as SourceTable
        const open = tables.at(-1)
        // The same columns right at the head of the next page: the table goes on, perhaps with its head again.
        if (n === 0 && last === TABLE_MARK && open?.rows[0]?.length === table.rows[0]?.length && open) {
          const repeated = JSON.stringify(open.rows[0]) === JSON.stringify(table.rows[0])
          tables[tables.length - 1] = { ...open, rows: [...open.rows, ...table.rows.slice(repeated ? 1 : 0)] }
          continue
        }
        tables.push({ ...table, page: at + 1 })
      } else if (n === 0 && last !== undefined && last !== TABLE_MARK && isBroken(last, line)) {
        lines[lines.length - 1] = last + line
        continue
      }
      lines.push(line)
      numbers.push(at + 1)
    }
  }
  return { lines, numbers, tables }
}

/** Running text without its end; a heading or a signature is short. */
const isBroken = (before: string, after: string) =>
  before.length > 24 && !ENDS.test(before) && !OPENS.test(after)
