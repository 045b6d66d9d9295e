import { z } from 'zod'

export const OpenOrder = z.object({
  /** What the list is for, as the group will read it; empty while it is asked for. */
  text: z.string(),
  /** The group as it was called; null: the one it is said in, or the chamber's. */
  to: z.string().nullable(),
  /** The group's code, once it is settled. */
  group: z.string().optional(),
})
export type OpenOrder = z.infer<typeof OpenOrder>
