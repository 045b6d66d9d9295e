import type { Dialogue, Facts, Query, Say, Step } from '../../conversation/dialogue.ts'
import { step } from '../../conversation/dialogue.ts'
import type { Turn } from '../../conversation/turn.ts'
import type { Directory } from '../../kernel/directory.ts'
import { may } from '../../kernel/person.ts'
import { readThanks } from '../../kernel/small-talk.ts'
import type { Occasion, Standing } from '../../kernel/standing.ts'
import type { Answered } from './answers/answered.ts'
import { refusalTexts } from './answers/refusal.texts.ts'
import { type AskEffect, type AskQuery, type ModelQuery, standingQuery } from './ask.effects.ts'
import { askTexts as texts } from './ask.texts.ts'
import { AskData, AskState, type Pending, pendingOf } from './ask-state.ts'
import { settleAsked } from './asking/settle.ts'
import type { Settled } from './asking/settled.ts'
import type { Figure } from './figures/figure.ts'

type AskStep = Step<AskState, AskEffect>

interface Known {
  readonly directory?: Directory
  readonly occasions?: readonly Occasion[]
  /** The last answer that is gone on with. */
  readonly before?: Figure | undefined
  /** The figure that is named. */
  readonly named?: Figure | undefined
  readonly standing?: Standing
  readonly answered?: Answered
  /** There is a model to read what the grammar cannot. */
  readonly hasModel?: boolean
}

const ANSWERED: AskState = { step: 'answered' }

/**
 * 领导问: a question and its answer. What goes on with an answer begins anew with the last figure: nothing stays open
 * but a choice between several that may be meant.
 */
export const askDialogue: Dialogue<AskState, Known, AskEffect> = {
  name: 'oversight.ask',
  version: 2,
  schema: AskState,
  upgrade: () => ANSWERED,
  finalSteps: ['answered'],
  // A choice goes stale: the next question should begin anew rather than be read against an old one.
  idleMinutes: 15,

  needs(state, turn, beginning, facts): Readonly<Record<string, Query>> {
    const pending = pendingOf(state, turn, beginning)
    if (pending === undefined || !mayAsk(turn)) return {}
    const known = facts as Known
    const wanted: Record<string, Query> = { directory: { ask: 'membership.directory' } }
    if (pending.kind === 'asked') {
      wanted.occasions = { ask: 'donations.occasions' }
      wanted.before = figureQuery(pending.figure)
    }
    const settled = settle(pending, turn, known, facts)
    if (settled?.kind === 'question') {
      const standing = standingQuery(settled.question)
      if (standing !== undefined) wanted.standing = standing
      if (standing === undefined || 'standing' in facts)
        wanted.answered = asking({
          ask: 'oversight.look',
          question: settled.question,
          heard: settled.heard,
          wantsOthers: pending.kind === 'asked' && pending.asked.wantsOthers,
          standing: known.standing,
        })
    }
    if (settled?.kind === 'unclear' && mayReadAgain(pending)) {
      const query: ModelQuery = { ask: 'oversight.hasModel' }
      wanted.hasModel = query
    }
    if (settled?.kind === 'follow-up') {
      const { act } = settled
      const named = 'figure' in act ? act.figure : null
      if (named !== null) wanted.named = figureQuery(named)
      const figure = named === null ? known.before : known.named
      if (named === null || 'named' in facts) {
        // A sheet or picture of what another feature keeps is made of what it says now.
        const isMade = act.act === 'sheet' || act.act === 'chart'
        const standing = isMade && figure !== undefined ? standingQuery(figure.question) : undefined
        if (standing !== undefined) wanted.standing = standing
        if (standing === undefined || 'standing' in facts)
          wanted.answered = asking({
            ask: 'oversight.follow',
            act,
            figure: figure?.number ?? named,
            standing: known.standing,
          })
      }
    }
    return wanted
  },

  start(turn, known, beginning) {
    const inGroup = turn.by.chat.kind === 'group'
    if (!mayAsk(turn)) return step(ANSWERED, [{ text: refusalTexts.notAllowed(), to: 'here' }])
    const taken = answer({ kind: 'asked', ...AskData.parse(beginning.data) }, turn, known)
    // Answers are for the asker alone; a group only hears that there is one.
    return inGroup ? { ...taken, says: [...taken.says, { text: texts.inPrivate(), to: 'here' }] } : taken
  },

  next(state, turn, known) {
    if (state.step === 'answered') return step(state)
    if (turn.kind === 'silence') return step(ANSWERED)
    if (turn.kind === 'cancel' || turn.kind === 'no' || turn.kind === 'skip')
      return step(ANSWERED, [{ text: texts.ended() }])
    const pending = pendingOf(state, turn, undefined)
    if (pending !== undefined) return answer(pending, turn, known)
    if (turn.kind !== 'say') return again(state)
    return step(ANSWERED, [{ text: readThanks(turn.said.text) ? texts.thanks() : texts.notChosen() }])
  },

  choices: (state) =>
    state.step === 'choosing' ? state.options.map(({ label }, i) => ({ id: `option-${i}`, label })) : [],
  /** Whoever has gone on to something else has no use for the choice any more. */
  standsAlone: (state) => state.step === 'choosing',
  resume: (state) => (state.step === 'choosing' ? again(state).says : []),
}

