import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../conversation/dialogue.ts'
import { RELATIONS } from './document-link.ts'
import type { TimeOrder, TimePlan, ValidityEffect, ValidityQuery } from './validity.effects.ts'
import { validityTexts as texts } from './validity.texts.ts'

const Day = z.string().optional()
const Order = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('days'),
    words: z.string(),
    days: z.object({ issuedOn: Day, effectiveOn: Day, endsOn: z.string().nullable().optional() }),
  }),
  z.object({
    kind: z.literal('link'),
    words: z.string(),
    relation: z.enum(RELATIONS),
    other: z.string(),
    isDenied: z.boolean(),
  }),
]) as unknown as z.ZodType<TimeOrder>

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('confirming'), order: Order, preview: z.string() }),
  z.object({ step: z.literal('set') }),
  z.object({ step: z.literal('refused') }),
  z.object({ step: z.literal('left') }),
])
type OrderState = z.infer<typeof State>
type Taken = Step<OrderState, ValidityEffect>

const choices = () => [
  { id: 'yes', label: texts.timeLabels.yes },
  { id: 'no', label: texts.timeLabels.no },
]

/** “《…》有效期至2026年12月31日”: what would change is shown, and done after a yes. The recogniser hands over the order. */
export const timeOrderDialogue: Dialogue<OrderState, { readonly plan?: TimePlan }, ValidityEffect> = {
  name: 'policy.time-order',
  version: 1,
  schema: State,
  finalSteps: ['set', 'refused', 'left'],
  idleMinutes: 30,
  needs(state, turn, beginning): Readonly<Record<string, ValidityQuery>> {
    if (state !== undefined || turn.by.chat.kind === 'group') return {}
    return { plan: { ask: 'policy.plan-time', order: beginning?.data as TimeOrder } }
  },
  start(turn, { plan }): Taken {
    if (turn.by.chat.kind === 'group') return step({ step: 'refused' }, [{ text: texts.onlyInPrivate() }])
    if (plan === undefined) return step({ step: 'refused' })
    if (plan.kind === 'refused') return step({ step: 'refused' }, [{ text: plan.text }])
    const state: OrderState = { step: 'confirming', order: plan.order, preview: plan.preview }
    return step(state, timeOrderDialogue.resume(state))
  },
  next(state, turn): Taken {
    if (state.step !== 'confirming') return step(state)
    switch (turn.kind) {
      case 'yes':
        return step({ step: 'set' }, [], [{ kind: 'policy.setTime', order: state.order }])
      case 'silence':
        return step({ step: 'left' })
      case 'no':
      case 'cancel':
      case 'skip':
        return step({ step: 'left' }, [{ text: texts.timeLeft() }])
      default:
        return step(state, timeOrderDialogue.resume(state))
    }
  },
  choices: (state) => (state.step === 'confirming' ? choices() : []),
  resume: (state) => (state.step === 'confirming' ? [{ text: state.preview, choices: choices() }] : []),
}
