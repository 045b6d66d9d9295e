import { z } from 'zod'
import type { OrderEffect, PlanQuery } from '../../../conversation/previewed-order.ts'

/** One thing as it will be kept: a line that was in doubt, a person, and what it counts as. */
export const Settled = z.object({
  doubt: z.string().optional(),
  person: z.string().optional(),
  as: z.enum(['acknowledged', 'onLeave', 'seen', 'nothing']),
})
export type Settled = z.infer<typeof Settled>

export const SettleOrder = z.object({
  number: z.number().int().optional(),
  /** The order as it was typed. */
  said: z.string(),
  /** What was answered when it was asked back whom it means. */
  answers: z.array(z.string()),
  settled: z.array(Settled),
})
export type SettleOrder = z.infer<typeof SettleOrder>

export type SettlePlanQuery = PlanQuery<SettleOrder, 'notices.settlePlan'>
export type SettleEffect = OrderEffect<SettleOrder, 'notices.settle'>
