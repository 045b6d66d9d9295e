import { z } from 'zod'
import { type Dialogue, type Step, step } from '../conversation/dialogue.ts'
import { type Act, may } from '../kernel/person.ts'
import { mailingTexts as texts } from './mailing.texts.ts'
import { isStoppable } from './mailing.ts'
import type { MailingOwner } from './mailing-confirmation.ts'
import type { Standing, StandingQuery } from './mailing-standing.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('confirming'), id: z.string(), number: z.number().int(), question: z.string() }),
  z.object({ step: z.literal('stopped') }),
  z.object({ step: z.literal('kept') }),
])
type StopState = z.infer<typeof State>
export type StopEffect = { readonly kind: `${MailingOwner}.stop`; readonly id: string }

type Facts = { readonly standing?: Standing }

const choices = texts.stopChoices

/** Stops what has not left; asked once, because what is stopped is not started again. */
export function stopDialogue(
  owner: MailingOwner,
  noun: string,
  act: Act,
): Dialogue<StopState, Facts, StopEffect> {
  const kept = (text: string): Step<StopState, StopEffect> =>
    step<StopState, StopEffect>({ step: 'kept' }, [{ text }])
  return {
    name: `${owner}.stop`,
    version: 1,
    schema: State,
    finalSteps: ['stopped', 'kept'],
    idleMinutes: 30,
    needs(state, _turn, beginning) {
      if (state !== undefined) return {}
      const { number } = (beginning?.data ?? {}) as { number?: number }
      const query: StandingQuery = { ask: `${owner}.standing`, ...(number === undefined ? {} : { number }) }
      return { standing: query }
    },
    start(turn, { standing }, beginning) {
      if (!may(turn.by.person, act)) return kept(texts.mayNotStop(noun))
      const { number: asked } = (beginning.data ?? {}) as { number?: number }
      if (standing === undefined) return kept(texts.noSuch(noun, asked))
      const { id, number, title, state, counts } = standing
      if (!isStoppable(standing)) return kept(texts.notStoppable(noun, number, texts.state[state]))
      const question = texts.askStop(noun, number, title, counts)
      return step<StopState, StopEffect>({ step: 'confirming', id, number, question }, [
        { text: question, choices },
      ])
    },
    next(state, turn) {
      if (state.step !== 'confirming') return step<StopState, StopEffect>(state)
      if (turn.kind === 'yes')
        return step<StopState, StopEffect>({ step: 'stopped' }, [], [{ kind: `${owner}.stop`, id: state.id }])
      if (turn.kind === 'no' || turn.kind === 'cancel' || turn.kind === 'silence')
        return kept(texts.keptGoing(noun, state.number))
      return step<StopState, StopEffect>(state, [{ text: state.question, choices }])
    },
    resume: (state) => (state.step === 'confirming' ? [{ text: state.question, choices }] : []),
    choices: (state) => (state.step === 'confirming' ? choices : []),
  }
}
