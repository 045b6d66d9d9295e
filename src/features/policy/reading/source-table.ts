/** Tables as passages: a row each, with the names of its columns, so that it can be found and quoted by itself. */

import type { Passage } from '../library/policy-document.ts'
import { LONGEST_PASSAGE } from './split-clauses.ts'
import { splitOverlong } from './split-sentences.ts'

/**
 * A table as it stands in a file. What one cell says for several rows or columns is written into each of them.
 * In the text U+FFFC stands in its place: the first for the first table, and so on.
 */
export interface SourceTable {
  readonly rows: readonly (readonly string[])[]
  /** Its own title, where the file says it apart: a sheet's name. */
  readonly title?: string
  readonly page?: number
}

export const TABLE_MARK = '\uFFFC'

type Draft = Omit<Passage, 'position'>

const ORDINAL = /^(?:序号|编号|No\.?|№)$/iu
const LONGEST_HEADER = 24
const TABLE_TITLE =
  /^(?:附?表\s*[\d一二三四五六七八九十]*\s*[:：.、]?\s*\S.{0,38}|.{2,40}(?:表|一览|清单|标准|目录|明细))$/u

/** Whether a line right above a table is its title. */
export function looksLikeTableTitle(line: string): boolean {
  return TABLE_TITLE.test(line.trim()) && !/[。；;，,]$/u.test(line.trim())
}

/** `nth` counts from 1 through the document. `above`: headings over it, its title last. */
export function tableDrafts(table: SourceTable, nth: number, above: readonly string[]): Draft[] {
  const rows = table.rows
    .map((row) => row.map((cell) => cell.replace(/\s+/gu, ' ').trim()))
    .filter((row) => row.some((cell) => cell !== ''))
  const first = rows.findIndex((row) => !isBand(row))
  // Bands over the header are the table's title, and notes such as 单位：万元.
  const bands = rows.slice(0, Math.max(first, 0)).map((row) => row.find((cell) => cell !== '') ?? '')
  const { header, body } = readHeader(rows.slice(Math.max(first, 0)))
  const heading = [...above, ...bands]
  let section: string[] = []
  const drafts: Draft[] = []
  for (const [at, row] of body.entries()) {
    if (isBand(row) && row.length > 1) {
      section = [row[0] ?? '']
      continue
    }
    const text = rowText(row, header)
    if (text === '') continue
    const locator = `表${nth}第${at + 1}行`
    for (const piece of splitOverlong(text, LONGEST_PASSAGE))
      drafts.push({
        locator,
        heading: [...heading, ...section].filter((part) => part !== '').join('·'),
        text: piece,
        kind: 'row',
        ...(table.page === undefined ? {} : { page: table.page }),
      })
  }
  return drafts
}

/** One text across the whole width. */
function isBand(row: readonly string[]): boolean {
  const filled = new Set(row.filter((cell) => cell !== ''))
  return filled.size === 1 && (row.every((cell) => filled.has(cell)) || (row[0] !== '' && row.length > 2))
}

/** The names of the columns: the first row, and the second too where cells of the first reach down into it. */
function readHeader(rows: readonly (readonly string[])[]): {
  header: readonly string[] | undefined
  body: readonly (readonly string[])[]
} {
  const [first = [], second = []] = rows
  if (rows.length < 2 || !isHeader(first, rows.slice(1))) return { header: undefined, body: rows }
  const reachesDown = first.some((cell, at) => cell !== '' && cell === second[at])
  const spreads = first.some((cell, at) => at > 0 && cell !== '' && cell === first[at - 1])
  if (!(reachesDown && spreads && rows.length > 2)) return { header: first, body: rows.slice(1) }
  const header = first.map((cell, at) => {
    const below = second[at] ?? ''
    return below === '' || below === cell ? cell : `${cell}·${below}`
  })
  return { header, body: rows.slice(2) }
}

/** Short names without figures; two columns of which the left one names and the right one tells have none. */
function isHeader(row: readonly string[], rest: readonly (readonly string[])[]): boolean {
  const names = row.filter((cell) => cell !== '')
  if (names.length < Math.min(2, row.length) || names.some((name) => name.length > LONGEST_HEADER))
    return false
  if (names.some((name) => /^[\d.,%％]+$/u.test(name) || /[。；]/u.test(name))) return false
  if (row.length !== 2) return true
  const [left = '', right = ''] = row
  const longest = Math.max(...rest.map((cells) => (cells[1] ?? '').length))
  return KNOWN_HEADER.test(left) || KNOWN_HEADER.test(right) || right.length * 3 < longest
}

const KNOWN_HEADER =
  /^(?:序号|项目|事项|名称|类别|类型|档次|等级|条件|内容|标准|金额|比例|材料|时限|期限|部门|单位|地址|电话|备注|说明|依据|对象|年份|时间|.{1,6}(?:标准|名称|类别|金额|部门|时间|内容|条件|额度|比例|范围))$/u

/** 名称：值；名称：值。 Cells that say nothing are left out, and so is the row's number. */
function rowText(row: readonly string[], header: readonly string[] | undefined): string {
  if (header === undefined) {
    const filled = row.filter((cell) => cell !== '')
    return filled.length === 2 ? `${filled[0]}：${filled[1]}` : [...new Set(filled)].join('；')
  }
  return row
    .map((cell, at) => ({ cell, name: header[at] ?? '' }))
    .filter(({ cell, name }, at) => cell !== '' && !(at === 0 && ORDINAL.test(name)))
    .filter(
      ({ cell, name }, at, all) => !(at > 0 && all[at - 1]?.name === name && all[at - 1]?.cell === cell),
    )
    .map(({ cell, name }) => (name === '' ? cell : `${name}：${cell}`))
    .join('；')
}
