/** What was understood of a document, for whoever hands it in to compare with it. */

import { z } from 'zod'
import type { ReadDocument } from './policy-document.ts'

export const Understood = z.object({
  title: z.string(),
  documentNumber: z.string().optional(),
  issuer: z.string().optional(),
  /** YYYY-MM-DD; `endsOn` is the last day on which it holds. */
  issuedOn: z.string().optional(),
  effectiveOn: z.string().optional(),
  endsOn: z.string().optional(),
  /** How many 条 (第三条) it has, how many numbered parts (一、二、), and how many rows its tables have. */
  articles: z.number(),
  parts: z.number(),
  tables: z.number(),
  rows: z.number(),
  passages: z.number(),
  pages: z.number().optional(),
  /** Read by a machine from a picture. */
  scanned: z.literal(true).optional(),
})
export type Understood = z.infer<typeof Understood>

export function understoodOf(read: ReadDocument): Understood {
  const { title, documentNumber, issuer, issuedOn, effectiveOn, endsOn, unchecked, passages } = read
  const locators = new Set(passages.map(({ locator }) => locator))
  const named = (pattern: RegExp) =>
    new Set([...locators].flatMap((locator) => pattern.exec(locator)?.[0] ?? [])).size
  const pages = passages.flatMap(({ page }) => page ?? [])
  const known = { documentNumber, issuer, issuedOn, effectiveOn, endsOn, scanned: unchecked }
  return {
    title,
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)),
    articles: named(/^第[^第]+条(?:之[一二三四五六七八九十]+)?/u),
    parts: named(/^第[^第]+部分/u),
    tables: named(/^表\d+/u),
    rows: passages.filter(({ kind }) => kind === 'row').length,
    passages: passages.length,
    ...(pages.length === 0 ? {} : { pages: Math.max(...pages) }),
  }
}
