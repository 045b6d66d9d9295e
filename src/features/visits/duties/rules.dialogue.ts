import { z } from 'zod'
import { type Dialogue, type Effect, type Query, step } from '../../../conversation/dialogue.ts'
import { previewedOrder } from '../../../conversation/previewed-order.ts'
import { rulesChoices, dutiesTexts as texts } from './duties.texts.ts'
import { RulesOrder, readDuties, readRules } from './read-rules.ts'

/** 走访要求 每季度每个商会1次: as it will be, before it is so. */
export const rulesOrderDialogue = previewedOrder({
  name: 'visits.setRules',
  version: 1,
  schema: RulesOrder,
  ask: 'visits.planRules',
  does: 'visits.setRules',
  choices: rulesChoices,
  amend(order, text, now) {
    const asked = readRules(text, now)
    const said = asked?.kind === 'order' ? asked.order : readDuties(text, '', now)
    return said.sets.length + said.ends.length > 0 ? { ...said, from: said.from ?? order.from } : order
  },
  texts: { left: () => texts.rulesLeft(), timedOut: () => texts.rulesTimedOut() },
})

const Shown = z.object({ step: z.literal('shown') })

/** 走访要求: as it stands. */
export const rulesDialogue: Dialogue<z.infer<typeof Shown>, { readonly rules?: string }, Effect> = {
  name: 'visits.rules',
  version: 1,
  schema: Shown,
  finalSteps: ['shown'],
  idleMinutes: 60,
  needs: (state): Readonly<Record<string, Query>> =>
    state === undefined ? { rules: { ask: 'visits.rules' } } : {},
  start: (_turn, { rules }) =>
    step<z.infer<typeof Shown>, Effect>({ step: 'shown' }, rules === undefined ? [] : [{ text: rules }]),
  next: (state) => step<z.infer<typeof Shown>, Effect>(state),
  resume: () => [],
}
