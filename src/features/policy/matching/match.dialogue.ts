import { z } from 'zod'
import { type Dialogue, type Say, type Step, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { withoutCalls } from '../said-to-us.ts'
import { isFlag, meantBy, type ToldFacts } from './company-facts.ts'
import type { Matched, MatchedOffer, MatchingEffect, MatchingQuery } from './matching.effects.ts'
import { matchingTexts as texts } from './matching.texts.ts'
import { choicesFor, nextQuestion } from './next-question.ts'
import { SIZES } from './profile-fields.ts'
import { readFacts } from './read-facts.ts'
import { type MatchData, readMatchAsk } from './read-match-ask.ts'

const Value = z.union([z.number(), z.string(), z.boolean()])
const State = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('asking'),
    /** The policy that was named; all of them where it is left out. */
    words: z.string().optional(),
    key: z.string(),
    told: z.record(z.string(), Value),
    skipped: z.array(z.string()),
    /** How often this was asked. */
    times: z.number(),
  }),
  z.object({ step: z.literal('shown') }),
  z.object({ step: z.literal('handedOver') }),
  z.object({ step: z.literal('left') }),
])
type MatchState = z.infer<typeof State>
type Asking = Extract<MatchState, { step: 'asking' }>
type Taken = Step<MatchState, MatchingEffect>
type Known = { readonly matched?: Matched }

const MOST_TIMES = 2
const MOST_IN_FULL = 2
/** Nobody fills in a form: after so many questions the rest is left for another day. */
const MOST_QUESTIONS = 8

/** “我能申请哪些政策”, “我们符合 X 吗”: what is met, missed and not known, and the one question that decides most. */
export const matchDialogue: Dialogue<MatchState, Known, MatchingEffect> = {
  name: 'policy.match',
  version: 1,
  schema: State,
  finalSteps: ['shown', 'handedOver', 'left'],
  idleMinutes: 60,
  needs(state, turn, beginning): Readonly<Record<string, MatchingQuery>> {
    if (state === undefined) {
      const { words } = (beginning?.data ?? {}) as MatchData
      return { matched: { ask: 'policy.match', told: {}, ...(words === undefined ? {} : { words }) } }
    }
    if (state.step !== 'asking') return {}
    const { words } = askedAnew(turn) ?? state
    const told = { ...state.told, ...toldIn(state, turn) }
    return { matched: { ask: 'policy.match', told, ...(words === undefined ? {} : { words }) } }
  },
  start: (turn, { matched }, beginning) => begin((beginning.data ?? {}) as MatchData, {}, matched, turn),
  next(state, turn, { matched }): Taken {
    if (state.step !== 'asking') return step<MatchState, MatchingEffect>(state)
    // Another policy is asked about while a question about the first is open.
    const anew = askedAnew(turn)
    if (anew !== undefined) return begin(anew, state.told, matched, turn)
    const told = toldIn(state, turn)
    const isTold = Object.keys(told).length > 0
    if (isTold && matched !== undefined) {
      const whole = { ...state, told: { ...state.told, ...told } }
      return goOn(whole, matched, texts.noted(told), [{ kind: 'policy.keepFacts', facts: told }], turn)
    }
    switch (turn.kind) {
      case 'silence':
        return step<MatchState, MatchingEffect>({ step: 'left' })
      case 'cancel':
      case 'no':
        return step<MatchState, MatchingEffect>({ step: 'left' }, [{ text: texts.stopped() }])
      case 'skip':
        return pass(state, matched, turn)
      case 'choose':
        return turn.choice === 'skip' ? pass(state, matched, turn) : again(state, matched, turn)
      default:
        return again(state, matched, turn)
    }
  },
  choices: (state) => (state.step === 'asking' ? choicesFor(state.key) : []),
  resume: (state) =>
    state.step === 'asking' ? [{ text: texts.ask(state.key, 1, true), choices: choicesFor(state.key) }] : [],
}

