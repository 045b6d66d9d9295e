import { z } from 'zod'
import { type Dialogue, type Query, type Say, type Step, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { type Appeal, type CloseKind, closeKinds } from '../appeal.ts'
import { formatNumber, shortNumber, yearOf } from '../appeal-number.ts'
import type { AppealsEffect, FollowUpAnswer, Lookup } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { type AppealNumber, findAppealNumber } from '../reading/appeal-numbers.ts'
import { readMatter } from '../reading/read-matter.ts'
import { looksLikeSmallTalk } from '../reading/small-talk.ts'
import {
  againChoices,
  outcomeChoices,
  satisfactionChoices,
  followUpTexts as texts,
} from './follow-up.texts.ts'
import { readOutcome, readSatisfaction, saysWhy } from './read-outcome.ts'
import { spoken } from './status.dialogue.ts'

const Outcome = z.enum(['solved', 'partly', 'unsolved'])
const Satisfaction = z.enum(['satisfied', 'unsatisfied'])
const About = {
  number: z.string(),
  summary: z.string(),
  unit: z.string().nullable(),
  done: z.string(),
  closeKind: z.enum(closeKinds),
  /** When it closes by itself, said the second time it is asked. */
  closesAt: z.iso.datetime().nullable(),
}
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('asking'), ...About }),
  z.object({ step: z.literal('rating'), ...About, outcome: Outcome }),
  /** Solved, but badly done. */
  z.object({ step: z.literal('explaining'), ...About, outcome: Outcome }),
  /** Not solved, or not all of it: whether it is to go on, and what is missing. */
  z.object({
    step: z.literal('deciding'),
    ...About,
    outcome: Outcome,
    satisfaction: Satisfaction.nullable(),
  }),
  z.object({ step: z.literal('answered') }),
  z.object({ step: z.literal('unanswered') }),
])
export type FollowUpState = z.infer<typeof State>
type FollowUpStep = Step<FollowUpState, AppealsEffect>
type Open = Extract<FollowUpState, { step: 'asking' | 'rating' | 'explaining' | 'deciding' }>

/** What is handed over when the asker is asked. */
export interface FollowUpInvitation {
  readonly number: string
  readonly summary: string
  readonly unit: string | null
  readonly done: string
  readonly closeKind?: CloseKind
  /** ISO 8601: asked for the second time, and by when it closes without an answer. */
  readonly closesAt?: string
  /** Said already, while another one was being asked about. */
  readonly outcome?: FollowUpAnswer['outcome']
}

interface Known {
  readonly own?: readonly Appeal[]
  readonly lookup?: Lookup
}

/** After so long the question is over; before it is asked once more (three working days end later than this). */
const IDLE_HOURS = 60

/** 回访: the asker says whether it is solved; 没解决 and 部分解决 bring it back when they want it so. */
export const followUpDialogue: Dialogue<FollowUpState, Known, AppealsEffect> = {
  name: 'appeals.follow-up',
  version: 2,
  schema: State,
  finalSteps: ['answered', 'unanswered'],
  idleMinutes: IDLE_HOURS * 60,

  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    if (state !== undefined || turn.kind === 'invited') return {}
    const number = (beginning?.data as { number?: AppealNumber } | undefined)?.number
    return number === undefined
      ? { own: { ask: 'appeals.own' } }
      : { lookup: { ask: 'appeals.lookup', number } as Query }
  },

  start(turn, known, beginning) {
    if (turn.kind === 'invited') return invited(turn.data as FollowUpInvitation, turn.by.at)
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
    // What closed by itself can still be answered, and opened again for a while.
    if (appeal.status !== 'resolved' && appeal.status !== 'closed') return say(texts.notResolved(appeal))
    const state: Open = {
      step: 'asking',
      number: appeal.number,
      summary: appeal.summary,
      unit: null,
      done: appeal.resolution ?? '',
      closeKind: appeal.closeKind ?? 'fixed',
      closesAt: null,
    }
    return advanceFollowUp(state, turn)
  },

  next: (state, turn) =>
    state.step === 'answered' || state.step === 'unanswered' ? step(state) : advanceFollowUp(state, turn),

  choices: (state) =>
    state.step === 'asking'
      ? outcomeChoices
      : state.step === 'rating'
        ? satisfactionChoices
        : state.step === 'deciding'
          ? againChoices
          : [],

  /** Several may be asked about at once: a number says which is meant. */
  claims(state, said) {
    const number = findAppealNumber(said.text)
    if (number === undefined || !('number' in state)) return 'other'
    const year = number.year === undefined ? '' : String(number.year)
    const isMine = state.number.startsWith(year) && Number(shortNumber(state.number)) === number.serial
    return isMine ? 'mine' : 'other'
  },

  resume(state): readonly Say[] {
    switch (state.step) {
      case 'asking':
        return [{ text: texts.askAgain(state.number, state.summary), choices: outcomeChoices }]
      case 'rating':
        return [{ text: texts.satisfied(state.number), choices: satisfactionChoices }]
      case 'explaining':
        return [{ text: texts.whyUnsatisfied() }]
      case 'deciding':
        return [{ text: texts.again(state.outcome), choices: againChoices }]
      default:
        return []
    }
  },
}

