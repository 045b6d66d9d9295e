/** 月度通报: a draft as plain data, from which the text in chat and the document are made. */
import { z } from 'zod'

export const CircularTable = z.object({
  columns: z.array(z.object({ label: z.string(), align: z.enum(['left', 'right']) })),
  rows: z.array(z.array(z.string())),
})
export type CircularTable = z.infer<typeof CircularTable>

export const Circular = z.object({
  /** YYYY-MM */
  month: z.string(),
  federation: z.string(),
  title: z.string(),
  /** 草稿: stands above it and on every page. */
  mark: z.string(),
  sections: z.array(
    z.object({
      heading: z.string(),
      paragraphs: z.array(z.string()),
      table: CircularTable.optional(),
    }),
  ),
  /** 截至, 口径: how the figures were counted. */
  notes: z.array(z.string()),
  /** 2026年11月2日 */
  day: z.string(),
})
export type Circular = z.infer<typeof Circular>
