import { z } from 'zod'
import { type Dialogue, type Say, type Step, step } from '../../../conversation/dialogue.ts'
import { shortNumber } from '../appeal-number.ts'
import type { TwiceEffect } from './twice.effects.ts'
import { likenessChoices, twiceTexts as texts } from './twice.texts.ts'

const Other = z.object({ number: z.string(), line: z.string(), why: z.string() })
const State = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('asking'),
    main: z.string(),
    mainLine: z.string(),
    others: z.array(Other),
  }),
  z.object({ step: z.literal('decided') }),
  z.object({ step: z.literal('left') }),
])
export type LikenessState = z.infer<typeof State>
type LikenessStep = Step<LikenessState, TwiceEffect>

/** What the look for likenesses hands over; nothing of a sealed asker is in these lines. */
export interface LikenessInvitation {
  readonly main: string
  readonly mainLine: string
  readonly others: readonly z.infer<typeof Other>[]
}

/** 疑似重复, as it is put to staff: merged with one word, or never asked again. */
export const likenessDialogue: Dialogue<LikenessState, Record<string, never>, TwiceEffect> = {
  name: 'appeals.likeness',
  version: 1,
  schema: State,
  finalSteps: ['decided', 'left'],
  /** Afterwards it stands in 疑似重复, so that it is not said again after everything else. */
  idleMinutes: 120,

  start(turn) {
    if (turn.kind !== 'invited') return step({ step: 'left' })
    const { main, mainLine, others } = turn.data as LikenessInvitation
    const state: LikenessState = { step: 'asking', main, mainLine, others: [...others] }
    return step(state, likenessDialogue.resume(state))
  },

  next(state, turn): LikenessStep {
    if (state.step !== 'asking') return step(state)
    const numbers = state.others.map(({ number }) => number)
    switch (turn.kind) {
      case 'yes':
        return step<LikenessState, TwiceEffect>(
          { step: 'decided' },
          [],
          [{ kind: 'appeals.merge', numbers, into: state.main, proposed: true }],
        )
      case 'no':
        return apart(state, numbers)
      case 'say': {
        const named = numbers.filter((number) => turn.said.text.includes(shortNumber(number)))
        if (named.length > 0 && /不是|除外|去掉|不算|分开|单独|不并|别并/.test(turn.said.text))
          return apart(state, named)
        return step(state, likenessDialogue.resume(state))
      }
      case 'silence':
        return step({ step: 'left' })
      case 'cancel':
        return step<LikenessState, TwiceEffect>({ step: 'left' }, [{ text: texts.proposalLeft() }])
      default:
        return step(state, likenessDialogue.resume(state))
    }
  },

  choices: (state) => (state.step === 'asking' ? likenessChoices : []),
  number: (state) => (state.step === 'asking' ? shortNumber(state.others[0]?.number ?? '') : undefined),
  resume(state): readonly Say[] {
    return state.step === 'asking'
      ? [{ text: texts.proposal(state.mainLine, state.others), choices: likenessChoices }]
      : []
  },
  standsAlone: (state) => state.step === 'asking',
}

/** These are not the same; of the rest it is asked again. */
function apart(state: Extract<LikenessState, { step: 'asking' }>, numbers: readonly string[]): LikenessStep {
  const effect: TwiceEffect = { kind: 'appeals.different', numbers, other: state.main }
  const others = state.others.filter(({ number }) => !numbers.includes(number))
  if (others.length === 0)
    return step<LikenessState, TwiceEffect>({ step: 'decided' }, [{ text: texts.keptApart() }], [effect])
  const rest: LikenessState = { ...state, others }
  return step<LikenessState, TwiceEffect>(rest, likenessDialogue.resume(rest), [effect])
}
