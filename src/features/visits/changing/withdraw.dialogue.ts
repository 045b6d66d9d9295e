import { z } from 'zod'
import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { visitsTexts } from '../visits.texts.ts'
import { withdrawTexts as texts } from './withdraw.texts.ts'

export const WithdrawOrder = z.object({ number: z.number(), reason: z.string().nullable() })
export type WithdrawOrder = z.infer<typeof WithdrawOrder>

/** 撤回 走访12: it counts for nobody any more, and its drafts go with it. */
export const withdrawDialogue = previewedOrder({
  name: 'visits.withdraw',
  version: 1,
  schema: WithdrawOrder,
  ask: 'visits.plan-withdraw',
  does: 'visits.withdraw',
  choices: texts.choices,
  amend: (order, text): WithdrawOrder => ({ ...order, reason: text }),
  texts: { left: () => visitsTexts.leftAsItWas() },
})
