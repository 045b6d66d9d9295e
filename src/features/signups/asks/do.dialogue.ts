import { z } from 'zod'
import { type Dialogue, type Effect, step } from '../../../conversation/dialogue.ts'
import type { Ask } from './read-ask.ts'

const State = z.object({ step: z.literal('done') })
type DoState = z.infer<typeof State>

export type DoAsk = Effect & { readonly kind: 'signups.do'; readonly ask: Ask; readonly message: string }

/**
 * 谁报名了, 还有几个名额, 我报上没, 算我一个: answered, or kept, in one turn. What somebody says of their own coming needs
 * no yes: they say the opposite as easily.
 */
export const doDialogue: Dialogue<DoState, object, DoAsk> = {
  name: 'signups.do',
  version: 1,
  schema: State,
  finalSteps: ['done'],
  idleMinutes: 5,
  start(turn, _known, beginning) {
    const said = 'said' in turn ? turn.said : undefined
    const message = said?.pieces.at(-1)?.message ?? ''
    return step<DoState, DoAsk>(
      { step: 'done' },
      [],
      [{ kind: 'signups.do', ask: beginning.data as Ask, message }],
    )
  },
  next: (state) => step<DoState, DoAsk>(state),
  resume: () => [],
}
