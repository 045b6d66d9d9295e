import { z } from 'zod'
import { type Dialogue, type Effect, step } from '../../../conversation/dialogue.ts'
import type { ResumeAsked } from './read-pause.ts'

export type ResumeEffect = Effect & { readonly kind: 'appeals.resume' } & ResumeAsked

const State = z.object({ step: z.literal('told') })

/** 恢复 0291: said by whoever may, it runs again; nothing is lost by it, so nothing is asked back. */
export const resumeDialogue: Dialogue<z.infer<typeof State>, object, ResumeEffect> = {
  name: 'appeals.resume',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 1,
  start: (_turn, _known, beginning) =>
    step<z.infer<typeof State>, ResumeEffect>(
      { step: 'told' },
      [],
      [{ kind: 'appeals.resume', ...(beginning.data as ResumeAsked) }],
    ),
  next: (state) => step(state),
  resume: () => [],
}
