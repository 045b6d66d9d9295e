import type { Sheet, SheetCell } from '../../features/donations/disclosure/sheets.ts'
import { plainYuan } from '../../kernel/money.ts'
import { spokenQuantity } from '../../kernel/quantity.ts'

/** Excel takes a cell that begins so for a formula, also behind blanks that it drops. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u

/** RFC 4180 with a byte order mark, without which Excel reads Chinese as Latin letters. */
export function csvOf({ columns, rows, foot }: Sheet): Uint8Array {
  const lines = [
    columns.map(({ heading }) => quoted(heading)),
    ...[...rows, foot].map((row) => row.map(cell)),
  ]
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`)
}

const bare = (words: string) => words.replaceAll(',', '')

function cell(one: SheetCell): string {
  switch (one.kind) {
    case 'fen':
      return bare(plainYuan(one.fen))
    case 'quantity':
      return bare(spokenQuantity(one.thousandths))
    case 'count':
      return String(one.count)
    case 'text':
      // The apostrophe makes it text in every spreadsheet; quotes alone do not.
      return quoted(FORMULA.test(one.text) ? `'${one.text}` : one.text)
  }
}

const quoted = (words: string) => (/[",\r\n']/u.test(words) ? `"${words.replaceAll('"', '""')}"` : words)
