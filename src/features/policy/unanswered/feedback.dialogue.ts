import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../conversation/dialogue.ts'
import { feedbackTexts as texts } from './feedback.texts.ts'
import type { About, NoteFeedback, UnansweredQuery } from './unanswered.effects.ts'

const AboutState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asking'), asking: z.string(), question: z.string() }),
  z.object({ kind: z.literal('answer'), number: z.string(), question: z.string() }),
])
const State = z.discriminatedUnion('step', [
  /** Noted; a word of what is wrong would help, and need not be said. */
  z.object({ step: z.literal('noted'), about: AboutState }),
  z.object({ step: z.literal('done') }),
  z.object({ step: z.literal('nothingMeant') }),
])
type FeedbackState = z.infer<typeof State>
type Taken = Step<FeedbackState, NoteFeedback>

/** What the recogniser, or another dialogue, hands over. */
export interface FeedbackData {
  /** The text of our letter that is answered. */
  readonly letter: string | null
  /** The reviewed answer that they name: W-0003 不对. */
  readonly number: string | null
  /** What they say is wrong; empty where they only say that it is. */
  readonly note: string
}

/** “不对”, said to an answer: it is put before the staff at once, for it binds nobody. */
export const feedbackDialogue: Dialogue<FeedbackState, { readonly about?: About | null }, NoteFeedback> = {
  name: 'policy.feedback',
  version: 1,
  schema: State,
  finalSteps: ['done', 'nothingMeant'],
  idleMinutes: 10,
  needs(state, _turn, beginning): Readonly<Record<string, UnansweredQuery>> {
    if (state !== undefined) return {}
    const data = beginning?.data as FeedbackData | undefined
    const { letter = null, number = null } = data ?? {}
    return { about: { ask: 'policy.answerMeant', letter, number } }
  },
  start(turn, { about }, beginning): Taken {
    const { note } = beginning.data as FeedbackData
    if (about === undefined || about === null)
      return step({ step: 'nothingMeant' }, [{ text: texts.whichAnswer(), to: 'here' }])
    const effect: NoteFeedback = { kind: 'policy.noteFeedback', about, note }
    if (turn.by.chat.kind === 'group')
      return step({ step: 'done' }, [{ text: texts.notedInGroup(), to: 'here' }], [effect])
    if (note !== '') return step({ step: 'done' }, [{ text: texts.noted(about.question) }], [effect])
    return step({ step: 'noted', about }, [{ text: texts.notedAndWhat(about.question) }], [effect])
  },
  next(state, turn): Taken {
    if (state.step !== 'noted') return step(state)
    if (turn.kind === 'silence') return step({ step: 'done' })
    if (turn.kind !== 'say') return step({ step: 'done' }, [{ text: texts.enough() }])
    const note = turn.said.text.trim()
    return step(
      { step: 'done' },
      [{ text: texts.passedOn() }],
      [{ kind: 'policy.noteFeedback', about: state.about, note }],
    )
  },
  // What was asked was offered, not needed: nobody is asked again.
  resume: () => [],
}
