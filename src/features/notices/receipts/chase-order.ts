import { z } from 'zod'
import type { OrderEffect, PlanQuery } from '../../../conversation/previewed-order.ts'

/** Remind those who have not answered, tell the groups how many have, pass the missing names to the secretaries. */
export const ChaseOrder = z.object({
  act: z.enum(['remind', 'tally', 'pass']),
  number: z.number().int().optional(),
})
export type ChaseOrder = z.infer<typeof ChaseOrder>

export type ChasePlanQuery = PlanQuery<ChaseOrder, 'notices.chasePlan'>
export type ChaseEffect = OrderEffect<ChaseOrder, 'notices.chase'>
