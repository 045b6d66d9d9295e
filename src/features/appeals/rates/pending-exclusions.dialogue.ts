import { z } from 'zod'
import { type Dialogue, type Effect, type Query, step } from '../../../conversation/dialogue.ts'

export interface PendingExclusionsQuery extends Query {
  readonly ask: 'appeals.pending-exclusions'
}

const State = z.object({ step: z.literal('told') })

/** 待审的剔除: what waits for somebody's decision. */
export const pendingExclusionsDialogue: Dialogue<
  z.infer<typeof State>,
  { readonly told?: string },
  Effect
> = {
  name: 'appeals.pending-exclusions',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 1,
  needs: () => ({ told: { ask: 'appeals.pending-exclusions' } satisfies PendingExclusionsQuery }),
  start: (_turn, { told }) => step({ step: 'told' as const }, told === undefined ? [] : [{ text: told }]),
  next: (state) => step(state),
  resume: () => [],
}
