import { z } from 'zod'
import { type OrderEffect, type PlanQuery, previewedOrder } from '../../../conversation/previewed-order.ts'
import { closeTexts as texts } from './close.texts.ts'

export const CloseOrder = z.object({
  /** The only one that is out, where none is named. */
  number: z.number().int().optional(),
})
export type CloseOrder = z.infer<typeof CloseOrder>
export type CloseQuery = PlanQuery<CloseOrder, 'donations.planClose'>
export type CloseEffect = OrderEffect<CloseOrder, 'donations.close'>

/** 结束 募捐3: from then on nothing of it is sent and nothing pledged. It is not opened again. */
export const closeDialogue = previewedOrder<CloseOrder, 'donations.planClose', 'donations.close'>({
  name: 'donations.close',
  version: 1,
  schema: CloseOrder,
  ask: 'donations.planClose',
  does: 'donations.close',
  choices: [
    { id: 'yes', label: '结束' },
    { id: 'no', label: '先不结束' },
  ],
  idleMinutes: 30,
  amend: (order) => order,
  texts: { left: ({ number }) => texts.left(number) },
})
