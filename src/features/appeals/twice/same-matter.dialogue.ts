import { z } from 'zod'
import { type Dialogue, type Say, step } from '../../../conversation/dialogue.ts'
import type { TwiceEffect } from './twice.effects.ts'
import { sameMatterChoices, twiceTexts as texts } from './twice.texts.ts'

const About = {
  number: z.string(),
  summary: z.string(),
  other: z.string(),
  otherSummary: z.string(),
}
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('asking'), ...About }),
  z.object({ step: z.literal('answered') }),
  z.object({ step: z.literal('left') }),
])
export type SameMatterState = z.infer<typeof State>

export interface SameMatterInvitation {
  readonly number: string
  readonly summary: string
  readonly other: string
  readonly otherSummary: string
}

/** Somebody tells what they told before: whether it is more of the same only they know. Both are theirs. */
export const sameMatterDialogue: Dialogue<SameMatterState, Record<string, never>, TwiceEffect> = {
  name: 'appeals.same-matter',
  version: 1,
  schema: State,
  finalSteps: ['answered', 'left'],
  idleMinutes: 120,

  start(turn) {
    if (turn.kind !== 'invited') return step({ step: 'left' })
    const state: SameMatterState = { step: 'asking', ...(turn.data as SameMatterInvitation) }
    return step(state, sameMatterDialogue.resume(state))
  },

  next(state, turn) {
    if (state.step !== 'asking') return step(state)
    const { number, other } = state
    if (turn.kind === 'silence') return step({ step: 'left' })
    if (turn.kind === 'yes')
      return step<SameMatterState, TwiceEffect>(
        { step: 'answered' },
        [{ text: texts.willJoin(number, other) }],
        [{ kind: 'appeals.join-own', number, other }],
      )
    if (turn.kind === 'no')
      return step<SameMatterState, TwiceEffect>(
        { step: 'answered' },
        [{ text: texts.staysApart(number) }],
        [{ kind: 'appeals.keep-own', number, other }],
      )
    if (turn.kind === 'cancel' || turn.kind === 'skip')
      return step<SameMatterState, TwiceEffect>({ step: 'left' }, [{ text: texts.staysApart(number) }])
    return step(state, sameMatterDialogue.resume(state))
  },

  choices: (state) => (state.step === 'asking' ? sameMatterChoices : []),
  resume: (state): readonly Say[] =>
    state.step === 'asking' ? [{ text: texts.sameMatter(state), choices: sameMatterChoices }] : [],
}
