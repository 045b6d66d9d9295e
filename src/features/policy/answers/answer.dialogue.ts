import { z } from 'zod'
import { type Beginning, type Dialogue, type Say, type Step, step } from '../../../conversation/dialogue.ts'
import type { Said } from '../../../conversation/said.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { withoutCalls } from '../said-to-us.ts'
import type { AnswersEffect, AnswersQuery } from './answers.effects.ts'
import { answersTexts as texts } from './answers.texts.ts'
import type { Consulted } from './consult.ts'
import { readOfferReply } from './offer-reply.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('answered') }),
  z.object({ step: z.literal('unanswered') }),
  /** A model words the answer; it comes as a dialogue of its own. */
  z.object({ step: z.literal('beingWritten') }),
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

/** What another desk, or an errand that is back, begins it with. */
const Handed = z.object({
  question: z.string(),
  sources: z.array(z.string()).default([]),
  /** Made by this house moments ago and kept in its own database meanwhile. */
  consulted: z.custom<Consulted>((value) => typeof value === 'object' && value !== null).optional(),
  quoted: z.literal(true).optional(),
})
type Asked = { readonly question: string; readonly sources: readonly string[] }

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
  finalSteps: ['answered', 'unanswered', 'beingWritten', 'handedOver', 'left'],
  idleMinutes: 30,
  needs(state, turn, beginning): Readonly<Record<string, AnswersQuery>> {
    const said = saidIn(turn)
    if (said !== undefined) {
      if (state !== undefined && readOfferReply(said.text) !== 'another-question') return {}
      return { consulted: { ask: 'policy.consult', question: withoutCalls(said.text) } }
    }
    const handed = handedIn(beginning)
    if (handed === undefined || handed.consulted !== undefined) return {}
    const quoted = handed.quoted === undefined ? {} : { quoted: handed.quoted }
    return { consulted: { ask: 'policy.consult', question: handed.question, ...quoted } }
  },
  start(turn, known, beginning) {
    const said = saidIn(turn)
    const handed = said === undefined ? handedIn(beginning) : undefined
    const consulted = handed?.consulted ?? known.consulted
    const asked = said === undefined ? handed : askedIn(said)
    if (consulted === undefined || asked === undefined) return step({ step: 'unanswered' })
    return tell(turn, asked, consulted, beginning.onTop)
  },
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

function tell(turn: Turn, { question, sources }: Asked, consulted: Consulted, onTop: boolean): Taken {
  const { outcome, isPublic, askedDay } = consulted
  if (consulted.isIncomplete) return step({ step: 'unanswered' }, [{ text: texts.askWhich(), to: 'here' }])
  if (consulted.writing)
    return step(
      { step: 'beingWritten' },
      [],
      [{ kind: 'policy.write', question: consulted.question, sources: [...sources] }],
    )
  const inGroup = turn.by.chat.kind === 'group'
  const dated = (text: string) => (askedDay === undefined ? text : texts.forDay(askedDay, text))
  const told = dated(inGroup ? briefly(consulted) : outcome.text)
  // Only what everybody may read is a public document's quote; the gate looks at everything else.
  const origin = isPublic ? ('publicDocument' as const) : ('automatic' as const)
  const quoting = outcome.citations.length > 0 ? { origin } : {}
  const note: AnswersEffect = {
    kind: 'policy.noteAsking',
    asking: {
      question: consulted.question,
      tier: outcome.tier,
      cited: outcome.citations.map(({ document, position }) => ({ document, position })),
      told,
      written: outcome.kind === 'answered' && outcome.written === true,
    },
  }
  if (outcome.kind === 'answered')
    return step({ step: 'answered' }, [{ text: told, to: 'here', ...quoting }], [note])
  if (onTop)
    return step({ step: 'unanswered' }, [{ text: texts.later(told), to: 'here', ...quoting }], [note])
  const offered = `${texts.noted()}\n${texts.offer()}`
  const says: Say[] = inGroup
    ? [
        { text: told, to: 'here', ...quoting },
        { text: offered, choices: choices() },
      ]
    : [{ text: `${told}\n${offered}`, choices: choices(), ...quoting }]
  return step({ step: 'offering', question, sources: [...sources], asked: 1 }, says, [note])
}

function briefly({ outcome }: Consulted): string {
  const [first] = outcome.citations
  if (outcome.kind === 'answered')
    return (
      outcome.brief ?? (first === undefined ? outcome.text : texts.briefly(first, outcome.tier === 'sure'))
    )
  return first === undefined ? outcome.text : texts.nearestBriefly(first)
}

function reply(
  state: Offering,
  turn: Extract<Turn, { kind: 'say' }>,
  consulted: Consulted | undefined,
): Taken {
  const { question, sources } = askedIn(turn.said)
  switch (readOfferReply(turn.said.text)) {
    case 'another-question':
      return consulted === undefined ? again(state) : tell(turn, { question, sources }, consulted, false)
    case 'matter':
      return handOver(`${state.question}\n${question}`, [...state.sources, ...sources])
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

const handedIn = (beginning: Beginning | undefined) => Handed.safeParse(beginning?.data).data

const askedIn = (said: Said): Asked => ({
  question: withoutCalls(said.text),
  sources: said.pieces.map(({ message }) => message),
})
