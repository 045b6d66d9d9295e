import { z } from 'zod'
import { type Dialogue, step } from '../../../conversation/dialogue.ts'
import type { AskedAbout } from './drive-words.ts'

const State = z.object({ step: z.literal('told') })
type SeeState = z.infer<typeof State>

export interface SeeQuery {
  readonly ask: 'donations.see'
  readonly order: AskedAbout
}

/** 募捐3怎么样了, 有哪些募捐: sums for staff and leaders, always in private, and nobody who gave. */
export const seeDialogue: Dialogue<SeeState, { readonly told?: string }, never> = {
  name: 'donations.see',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 5,
  needs(state, _turn, beginning) {
    if (state !== undefined) return {}
    return { told: { ask: 'donations.see', order: (beginning?.data ?? {}) as AskedAbout } satisfies SeeQuery }
  },
  start: (_turn, { told }) =>
    step<SeeState, never>({ step: 'told' }, told === undefined ? [] : [{ text: told }]),
  next: (state) => step<SeeState, never>(state),
  resume: () => [],
}
