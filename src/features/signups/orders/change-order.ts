import { z } from 'zod'

/** What a keeper orders of a list that stands. */
export const ChangeOrder = z.object({
  act: z.enum(['close', 'reopen', 'limits', 'settle']),
  number: z.number().nullable(),
  /** Of `limits`; 0: no limit. */
  places: z.number().optional(),
  perCompany: z.number().optional(),
  /** Of `settle`: the row, by the number that is its own for good. */
  n: z.number().optional(),
  how: z.enum(['in', 'out']).optional(),
  heads: z.number().optional(),
  /** As they were called; a code once it is settled. */
  who: z.string().optional(),
  person: z.string().optional(),
})
export type ChangeOrder = z.infer<typeof ChangeOrder>