function invited(data: FollowUpInvitation, now: Date): FollowUpStep {
  const { number, summary, unit, done, closeKind = 'fixed', closesAt = null, outcome } = data
  const state: Open = { step: 'asking', number, summary, unit, done, closeKind, closesAt }
  if (outcome !== undefined) return withOutcome(state, outcome)
  const text =
    closesAt === null
      ? texts.ask(number, summary, unit, done, closeKind)
      : texts.askBeforeClosing(number, summary, done, new Date(closesAt), now)
  return step<FollowUpState, AppealsEffect>(state, [{ text, choices: outcomeChoices }])
}

const stay = (state: Open): FollowUpStep => step(state, followUpDialogue.resume(state))

function rate(state: Open, answer: FollowUpAnswer): FollowUpStep {
  return step<FollowUpState, AppealsEffect>(
    { step: 'answered' },
    [],
    [{ kind: 'appeals.rate', number: state.number, answer }],
  )
}

const withOutcome = (state: Open, outcome: FollowUpAnswer['outcome']): FollowUpStep =>
  outcome === 'unsolved'
    ? stay({ ...about(state), step: 'deciding', outcome, satisfaction: 'unsatisfied' })
    : stay({ ...about(state), step: 'rating', outcome })

const about = ({ number, summary, unit, done, closeKind, closesAt }: Open) => ({
  number,
  summary,
  unit,
  done,
  closeKind,
  closesAt,
})

function advanceFollowUp(state: Open, turn: Turn): FollowUpStep {
  if (turn.kind === 'silence' || turn.kind === 'cancel') return leave(state, turn.kind)
  const other = anotherNumber(state, turn)
  if (other !== undefined) return other
  switch (state.step) {
    case 'explaining':
      return explain(state, turn)
    case 'rating':
      return satisfy(state, turn)
    case 'deciding':
      return decide(state, turn)
    default: {
      const outcome = outcomeOf(turn)
      if (outcome === undefined) return anotherMatter(state, turn) ?? stay(state)
      return saidInOne(state, outcome, turn) ?? withOutcome(state, outcome)
    }
  }
}

/** 没解决，晚上又停了 and 解决了，很满意 leave nothing to be asked. */
function saidInOne(state: Open, outcome: FollowUpAnswer['outcome'], turn: Turn): FollowUpStep | undefined {
  if (turn.kind !== 'say') return undefined
  const text = turn.said.text.trim()
  if (outcome === 'unsolved' && saysWhy(text) && !LEAVES_IT.test(text))
    return rate(state, { outcome, satisfaction: 'unsatisfied', note: text, again: true })
  if (outcome === 'solved' && /满意/.test(text) && readSatisfaction(text) === 'satisfied')
    return rate(state, { outcome, satisfaction: 'satisfied', note: null, again: false })
  return undefined
}

/** What was said so far counts. Whoever said 没解决 and then nothing more wants it solved. */
function leave(state: Open, how: 'silence' | 'cancel'): FollowUpStep {
  switch (state.step) {
    case 'rating':
      return rate(state, { outcome: state.outcome, satisfaction: null, note: null, again: false })
    case 'explaining':
      return rate(state, { outcome: state.outcome, satisfaction: 'unsatisfied', note: null, again: false })
    case 'deciding': {
      const { outcome, satisfaction } = state
      return rate(state, {
        outcome,
        satisfaction,
        note: null,
        again: how === 'silence' && outcome === 'unsolved',
      })
    }
    default:
      // The unit's word stands, and the appeal stays resolved until somebody says otherwise or its time is up.
      return step({ step: 'unanswered' })
  }
}

