import { z } from 'zod'
import { type Dialogue, type Effect, step } from '../../../conversation/dialogue.ts'
import { categories } from '../../../kernel/appeal-terms.ts'
import { registeredChoices, registeredTexts as texts } from './registered.texts.ts'

export const RegisteredInvitation = z.object({
  number: z.string(),
  told: z.string(),
  words: z.string(),
  category: z.enum(categories),
})
export type RegisteredInvitation = z.infer<typeof RegisteredInvitation>

export type RegisteredEffect = Effect & { readonly kind: 'appeals.adopt'; readonly number: string }

const State = z.discriminatedUnion('step', [
  RegisteredInvitation.extend({ step: z.literal('asking') }),
  z.object({ step: z.literal('followed') }),
  z.object({ step: z.literal('left') }),
])
type RegisteredState = z.infer<typeof State>

/** 走访带回来的诉求: its company's people are told, and one of them may follow it from now on. */
export const registeredDialogue: Dialogue<RegisteredState, object, RegisteredEffect> = {
  name: 'appeals.registered',
  version: 1,
  schema: State,
  finalSteps: ['followed', 'left'],
  idleMinutes: 24 * 60,
  start(turn) {
    if (turn.kind !== 'invited') return step<RegisteredState, RegisteredEffect>({ step: 'left' })
    const state: RegisteredState = { step: 'asking', ...RegisteredInvitation.parse(turn.data) }
    return step<RegisteredState, RegisteredEffect>(state, registeredDialogue.resume(state))
  },
  next(state, turn) {
    if (state.step !== 'asking') return step<RegisteredState, RegisteredEffect>(state)
    const { number } = state
    switch (turn.kind) {
      case 'yes':
        return step<RegisteredState, RegisteredEffect>(
          { step: 'followed' },
          [],
          [{ kind: 'appeals.adopt', number }],
        )
      case 'no':
      case 'cancel':
        return step<RegisteredState, RegisteredEffect>({ step: 'left' }, [
          { text: texts.notFollowed(number) },
        ])
      case 'silence':
        return step<RegisteredState, RegisteredEffect>({ step: 'left' })
      default:
        return step<RegisteredState, RegisteredEffect>(state, registeredDialogue.resume(state))
    }
  },
  choices: (state) => (state.step === 'asking' ? registeredChoices : []),
  number: (state) => (state.step === 'asking' ? state.number.slice(5) : undefined),
  resume(state) {
    if (state.step !== 'asking') return []
    const text = texts.invitation(state.number, state.told, state.words, state.category)
    return [{ text, choices: registeredChoices }]
  },
  standsAlone: (state) => state.step === 'asking',
}
