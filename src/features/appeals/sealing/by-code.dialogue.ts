import { z } from 'zod'
import {
  type Beginning,
  type Dialogue,
  type Query,
  type Say,
  type Step,
  step,
} from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { FollowUpAnswer } from '../appeals.effects.ts'
import { readOutcome, readSatisfaction } from '../asker/read-outcome.ts'
import {
  addChoices,
  contentChoices,
  resolvedChoices,
  byCodeTexts as texts,
  withdrawByCodeChoices,
} from './by-code.texts.ts'
import type { AnonymousEffect, ByCode } from './sealing.effects.ts'

const About = { number: z.string(), isOpen: z.boolean(), isResolved: z.boolean() }
const Outcome = z.enum(['solved', 'partly', 'unsolved'])
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('looking'), ...About }),
  z.object({ step: z.literal('adding'), ...About, text: z.string() }),
  z.object({ step: z.literal('withdrawing'), ...About }),
  z.object({ step: z.literal('rating'), ...About, outcome: Outcome, note: z.string().nullable() }),
  z.object({ step: z.literal('done') }),
])
export type ByCodeState = z.infer<typeof State>
type Open = Exclude<ByCodeState, { step: 'done' }>
type ByCodeStep = Step<ByCodeState, AnonymousEffect>

export interface CodeTyped {
  readonly code: string
  /** What was said beside it. */
  readonly words: string
}

interface Known {
  readonly directory?: Directory
  readonly found?: ByCode
}

/**
 * 查询 K7M2-9QXP: whoever holds the code sees where it stands, adds, withdraws and rates. Nothing of it stays
 * beside whoever asked: the answers are not kept, the messages are forgotten, the frame lives a quarter of an hour.
 */
export const byCodeDialogue: Dialogue<ByCodeState, Known, AnonymousEffect> = {
  name: 'appeals.by-code',
  version: 1,
  schema: State,
  finalSteps: ['done'],
  idleMinutes: 15,

  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    if (state !== undefined || turn.by.chat.kind === 'group') return {}
    const { code } = (beginning as Beginning).data as CodeTyped
    return { directory: { ask: 'membership.directory' }, found: { ask: 'appeals.by-code', code } as Query }
  },

  start(turn, { found, directory }, beginning) {
    const forget = forgetting(turn)
    const done = (text: string, more: readonly AnonymousEffect[] = []): ByCodeStep =>
      step<ByCodeState, AnonymousEffect>({ step: 'done' }, [says(text)], [...forget, ...more])
    if (turn.by.chat.kind === 'group')
      return step<ByCodeState, AnonymousEffect>(
        { step: 'done' },
        [{ text: texts.notInGroup(), to: 'here' }],
        forget,
      )
    if (found?.kind === 'locked') return done(texts.locked())
    if (found?.kind !== 'found' || directory === undefined)
      return done(texts.unknown(), [{ kind: 'appeals.code-missed' }])
    const { appeal } = found
    const about = {
      number: appeal.number,
      isOpen: isOpen(appeal.status),
      isResolved: appeal.status === 'resolved',
    }
    const { words } = beginning.data as CodeTyped
    const taken = act({ step: 'looking', ...about }, words, turn)
    if (taken !== undefined) return { ...taken, effects: [...forget, ...taken.effects] }
    const state: ByCodeState = { step: 'looking', ...about }
    const text = texts.whole(appeal, turn.by.at, directory)
    return step<ByCodeState, AnonymousEffect>(state, [{ ...says(text), choices: choicesOf(state) }], forget)
  },

  next(state, turn): ByCodeStep {
    if (state.step === 'done') return step(state)
    const forget = forgetting(turn)
    const taken = heard(state, turn)
    return { ...taken, effects: [...forget, ...taken.effects] }
  },

  choices: (state) => (state.step === 'done' ? [] : choicesOf(state)),
  resume: (state) => (state.step === 'done' ? [] : asked(state)),
}

const says = (text: string): Say => ({ text, passing: true })

const forgetting = (turn: Turn): readonly AnonymousEffect[] =>
  turn.kind === 'say'
    ? [{ kind: 'appeals.forget-said', messages: turn.said.pieces.map(({ message }) => message) }]
    : []

function choicesOf(state: Open) {
  if (state.step === 'adding') return state.text === '' ? [] : addChoices
  if (state.step === 'withdrawing') return withdrawByCodeChoices
  if (state.step === 'rating') return contentChoices
  return state.isResolved ? resolvedChoices : []
}

