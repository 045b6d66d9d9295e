import { z } from 'zod'
import { type Dialogue, type Say, type Step, step } from '../../../conversation/dialogue.ts'
import type { Said } from '../../../conversation/said.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { SURE } from './answer-from.ts'
import type { AnswersEffect, AnswersQuery } from './answers.effects.ts'
import { answersTexts as texts } from './answers.texts.ts'
import type { Consulted } from './consult.ts'
import { readOfferReply } from './offer-reply.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('answered') }),
  z.object({ step: z.literal('unanswered') }),
  /** `question` was not found; `sources` are its messages; `asked` how often we asked whether to file it. */
  z.object({
    step: z.literal('offering'),
    question: z.string(),
    sources: z.array(z.string()),
    asked: z.number(),
  }),
  z.object({ step: z.literal('handedOver') }),
  z.object({ step: z.literal('left') }),
])
type AnswerState = z.infer<typeof State>
type Offering = Extract<AnswerState, { step: 'offering' }>
type Known = { readonly consulted?: Consulted }
type Taken = Step<AnswerState, AnswersEffect>

const MOST_ASKED = 2

const choices = () => [
  { id: 'yes', label: texts.offerLabels.yes },
  { id: 'no', label: texts.offerLabels.no },
]

/** A question about a rule: answered in the documents' words, or honestly not, with the offer to file it. */
export const answerDialogue: Dialogue<AnswerState, Known, AnswersEffect> = {
  name: 'policy.answer',
  version: 1,
  schema: State,
  finalSteps: ['answered', 'unanswered', 'handedOver', 'left'],
  idleMinutes: 30,
  needs(state, turn): Readonly<Record<string, AnswersQuery>> {
    const said = saidIn(turn)
    if (said === undefined || (state !== undefined && readOfferReply(said.text) !== 'another-question'))
      return {}
    return { consulted: { ask: 'policy.consult', question: questionIn(said) } }
  },
  start: (turn, { consulted }, { onTop }) => tell(turn, consulted, onTop),
  next(state, turn, { consulted }) {
    if (state.step !== 'offering') return step<AnswerState, AnswersEffect>(state)
    switch (turn.kind) {
      case 'yes':
        return handOver(state.question, state.sources)
      case 'silence':
        return step<AnswerState, AnswersEffect>({ step: 'left' })
      case 'say':
        return reply(state, turn, consulted)
      case 'no':
      case 'skip':
      case 'cancel':
        return step<AnswerState, AnswersEffect>({ step: 'left' }, [{ text: texts.declined() }])
      default:
        return again(state)
    }
  },
  choices: (state) => (state.step === 'offering' ? choices() : []),
  resume: (state) =>
    state.step === 'offering' ? [{ text: texts.offerAgain(state.question), choices: choices() }] : [],
}

function tell(turn: Turn, consulted: Consulted | undefined, onTop: boolean): Taken {
  const said = saidIn(turn)
  if (consulted === undefined || said === undefined) return step({ step: 'unanswered' })
  const { outcome, isPublic, askedDay } = consulted
  const dated = (text: string) => (askedDay === undefined ? text : texts.forDay(askedDay, text))
  if (outcome.kind === 'answered') {
    const [first] = outcome.citations
    const inGroup = turn.by.chat.kind === 'group' && first !== undefined
    const text = inGroup ? texts.briefly(first, outcome.confidence >= SURE) : outcome.text
    // Only what everybody may read is a public document's quote; the gate looks at everything else.
    const origin = isPublic ? 'publicDocument' : 'automatic'
    return step({ step: 'answered' }, [{ text: dated(text), to: 'here', origin }])
  }
  if (onTop) return step({ step: 'unanswered' }, [{ text: texts.later(dated(outcome.text)), to: 'here' }])
  const says: Say[] =
    turn.by.chat.kind === 'group'
      ? [
          { text: dated(outcome.text), to: 'here' },
          { text: texts.offer(), choices: choices() },
        ]
      : [{ text: `${dated(outcome.text)}\n${texts.offer()}`, choices: choices() }]
  const sources = said.pieces.map(({ message }) => message)
  return step({ step: 'offering', question: questionIn(said), sources, asked: 1 }, says)
}

function reply(
  state: Offering,
  turn: Extract<Turn, { kind: 'say' }>,
  consulted: Consulted | undefined,
): Taken {
  const words = questionIn(turn.said)
  const sources = [...state.sources, ...turn.said.pieces.map(({ message }) => message)]
  switch (readOfferReply(turn.said.text)) {
    case 'another-question':
      return tell(turn, consulted, false)
    case 'matter':
      return handOver(`${state.question}\n${words}`, sources)
    case 'leave-it':
      return step({ step: 'left' }, [{ text: texts.declined() }])
    case 'unclear':
      return again(state)
  }
}

/** Not understood: asked once more, then left, so that nobody is asked for ever. */
function again(state: Offering): Taken {
  if (state.asked >= MOST_ASKED) return step({ step: 'left' }, [{ text: texts.declined() }])
  return step({ ...state, asked: state.asked + 1 }, answerDialogue.resume(state))
}

const handOver = (text: string, sources: readonly string[]): Taken =>
  step({ step: 'handedOver' }, [], [{ kind: 'policy.beginAppeal', text, sources }])

const saidIn = (turn: Turn): Said | undefined => ('said' in turn ? turn.said : undefined)

/** Without the names it was called by. */
function questionIn(said: Said): string {
  return said.text.replace(/[@＠][^\s@＠]{1,24}(?:\s|$)/gu, ' ').trim()
}
