import { z } from 'zod'

/** What was said for one order, the newest last: read anew at every step, with the roster and the books at hand. */
export const SaidOrder = z.object({ texts: z.array(z.string()) })
export type SaidOrder = z.infer<typeof SaidOrder>

/** More than this and somebody is not giving an order. */
const MOST_TEXTS = 12

export const withText = <Order extends SaidOrder>(order: Order, text: string): Order => ({
  ...order,
  texts: [...order.texts.slice(0, MOST_TEXTS - 1), text],
})

export const PledgeOrder = SaidOrder.extend({
  /** Entered by staff for somebody who told them. */
  forOther: z.boolean(),
})
export type PledgeOrder = z.infer<typeof PledgeOrder>

export const WithdrawOrder = SaidOrder.extend({ number: z.number().int().nullable() })
export type WithdrawOrder = z.infer<typeof WithdrawOrder>

export const ChangeOrder = WithdrawOrder.extend({
  how: z.enum(['to', 'more', 'less']),
  words: z.string(),
  /** Version of the pledge that was shown. */
  seen: z.number().int().optional(),
})
export type ChangeOrder = z.infer<typeof ChangeOrder>

export const ConsentOrder = SaidOrder
export type ConsentOrder = SaidOrder

export const BookOrder = SaidOrder
export type BookOrder = SaidOrder

export const SheetOrder = SaidOrder.extend({ sha256: z.string().nullable() })
export type SheetOrder = z.infer<typeof SheetOrder>

export const ReverseOrder = SaidOrder.extend({
  what: z.enum(['gift', 'use']),
  number: z.number().int(),
  /** Booked anew with what was said, instead of only taken back. */
  anew: z.boolean(),
})
export type ReverseOrder = z.infer<typeof ReverseOrder>

export const NoteOrder = z.object({
  number: z.number().int(),
  receipt: z.string().nullable(),
  pledge: z.number().int().nullable(),
})
export type NoteOrder = z.infer<typeof NoteOrder>

export const UseOrder = SaidOrder
export type UseOrder = SaidOrder