/** Everything that is known by now, for all policies or the one that was named. */
function begin({ words }: MatchData, told: ToldFacts, matched: Matched | undefined, turn: Turn): Taken {
  if (matched === undefined || matched.offers.length === 0) {
    if (words === undefined) return step({ step: 'shown' }, [{ text: texts.nothingMarked() }])
    const said = 'said' in turn ? turn.said : undefined
    const question = said === undefined ? words : withoutCalls(said.text)
    const sources = said?.pieces.map(({ message }) => message) ?? []
    return step({ step: 'handedOver' }, [], [{ kind: 'policy.askInstead', question, sources }])
  }
  const text = texts.result(matched, isDetailed(words, matched), dayOf(turn.by.at))
  return goOn({ told, skipped: [], ...(words === undefined ? {} : { words }) }, matched, text, [], turn, true)
}

/** A name that several policies bear gets a line for each. */
const isDetailed = (words: string | undefined, { offers }: Matched) =>
  words !== undefined && offers.length <= MOST_IN_FULL

const askedAnew = (turn: Turn): MatchData | undefined =>
  turn.kind === 'say' ? readMatchAsk(withoutCalls(turn.said.text), turn.by.chat.kind === 'group') : undefined

/** What this turn says of the company, read as an answer to what was asked. */
function toldIn(state: MatchState, turn: Turn): ToldFacts {
  if (state.step !== 'asking') return {}
  const { key } = state
  if (isFlag(key) && (turn.kind === 'yes' || turn.kind === 'no'))
    return { [key]: meantBy(key, turn.kind === 'yes') }
  if (turn.kind === 'choose') {
    const size = SIZES.find((one) => one === turn.choice)
    return key === 'size' && size !== undefined ? { size } : {}
  }
  // 没有 may be a skip elsewhere, and a bare 1 a yes; here both answer.
  return 'said' in turn && turn.said !== undefined && turn.kind !== 'cancel'
    ? readFacts(turn.said.text, dayOf(turn.by.at), key)
    : {}
}

type SoFar = Pick<Asking, 'told' | 'skipped' | 'words'>

/** The text, and the question that decides most of what is still open; where none is left, the result. */
function goOn(
  { told, skipped, words }: SoFar,
  matched: Matched,
  text: string,
  effects: readonly MatchingEffect[],
  turn: Turn,
  isResult = false,
): Taken {
  const asked = Object.keys(told).length + skipped.length
  const question = asked >= MOST_QUESTIONS ? undefined : nextQuestion(matched.offers, skipped)
  if (question === undefined) {
    const result = !isResult
      ? [text, texts.result(matched, isDetailed(words, matched), dayOf(turn.by.at))]
      : [text]
    const remind =
      matched.reminded !== 'me' && matched.company !== undefined && matched.offers.some(isAwaited)
        ? [texts.offerReminder()]
        : []
    const stranger = matched.company === undefined && asked > 0 ? [texts.withoutCompany()] : []
    return step(
      { step: 'shown' },
      [{ text: [...result, ...stranger, ...remind, texts.disclaimer()].join('\n') }],
      effects,
    )
  }
  const { key, decides } = question
  const state: MatchState = {
    step: 'asking',
    key,
    told,
    skipped,
    times: 1,
    ...(words === undefined ? {} : { words }),
  }
  const progress = !isResult ? texts.progress(matched) : undefined
  const lines = [text, ...(progress === undefined ? [] : [progress]), texts.ask(key, decides, isResult)]
  const says: readonly Say[] = [{ text: lines.join('\n'), choices: choicesFor(key) }]
  return step(state, says, effects)
}

const isAwaited = ({ fit, offer }: MatchedOffer) => fit !== 'misses' && offer.closesOn !== null

function pass(state: Asking, matched: Matched | undefined, turn: Turn): Taken {
  if (matched === undefined) return step({ step: 'left' }, [{ text: texts.stopped() }])
  return goOn({ ...state, skipped: [...state.skipped, state.key] }, matched, texts.passed(), [], turn)
}

/** Not understood: asked once more, then passed over. */
function again(state: Asking, matched: Matched | undefined, turn: Turn): Taken {
  if (state.times >= MOST_TIMES) return pass(state, matched, turn)
  const next: MatchState = { ...state, times: state.times + 1 }
  return step(next, [
    { text: `${texts.notUnderstood()}${texts.ask(state.key, 1, true)}`, choices: choicesFor(state.key) },
  ])
}