export const mayAsk = ({ by }: Pick<Turn, 'by'>) =>
  may(by.person, 'appeal.see-all') || may(by.person, 'appeal.see-in-scope')

const asking = (query: AskQuery): AskQuery => query
const figureQuery = (number: number | null): AskQuery => ({ ask: 'oversight.figure', number })

/** Nothing while what it takes is still being looked up. */
function settle(pending: Pending, turn: Turn, known: Known, facts: Facts): Settled | undefined {
  if (pending.kind === 'question') return { kind: 'question', question: pending.question, heard: [] }
  const { directory, occasions = [], before } = known
  if (directory === undefined || !('before' in facts)) return undefined
  return settleAsked(pending.asked, {
    directory,
    occasions,
    previous: before?.question ?? null,
    ...(before === undefined ? {} : { shown: before.shown }),
    at: turn.by.at,
  })
}

function answer(pending: Pending, turn: Turn, known: Known): AskStep {
  const settled = settle(pending, turn, known, { before: null })
  if (settled === undefined) return step(ANSWERED, [{ text: texts.ended() }])
  if (settled.kind === 'unclear' && known.hasModel === true && pending.kind === 'asked')
    return step<AskState, AskEffect>(
      ANSWERED,
      [],
      [{ kind: 'oversight.readAgain', data: { asked: pending.asked, figure: pending.figure } }],
    )
  if (settled.kind === 'unclear')
    return step(ANSWERED, [{ text: texts.unclear(settled.nearest, settled.unread ?? null) }])
  if (settled.kind === 'which')
    return again({ step: 'choosing', asks: texts.which(settled.asks), options: [...settled.options] })
  return say(known, turn)
}

const mayReadAgain = (pending: Pending) => pending.kind === 'asked' && pending.modelRead !== true

function say({ answered, standing }: Known, turn: Turn): AskStep {
  if (answered === undefined) return step(ANSWERED, [{ text: texts.ended() }])
  switch (answered.kind) {
    case 'several':
      return again({ step: 'choosing', asks: answered.asks, options: [...answered.options] })
    case 'sheet': {
      const table = standing?.table
      const sheet = { kind: 'oversight.sheet', figure: answered.figure } as const
      return step<AskState, AskEffect>(ANSWERED, [], [table === undefined ? sheet : { ...sheet, table }])
    }
    case 'link':
      return step<AskState, AskEffect>(ANSWERED, [], [{ kind: 'oversight.link', figure: answered.figure }])
    case 'told': {
      const { text, aloud, figure, chart } = answered
      const says: Say[] = wasSpoken(turn) && aloud !== text ? [{ text: aloud }, { text }] : [{ text }]
      const draws: AskEffect[] =
        chart === null || figure === null ? [] : [{ kind: 'oversight.draw', figure, picture: chart }]
      return step(ANSWERED, says, draws)
    }
  }
}

/** Whoever speaks into the telephone may want to listen: the short form comes first then. */
const wasSpoken = (turn: Turn) =>
  turn.kind === 'say' && turn.said.pieces.some(({ files = [] }) => files.some(({ kind }) => kind === 'voice'))

const again = (state: Extract<AskState, { step: 'choosing' }>): AskStep =>
  step<AskState, AskEffect>(state, [{ text: state.asks, choices: askDialogue.choices?.(state) ?? [] }])
