/** Puts the rows of tables where the tables stood, and says on which page each passage stands. */

import type { Passage } from '../library/policy-document.ts'
import { isItem, labelOf } from './outline.ts'
import { looksLikeTableTitle, type SourceTable, TABLE_MARK, tableDrafts } from './source-table.ts'

type Draft = Omit<Passage, 'position'>

const LONGEST_LEAD = 40

/** A line right above a table is its title where it looks so, or else what leads to it: 补助标准如下. */
export function placeTables(drafts: readonly Draft[], tables: readonly SourceTable[]): Draft[] {
  let nth = 0
  return drafts.flatMap((draft) => {
    const parts = draft.text.split(TABLE_MARK)
    if (parts.length === 1) return [draft]
    const first = (parts[0] ?? '').split('\n')[0]?.trim() ?? ''
    const own = labelOf(first)?.isHeading ? first : ''
    const placed: Draft[] = []
    for (const [at, part] of parts.entries()) {
      const text = part.trim()
      const isLast = at === parts.length - 1
      const lead = isLast ? undefined : leadOf(text)
      // The rows have the title over them; by itself it says nothing.
      const rest = lead?.line === undefined ? text : text.slice(0, -lead.line.length).trim()
      if (rest !== '')
        placed.push({ ...draft, locator: at === 0 ? draft.locator : after(draft.locator, rest), text: rest })
      if (isLast) break
      const table = tables[nth++]
      if (table === undefined) continue
      const above = [draft.heading, own, table.title ?? '', lead?.title ?? ''].filter(
        (title, n, all) => title !== '' && all.indexOf(title) === n,
      )
      placed.push(...tableDrafts(table, nth, above))
    }
    return placed
  })
}

/** What goes on behind a table with an item of its own is cited by it: 第二部分（二）. */
function after(locator: string, text: string): string {
  return isItem(text) ? `${locator}${labelOf(text)?.name ?? ''}` : locator
}

function leadOf(text: string): { title: string; line?: string } {
  const line = text.split('\n').at(-1)?.trim() ?? ''
  const title = line.replace(/^#+\s+/u, '').replace(/[：:]$/u, '')
  if (looksLikeTableTitle(title)) return { title, line }
  return { title: title.length <= LONGEST_LEAD && !/[。；]$/u.test(title) ? title : '' }
}

/** `pages` has the page of each of `lines`; passages are made of them, in their order. */
export function withPages(
  passages: readonly Passage[],
  lines: readonly string[],
  pages: readonly number[] | undefined,
): Passage[] {
  if (pages === undefined) return [...passages]
  let cursor = 0
  return passages.map((passage) => {
    if (passage.page !== undefined || passage.kind === 'row') return passage
    const start = passage.text.split('\n')[0]?.trim().slice(0, 24) ?? ''
    const at = lines.findIndex((line, index) => index >= cursor && line.includes(start))
    if (at >= 0) cursor = at
    const page = pages[cursor]
    return page === undefined ? passage : { ...passage, page }
  })
}
