import { z } from 'zod'
import { type Dialogue, type Effect, type Step, step } from '../../../conversation/dialogue.ts'
import type { Consent } from '../visit.ts'
import { consentChoices, consentTexts as texts } from './consent.texts.ts'
import { readConsent } from './read-consent.ts'

export const ConsentInvitation = z.object({
  visit: z.number(),
  lines: z.array(z.object({ n: z.number(), words: z.string() })),
})
export type ConsentInvitation = z.infer<typeof ConsentInvitation>

export type ConsentEffect = Effect & {
  readonly kind: 'visits.consent'
  readonly visit: number
  readonly consent: Consent
}

const State = z.discriminatedUnion('step', [
  ConsentInvitation.extend({ step: z.literal('asking') }),
  z.object({ step: z.literal('answered') }),
  z.object({ step: z.literal('left') }),
])
type ConsentState = z.infer<typeof State>
type ConsentStep = Step<ConsentState, ConsentEffect>

/** 拍砖之后问企业: who may see what they said. Silence agrees to nothing. */
export const consentDialogue: Dialogue<ConsentState, object, ConsentEffect> = {
  name: 'visits.consent',
  version: 1,
  schema: State,
  finalSteps: ['answered', 'left'],
  idleMinutes: 3 * 24 * 60,
  start(turn) {
    if (turn.kind !== 'invited') return step<ConsentState, ConsentEffect>({ step: 'left' })
    const state: ConsentState = { step: 'asking', ...ConsentInvitation.parse(turn.data) }
    return step<ConsentState, ConsentEffect>(state, consentDialogue.resume(state))
  },
  next(state, turn): ConsentStep {
    if (state.step !== 'asking') return step<ConsentState, ConsentEffect>(state)
    switch (turn.kind) {
      case 'choose': {
        const chosen = consentChoices.find(({ id }) => id === turn.choice)
        return chosen === undefined ? again(state) : answered(state.visit, chosen.id)
      }
      case 'no':
        return answered(state.visit, 'nobody')
      case 'say': {
        const consent = readConsent(turn.said.text)
        return consent === undefined ? again(state) : answered(state.visit, consent)
      }
      case 'silence':
        return step<ConsentState, ConsentEffect>({ step: 'left' })
      case 'cancel':
        return step<ConsentState, ConsentEffect>({ step: 'left' }, [{ text: texts.later() }])
      case 'yes':
        return step<ConsentState, ConsentEffect>(state, [{ text: texts.which(), choices: consentChoices }])
      default:
        return again(state)
    }
  },
  choices: (state) => (state.step === 'asking' ? consentChoices : []),
  resume(state) {
    if (state.step !== 'asking') return []
    return [
      {
        text: texts.asks(
          state.visit,
          state.lines.map(({ words }) => words),
        ),
        choices: consentChoices,
      },
    ]
  },
  standsAlone: (state) => state.step === 'asking',
}

const again = (state: ConsentState): ConsentStep =>
  step<ConsentState, ConsentEffect>(state, consentDialogue.resume(state))

const answered = (visit: number, consent: Consent): ConsentStep =>
  step<ConsentState, ConsentEffect>({ step: 'answered' }, [], [{ kind: 'visits.consent', visit, consent }])
