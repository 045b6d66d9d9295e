import { z } from 'zod'
import { type Dialogue, type Query, type Say, type Step, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsEffect, FollowUpAnswer, Lookup } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { readMatter } from '../reading/read-matter.ts'
import { looksLikeSmallTalk } from '../reading/small-talk.ts'
import { outcomeChoices, satisfactionChoices, followUpTexts as texts } from './follow-up.texts.ts'
import { readOutcome, readSatisfaction } from './read-outcome.ts'
import { spoken } from './status.dialogue.ts'

const Outcome = z.enum(['solved', 'partly', 'unsolved'])
const About = { number: z.string(), summary: z.string(), unit: z.string().nullable(), done: z.string() }
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('asking'), ...About }),
  z.object({ step: z.literal('rating'), ...About, outcome: Outcome }),
  z.object({ step: z.literal('explaining'), ...About, outcome: Outcome }),
  z.object({ step: z.literal('answered') }),
  z.object({ step: z.literal('unanswered') }),
])
export type FollowUpState = z.infer<typeof State>
type FollowUpStep = Step<FollowUpState, AppealsEffect>
type Open = Extract<FollowUpState, { step: 'asking' | 'rating' | 'explaining' }>

/** What the unit's report hands over when the asker is asked. */
export interface FollowUpInvitation {
  readonly number: string
  readonly summary: string
  readonly unit: string | null
  readonly done: string
}

interface Known {
  readonly own?: readonly Appeal[]
  readonly lookup?: Lookup
}

/** 回访: the asker says whether it is solved. Nobody else closes it, and 没解决 brings it back. */
export const followUpDialogue: Dialogue<FollowUpState, Known, AppealsEffect> = {
  name: 'appeals.follow-up',
  version: 1,
  schema: State,
  finalSteps: ['answered', 'unanswered'],
  idleMinutes: 7 * 24 * 60,

  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    if (state !== undefined || turn.kind === 'invited') return {}
    const number = (beginning?.data as { number?: AppealNumber } | undefined)?.number
    return number === undefined
      ? { own: { ask: 'appeals.own' } }
      : { lookup: { ask: 'appeals.lookup', number } as Query }
  },

  start(turn, known, beginning) {
    if (turn.kind === 'invited') {
      const state: FollowUpState = { step: 'asking', ...(turn.data as FollowUpInvitation) }
      return step(state, followUpDialogue.resume(state))
    }
    const { number } = beginning.data as { number?: AppealNumber }
    const say = (text: string) => step<FollowUpState, AppealsEffect>({ step: 'unanswered' }, [{ text }])
    const { lookup } = known
    if (lookup?.kind === 'last-year') return say(appealsTexts.lastYear(lookup.number))
    if (number !== undefined && (lookup?.kind !== 'found' || lookup.as !== 'asker'))
      return say(appealsTexts.notYours(spoken(number)))
    const waiting = (known.own ?? []).filter(({ status }) => status === 'resolved')
    if (number === undefined && waiting.length > 1) return say(texts.which(waiting))
    const appeal = lookup?.kind === 'found' ? lookup.appeal : waiting[0]
    if (appeal === undefined) return say(texts.nothingResolved())
    if (appeal.status !== 'resolved') return say(texts.notResolved(appeal))
    const state: Open = {
      step: 'asking',
      number: appeal.number,
      summary: appeal.summary,
      unit: null,
      done: appeal.resolution ?? '',
    }
    return advanceFollowUp(state, turn)
  },

  next: (state, turn) =>
    state.step === 'answered' || state.step === 'unanswered' ? step(state) : advanceFollowUp(state, turn),

  choices(state) {
    if (state.step === 'asking') return outcomeChoices
    return state.step === 'rating' ? satisfactionChoices : []
  },

  resume(state): readonly Say[] {
    switch (state.step) {
      case 'asking':
        return [
          { text: texts.ask(state.number, state.summary, state.unit, state.done), choices: outcomeChoices },
        ]
      case 'rating':
        return [{ text: texts.satisfied(state.number), choices: satisfactionChoices }]
      case 'explaining':
        return [{ text: state.outcome === 'solved' ? texts.whyUnsatisfied() : texts.why() }]
      default:
        return []
    }
  },
}

const stay = (state: Open): FollowUpStep => step(state, followUpDialogue.resume(state))

function rate(state: Open, answer: FollowUpAnswer): FollowUpStep {
  return step<FollowUpState, AppealsEffect>(
    { step: 'answered' },
    [],
    [{ kind: 'appeals.rate', number: state.number, answer }],
  )
}

function advanceFollowUp(state: Open, turn: Turn): FollowUpStep {
  // The unit's word stands, and the appeal stays resolved until somebody says otherwise.
  if (turn.kind === 'silence' || turn.kind === 'cancel') return step({ step: 'unanswered' })
  if (state.step === 'explaining') return explain(state, turn)
  if (state.step === 'rating') return satisfy(state, turn)
  const outcome = outcomeOf(turn)
  if (outcome === undefined) return anotherMatter(state, turn) ?? stay(state)
  return outcome === 'unsolved'
    ? stay({ ...state, step: 'explaining', outcome })
    : stay({ ...state, step: 'rating', outcome })
}

function outcomeOf(turn: Turn): FollowUpAnswer['outcome'] | undefined {
  if (turn.kind === 'yes') return 'solved'
  if (turn.kind === 'no') return 'unsolved'
  if (turn.kind === 'choose') return Outcome.safeParse(turn.choice).data
  return turn.kind === 'say' ? readOutcome(turn.said.text) : undefined
}

function satisfy(state: Extract<Open, { step: 'rating' }>, turn: Turn): FollowUpStep {
  const { outcome } = state
  const told =
    turn.kind === 'yes'
      ? 'satisfied'
      : turn.kind === 'no'
        ? 'unsatisfied'
        : turn.kind === 'choose'
          ? turn.choice
          : undefined
  const satisfaction = told ?? (turn.kind === 'say' ? readSatisfaction(turn.said.text) : undefined)
  if (satisfaction === 'satisfied') return rate(state, { outcome, satisfaction, note: null, again: false })
  if (satisfaction === 'unsatisfied') return stay({ ...state, step: 'explaining' })
  if (turn.kind === 'skip') return rate(state, { outcome, satisfaction: null, note: null, again: false })
  return anotherMatter(state, turn) ?? stay(state)
}

/** Solved but badly done is kept as unsatisfied; anything still open goes back to whoever had it. */
function explain(state: Extract<Open, { step: 'explaining' }>, turn: Turn): FollowUpStep {
  const said =
    turn.kind === 'say' || turn.kind === 'yes' || turn.kind === 'no' ? (turn.said?.text.trim() ?? '') : ''
  if (said === '' && turn.kind !== 'skip') return stay(state)
  const { outcome } = state
  const note = turn.kind === 'skip' ? null : said
  return rate(state, { outcome, satisfaction: 'unsatisfied', note, again: outcome !== 'solved' })
}

/** Words that are plainly another matter are taken up as one, and the question can wait. */
function anotherMatter(state: Open, turn: Turn): FollowUpStep | undefined {
  if (turn.kind !== 'say' || looksLikeSmallTalk(turn.said.text)) return undefined
  const { text, pieces } = turn.said
  if (!readMatter(text.slice(0, 2_000)).isMatter) return undefined
  return step<FollowUpState, AppealsEffect>(state, [], [{ kind: 'appeals.begin', pieces }])
}
