import { z } from 'zod'
import { corridorTexts as texts } from './corridor.texts.ts'
import { type Beginning, type Dialogue, type Step, step } from './dialogue.ts'
import type { Reading } from './feature.ts'
import type { Turn } from './turn.ts'

const Option = z.object({
  dialogue: z.string(),
  label: z.string(),
  /** Left out by readings that hand nothing over. */
  data: z.unknown().optional(),
  /** Where it goes on with something that is open already. */
  frame: z.string().exactOptional(),
})
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('asking'), options: z.array(Option), said: z.unknown() }),
  z.object({ step: z.literal('answered'), chosen: Option, said: z.unknown() }),
  z.object({ step: z.literal('abandoned') }),
])
export type WhichState = z.infer<typeof State>

/** What the corridor hands to `start` when two readings tie, or when something goes with one of several open frames. */
export interface WhichData {
  readonly readings: readonly (Pick<Reading, 'dialogue' | 'label' | 'data'> & { readonly frame?: string })[]
  readonly said: unknown
}

/** Two readings are as good as each other: the person says which is meant. */
export const whichDialogue: Dialogue<WhichState, Record<string, never>, never> = {
  name: 'corridor.which',
  version: 1,
  schema: State,
  finalSteps: ['answered', 'abandoned'],
  idleMinutes: 30,
  start(_turn: Turn, _facts, beginning: Beginning): Step<WhichState, never> {
    const { readings, said } = beginning.data as WhichData
    const options = readings.map(({ dialogue, label, data, frame }) => ({
      dialogue,
      label,
      data,
      ...(frame === undefined ? {} : { frame }),
    }))
    const state: WhichState = { step: 'asking', options, said }
    return step(state, whichDialogue.resume(state))
  },
  next(state, turn) {
    if (state.step !== 'asking') return step<WhichState, never>(state)
    if (turn.kind === 'cancel' || turn.kind === 'no')
      return step<WhichState, never>({ step: 'abandoned' }, [{ text: texts.whichAbandoned() }])
    if (turn.kind === 'silence') return step<WhichState, never>({ step: 'abandoned' })
    const chosen = turn.kind === 'choose' ? state.options[Number(turn.choice.slice(7))] : undefined
    if (chosen === undefined) return step<WhichState, never>(state, whichDialogue.resume(state))
    return step<WhichState, never>({ step: 'answered', chosen, said: state.said })
  },
  choices: (state) =>
    state.step === 'asking' ? state.options.map(({ label }, i) => ({ id: `option-${i}`, label })) : [],
  resume: (state) =>
    state.step === 'asking'
      ? [
          {
            text: state.options.every(({ frame }) => frame !== undefined)
              ? texts.whichOfThese()
              : texts.which(),
            choices: whichDialogue.choices?.(state) ?? [],
          },
        ]
      : [],
}