/** 0307 解决了, while 0312 is being asked about: only what is named is meant. */
function anotherNumber(state: Open, turn: Turn): FollowUpStep | undefined {
  if (turn.kind !== 'say') return undefined
  const number = findAppealNumber(turn.said.text)
  const outcome = readOutcome(turn.said.text)
  if (number === undefined || outcome === undefined) return undefined
  // On the other side of New Year the short number is still the one that was asked about.
  if (number.year === undefined && Number(shortNumber(state.number)) === number.serial) return undefined
  if (formatNumber(number.year ?? yearOf(turn.by.at), number.serial) === state.number) return undefined
  return step<FollowUpState, AppealsEffect>(state, [], [{ kind: 'appeals.answer-other', number, outcome }])
}

function outcomeOf(turn: Turn): FollowUpAnswer['outcome'] | undefined {
  if (turn.kind === 'yes') return 'solved'
  if (turn.kind === 'no') return 'unsolved'
  if (turn.kind === 'choose') return Outcome.safeParse(turn.choice).data
  return turn.kind === 'say' ? readOutcome(turn.said.text) : undefined
}

function satisfy(state: Extract<Open, { step: 'rating' }>, turn: Turn): FollowUpStep {
  const { outcome } = state
  const satisfaction = satisfactionOf(turn)
  if (satisfaction === undefined && turn.kind !== 'skip') return anotherMatter(state, turn) ?? stay(state)
  if (outcome !== 'solved')
    return stay({ ...about(state), step: 'deciding', outcome, satisfaction: satisfaction ?? null })
  if (satisfaction === 'unsatisfied') return stay({ ...state, step: 'explaining' })
  return rate(state, { outcome, satisfaction: satisfaction ?? null, note: null, again: false })
}

function satisfactionOf(turn: Turn): 'satisfied' | 'unsatisfied' | undefined {
  if (turn.kind === 'yes') return 'satisfied'
  if (turn.kind === 'no') return 'unsatisfied'
  if (turn.kind === 'choose') return Satisfaction.safeParse(turn.choice).data
  return turn.kind === 'say' ? readSatisfaction(turn.said.text) : undefined
}

const wordsOf = (turn: Turn) =>
  turn.kind === 'say' || turn.kind === 'yes' || turn.kind === 'no' ? (turn.said?.text.trim() ?? '') : ''

/** Solved but badly done is kept as unsatisfied. */
function explain(state: Extract<Open, { step: 'explaining' }>, turn: Turn): FollowUpStep {
  const said = wordsOf(turn)
  if (said === '' && turn.kind !== 'skip') return stay(state)
  const note = turn.kind === 'skip' ? null : said
  return rate(state, { outcome: state.outcome, satisfaction: 'unsatisfied', note, again: false })
}

/** 不行 says again that it is not solved; only 不用了 leaves it at that. */
const LEAVES_IT = /不用|不要|不必|不需要|不办|别办|算了|就这样|不麻烦/

/** Words say what is missing, and that it is to go on. */
function decide(state: Extract<Open, { step: 'deciding' }>, turn: Turn): FollowUpStep {
  const { outcome, satisfaction } = state
  const done = (again: boolean, note: string | null) => rate(state, { outcome, satisfaction, note, again })
  if (turn.kind === 'skip') return done(true, null)
  if (turn.kind === 'yes') return done(true, null)
  if (turn.kind === 'no' && (turn.said === undefined || LEAVES_IT.test(turn.said.text)))
    return done(false, null)
  if (turn.kind !== 'say') return stay(state)
  const { text } = turn.said
  if (text.length <= 12 && LEAVES_IT.test(text)) return done(false, null)
  return /^(?:请|要|还是)?(?:接着|继续|重新)办(?:理|吧)*[。.]?$/.test(text.trim())
    ? done(true, null)
    : done(true, text.trim())
}

/** Words that are plainly another matter are taken up as one, and the question can wait. */
function anotherMatter(state: Open, turn: Turn): FollowUpStep | undefined {
  if (turn.kind !== 'say' || looksLikeSmallTalk(turn.said.text)) return undefined
  const { text, pieces } = turn.said
  if (!readMatter(text.slice(0, 2_000)).isMatter) return undefined
  return step<FollowUpState, AppealsEffect>(state, [], [{ kind: 'appeals.begin', pieces }])
}
