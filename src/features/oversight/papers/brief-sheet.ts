/** 协调会材料: a page as plain data, for the errand that lays it out. */
import { z } from 'zod'
import type { BriefPicture } from '../../../kernel/picture.ts'

export const BriefSheet = z.object({
  title: z.string(),
  subtitle: z.string(),
  matters: z
    .array(
      z.object({
        head: z.string(),
        state: z.string(),
        isLate: z.boolean(),
        facts: z.array(z.object({ label: z.string(), lines: z.array(z.string()).readonly() })).readonly(),
      }),
    )
    .readonly(),
  foot: z.string(),
})
export type BriefSheet = z.infer<typeof BriefSheet>

/** The same on a phone. */
export const briefPicture = (sheet: BriefSheet): BriefPicture => ({ kind: 'brief', ...sheet })
