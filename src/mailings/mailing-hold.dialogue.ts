import { z } from 'zod'
import { type Dialogue, type Step, step } from '../conversation/dialogue.ts'
import { type Act, may } from '../kernel/person.ts'
import { mailingTexts as texts } from './mailing.texts.ts'
import type { MailingOwner } from './mailing-confirmation.ts'
import type { Standing, StandingQuery } from './mailing-standing.ts'

const Paused = z.object({ step: z.literal('done') })
const Resuming = z.discriminatedUnion('step', [
  z.object({ step: z.literal('confirming'), id: z.string(), number: z.number().int(), question: z.string() }),
  z.object({ step: z.literal('resumed') }),
  z.object({ step: z.literal('kept') }),
])
type PausedState = z.infer<typeof Paused>
type ResumeState = z.infer<typeof Resuming>
export type PauseEffect = { readonly kind: `${MailingOwner}.pause`; readonly number?: number }
export type ResumeEffect = { readonly kind: `${MailingOwner}.resume`; readonly id: string }

type Facts = { readonly standing?: Standing }

const numberIn = (data: unknown) => ((data ?? {}) as { number?: number }).number

/** 暂停通知57: at once, because every second sends more; it binds nobody and is taken back by 继续发. */
export function pauseDialogue(
  owner: MailingOwner,
  noun: string,
  act: Act,
): Dialogue<PausedState, Facts, PauseEffect> {
  return {
    name: `${owner}.pause`,
    version: 1,
    schema: Paused,
    finalSteps: ['done'],
    idleMinutes: 5,
    start(turn, _facts, beginning) {
      const done: PausedState = { step: 'done' }
      if (!may(turn.by.person, act))
        return step<PausedState, PauseEffect>(done, [{ text: texts.mayNotStop(noun) }])
      const number = numberIn(beginning.data)
      return step<PausedState, PauseEffect>(
        done,
        [],
        [{ kind: `${owner}.pause`, ...(number === undefined ? {} : { number }) }],
      )
    },
    next: (state) => step<PausedState, PauseEffect>(state),
    resume: () => [],
  }
}

const choices = texts.resumeChoices

/** 继续发通知57: letters leave again, so it takes a yes. */
export function resumeDialogue(
  owner: MailingOwner,
  noun: string,
  act: Act,
): Dialogue<ResumeState, Facts, ResumeEffect> {
  const kept = (text: string): Step<ResumeState, ResumeEffect> =>
    step<ResumeState, ResumeEffect>({ step: 'kept' }, [{ text }])
  return {
    name: `${owner}.resume`,
    version: 1,
    schema: Resuming,
    finalSteps: ['resumed', 'kept'],
    idleMinutes: 30,
    needs(state, _turn, beginning) {
      if (state !== undefined) return {}
      const number = numberIn(beginning?.data)
      const query: StandingQuery = { ask: `${owner}.standing`, ...(number === undefined ? {} : { number }) }
      return { standing: query }
    },
    start(turn, { standing }, beginning) {
      if (!may(turn.by.person, act)) return kept(texts.mayNotStop(noun))
      if (standing === undefined) return kept(texts.noSuch(noun, numberIn(beginning.data)))
      const { id, number, title, state, counts } = standing
      if (state !== 'paused') return kept(texts.notPaused(noun, number, texts.state[state]))
      const question = texts.askResume(noun, number, title, counts)
      return step<ResumeState, ResumeEffect>({ step: 'confirming', id, number, question }, [
        { text: question, choices },
      ])
    },
    next(state, turn) {
      if (state.step !== 'confirming') return step<ResumeState, ResumeEffect>(state)
      if (turn.kind === 'yes')
        return step<ResumeState, ResumeEffect>(
          { step: 'resumed' },
          [],
          [{ kind: `${owner}.resume`, id: state.id }],
        )
      if (turn.kind === 'no' || turn.kind === 'cancel' || turn.kind === 'silence')
        return kept(texts.staysPaused(noun, state.number))
      return step<ResumeState, ResumeEffect>(state, [{ text: state.question, choices }])
    },
    resume: (state) => (state.step === 'confirming' ? [{ text: state.question, choices }] : []),
    choices: (state) => (state.step === 'confirming' ? choices : []),
  }
}
