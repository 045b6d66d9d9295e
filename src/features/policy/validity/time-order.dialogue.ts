import { z } from 'zod'
import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { SaidDays } from '../library/fact-changes.ts'
import { RELATIONS } from './document-link.ts'
import type { TimeOrder } from './validity.effects.ts'
import { validityTexts as texts } from './validity.texts.ts'

const Order = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('days'), words: z.string(), days: SaidDays }),
  z.object({
    kind: z.literal('link'),
    words: z.string(),
    relation: z.enum(RELATIONS),
    other: z.string(),
    isDenied: z.boolean(),
  }),
]) satisfies z.ZodType<TimeOrder>

/** “《…》有效期至2026年12月31日”: what would change is shown, and done after a yes. The recogniser hands over the order. */
export const timeOrderDialogue = previewedOrder({
  name: 'policy.time-order',
  version: 2,
  schema: Order,
  ask: 'policy.plan-time',
  does: 'policy.setTime',
  choices: [
    { id: 'yes', label: texts.timeLabels.yes },
    { id: 'no', label: texts.timeLabels.no },
  ],
  idleMinutes: 30,
  amend: (order) => order,
  texts: { left: () => texts.timeLeft() },
})
