import { z } from 'zod'
import { type Dialogue, type Query, type Say, type Step, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import { shortNumber } from '../appeal-number.ts'
import { numberOf } from '../asker/status.dialogue.ts'
import { type AppealNumber, findAppealNumber } from '../reading/appeal-numbers.ts'
import { bareNumber, type MergeAsked } from './read-merge.ts'
import type { MergePlan, TwiceEffect } from './twice.effects.ts'
import { mergeChoices, twiceTexts as texts } from './twice.texts.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('asking'), number: z.string(), question: z.string() }),
  z.object({
    step: z.literal('confirming'),
    numbers: z.array(z.string()),
    into: z.string(),
    preview: z.string(),
  }),
  z.object({ step: z.literal('merged') }),
  z.object({ step: z.literal('refused') }),
  z.object({ step: z.literal('abandoned') }),
])
export type MergeState = z.infer<typeof State>
type MergeStep = Step<MergeState, TwiceEffect>

interface Known {
  readonly directory?: Directory
  readonly plan?: MergePlan
}

interface Wish {
  readonly numbers: readonly AppealNumber[]
  readonly into: AppealNumber | undefined
  readonly either: boolean
}

const turnRound = /反过来|倒过来|换过来|调过来|掉个个/

/** 并单 0307 -> 0306: what stays and what everybody hears, seen before it is done. */
export const mergeDialogue: Dialogue<MergeState, Known, TwiceEffect> = {
  name: 'appeals.merge',
  version: 1,
  schema: State,
  finalSteps: ['merged', 'refused', 'abandoned'],
  idleMinutes: 24 * 60,

  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    if (!may(turn.by.person, 'appeal.merge')) return {}
    const wish = state === undefined ? startWish(beginning?.data as MergeAsked) : wishIn(state, turn)
    if (wish === undefined) return {}
    return {
      directory: { ask: 'membership.directory' },
      plan: { ask: 'appeals.merge-plan', ...wish } as Query,
    }
  },

  start(turn, known, beginning) {
    const asked = beginning.data as MergeAsked
    const [first] = asked.numbers
    const say = (text: string): MergeStep =>
      step<MergeState, TwiceEffect>({ step: 'refused' }, [{ text: withUnread(text, asked) }])
    if (!may(turn.by.person, 'appeal.merge')) return say(texts.notForYou())
    if (first === undefined) return say(texts.whichNumbers())
    if (startWish(asked) === undefined) {
      const number = String(first.serial).padStart(4, '0')
      return ask({
        step: 'asking',
        number: withYear(first),
        question: withUnread(texts.whichMain(number), asked),
      })
    }
    return settle(known, turn, (text) => withUnread(text, asked))
  },

  next(state, turn, known) {
    if (state.step !== 'asking' && state.step !== 'confirming') return step(state)
    const abandon = (text: string) => step<MergeState, TwiceEffect>({ step: 'abandoned' }, [{ text }])
    switch (turn.kind) {
      case 'cancel':
      case 'no':
        return abandon(texts.notMerged())
      case 'silence':
        return abandon(texts.mergeTimedOut())
      case 'yes':
        if (state.step === 'asking') return ask(state)
        return step<MergeState, TwiceEffect>(
          { step: 'merged' },
          [],
          [{ kind: 'appeals.merge', numbers: state.numbers, into: state.into }],
        )
      default:
        return wishIn(state, turn) === undefined
          ? step(state, mergeDialogue.resume(state))
          : settle(known, turn)
    }
  },

  choices: (state) => (state.step === 'confirming' ? mergeChoices : []),
  number: (state) => (state.step === 'confirming' ? shortNumber(state.numbers[0] ?? '') : undefined),
  resume(state): readonly Say[] {
    if (state.step === 'asking') return [{ text: state.question }]
    return state.step === 'confirming' ? [{ text: state.preview, choices: mergeChoices }] : []
  },
}

const ask = (state: Extract<MergeState, { step: 'asking' }>): MergeStep =>
  step(state, [{ text: state.question }])
const withYear = ({ year, serial }: AppealNumber) =>
  `${year === undefined ? '' : `${year}-`}${String(serial).padStart(4, '0')}`
const withUnread = (text: string, { unread }: MergeAsked) =>
  unread.length === 0 ? text : `${text}\n${texts.notUnderstood(unread)}`

function startWish(asked: MergeAsked): Wish | undefined {
  const { numbers, into, either } = asked
  if (into === undefined && (!either || numbers.length < 2)) return undefined
  return { numbers, into, either }
}

/** 反过来, or the number that was missing. */
function wishIn(state: MergeState, turn: Turn): Wish | undefined {
  if (turn.kind !== 'say') return undefined
  const text = turn.said.text.slice(0, 40)
  if (state.step === 'confirming') {
    const [only, ...more] = state.numbers
    if (!turnRound.test(text) || only === undefined || more.length > 0) return undefined
    return {
      numbers: [numberOf({ number: state.into })],
      into: numberOf({ number: only }),
      either: false,
    }
  }
  if (state.step !== 'asking') return undefined
  const into = findAppealNumber(text) ?? bareNumber(text)
  const number = findAppealNumber(state.number)
  return into === undefined || number === undefined ? undefined : { numbers: [number], into, either: false }
}

function settle(known: Known, turn: Turn, whole: (text: string) => string = (text) => text): MergeStep {
  const { plan, directory } = known
  if (plan === undefined || directory === undefined)
    return step<MergeState, TwiceEffect>({ step: 'refused' }, [{ text: texts.whichNumbers() }])
  if (plan.kind === 'refused')
    return step<MergeState, TwiceEffect>({ step: 'refused' }, [{ text: whole(texts.refusedMerge(plan)) }])
  const state: MergeState = {
    step: 'confirming',
    numbers: plan.merged.map(({ number }) => number),
    into: plan.main.number,
    preview: whole(texts.preview(plan, turn.by.at, directory)),
  }
  return step(state, mergeDialogue.resume(state))
}
