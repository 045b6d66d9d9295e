import { z } from 'zod'
import { type Dialogue, type Step, step } from '../../../conversation/dialogue.ts'
import type { Turn } from '../../../conversation/turn.ts'
import { readMatter } from '../reading/read-matter.ts'
import type { LadderEffect } from './ladder.effects.ts'
import { seenChoices, ladderTexts as texts } from './ladder.texts.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('told'), numbers: z.array(z.string()) }),
  z.object({ step: z.literal('seen') }),
  z.object({ step: z.literal('left') }),
])
type NudgeState = z.infer<typeof State>
type NudgeStep = Step<NudgeState, LadderEffect>

/** What somebody is reminded of, in one message. */
export interface NudgeInvitation {
  readonly numbers: readonly string[]
  readonly text: string
}

const READ =
  /^(?:好的?|嗯+|行|是的?|哦+|噢)?[，,。\s]*(?:我)?(?:已经?)?(?:知道了?|收到了?|看到了?|看过了?|看了|明白了?|了解了?|阅|已阅|晓得了?|好的?|行|马上办|我来办|在办了?|正在办)?[了啦哈。.，,\s]*$/u

/** Who only watches is not told how a unit reports. */
const seenOnly = (numbers: readonly string[], { by }: Turn) =>
  by.person.roles.includes('leader') ? texts.seenByLeader() : texts.seenOnly(numbers)

const seen = (numbers: readonly string[], say = true): NudgeStep =>
  step<NudgeState, LadderEffect>({ step: 'seen' }, say ? [{ text: texts.seen(numbers) }] : [], [
    { kind: 'appeals.seen', numbers },
  ])

/** 时限提醒: any answer says that it was read; silence does not. */
export const nudgeDialogue: Dialogue<NudgeState, object, LadderEffect> = {
  name: 'appeals.nudge',
  version: 1,
  schema: State,
  finalSteps: ['seen', 'left'],
  idleMinutes: 24 * 60,
  start(turn) {
    if (turn.kind !== 'invited') return step<NudgeState, LadderEffect>({ step: 'left' })
    const { numbers, text } = turn.data as NudgeInvitation
    return step<NudgeState, LadderEffect>({ step: 'told', numbers: [...numbers] }, [
      { text, choices: seenChoices },
    ])
  },
  next(state, turn) {
    if (state.step !== 'told') return step<NudgeState, LadderEffect>(state)
    if (turn.kind === 'silence') return step<NudgeState, LadderEffect>({ step: 'left' })
    if (turn.kind !== 'say') return seen(state.numbers)
    const { text, pieces } = turn.said
    // Whoever answers has read it; what they want with other words is taken up as if nothing had been asked.
    if (readMatter(text.slice(0, 2_000)).isMatter) {
      const read = seen(state.numbers, false)
      return { ...read, effects: [...read.effects, { kind: 'appeals.begin', pieces }] }
    }
    if (!READ.test(text.trim()))
      return { ...seen(state.numbers, false), says: [{ text: seenOnly(state.numbers, turn) }] }
    return seen(state.numbers)
  },
  choices: (state) => (state.step === 'told' ? seenChoices : []),
  // A reminder asks nothing: whoever talks of something else is not told again.
  resume: () => [],
  // 继续 goes on with what was asked before it came.
  takes: () => 'answers',
}