function asked(state: Open): readonly Say[] {
  const text =
    state.step === 'adding'
      ? state.text === ''
        ? texts.whatToAdd()
        : texts.previewAdd(state.text)
      : state.step === 'withdrawing'
        ? texts.previewWithdraw()
        : state.step === 'rating'
          ? texts.satisfied()
          : texts.askAgain()
  return [{ ...says(text), choices: choicesOf(state) }]
}

const go = (state: ByCodeState): ByCodeStep =>
  step<ByCodeState, AnonymousEffect>(state, state.step === 'done' ? [] : asked(state))
const leave = (text: string, effects: readonly AnonymousEffect[] = []): ByCodeStep =>
  step<ByCodeState, AnonymousEffect>({ step: 'done' }, [says(text)], effects)

function heard(state: Open, turn: Turn): ByCodeStep {
  if (turn.kind === 'silence') return step<ByCodeState, AnonymousEffect>({ step: 'done' })
  if (turn.kind === 'cancel') return leave(texts.bye())
  switch (state.step) {
    case 'looking':
      if (turn.kind === 'choose') {
        const outcome = Outcome.safeParse(turn.choice)
        return outcome.success && state.isResolved ? rate(state, outcome.data, null) : go(state)
      }
      if (turn.kind === 'no' || turn.kind === 'skip' || turn.kind === 'yes') return leave(texts.bye())
      return (turn.kind === 'say' ? act(state, turn.said.text, turn) : undefined) ?? go(state)
    case 'adding':
      if (turn.kind === 'say') return go({ ...state, text: turn.said.text.trim() })
      if (turn.kind === 'no') return leave(texts.notAdded())
      if (turn.kind !== 'yes' || state.text === '') return go(state)
      return step<ByCodeState, AnonymousEffect>(
        { step: 'done' },
        [],
        [{ kind: 'appeals.add-by-code', number: state.number, text: state.text }],
      )
    case 'withdrawing':
      if (turn.kind === 'no') return leave(texts.kept())
      if (turn.kind !== 'yes') return go(state)
      return step<ByCodeState, AnonymousEffect>(
        { step: 'done' },
        [],
        [{ kind: 'appeals.withdraw-by-code', number: state.number }],
      )
    case 'rating':
      return rated(state, turn)
  }
}

/** What somebody wants beside seeing where it stands; undefined where the words say nothing of it. */
function act(state: Extract<Open, { step: 'looking' }>, said: string, _turn: Turn): ByCodeStep | undefined {
  const words = said.trim()
  const about = { number: state.number, isOpen: state.isOpen, isResolved: state.isResolved }
  if (/^(?:我?要?)?(?:撤回|撤销|撤了|不用办了|不办了|取消)/u.test(words))
    return state.isOpen ? go({ step: 'withdrawing', ...about }) : leave(texts.notOpen())
  const added =
    /^(?:我?(?:要|想|再|还要)?)(?:补充|加上?|追加)(?:一[句点下条])?\s*[:：,，]?\s*([\s\S]*)$/u.exec(words)
  if (added !== null) return go({ step: 'adding', ...about, text: (added[1] ?? '').trim() })
  const outcome = readOutcome(words)
  if (outcome === undefined) return undefined
  return state.isResolved
    ? rate(state, outcome, words.length > 8 ? words : null)
    : step<ByCodeState, AnonymousEffect>(state, [says(texts.nothingToRate())])
}

function rate(state: Open, outcome: FollowUpAnswer['outcome'], note: string | null): ByCodeStep {
  const { number, isOpen: open, isResolved } = state
  return go({ step: 'rating', number, isOpen: open, isResolved, outcome, note })
}

function rated(state: Extract<Open, { step: 'rating' }>, turn: Turn): ByCodeStep {
  const said = turn.kind === 'say' ? turn.said.text : undefined
  const satisfaction =
    turn.kind === 'choose' && (turn.choice === 'satisfied' || turn.choice === 'unsatisfied')
      ? turn.choice
      : turn.kind === 'yes'
        ? 'satisfied'
        : turn.kind === 'no'
          ? 'unsatisfied'
          : said === undefined
            ? undefined
            : readSatisfaction(said)
  if (satisfaction === undefined && turn.kind !== 'skip') return go(state)
  const { outcome, note, number } = state
  // Nobody can ask them again: what is not solved goes on, and so does a half of it that does not satisfy.
  const again = outcome === 'unsolved' || (outcome === 'partly' && satisfaction === 'unsatisfied')
  const answer = { outcome, satisfaction: satisfaction ?? null, note, again }
  return step<ByCodeState, AnonymousEffect>(
    { step: 'done' },
    [],
    [{ kind: 'appeals.rate-by-code', number, answer }],
  )
}
