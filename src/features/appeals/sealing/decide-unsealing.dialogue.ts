import { z } from 'zod'
import { type Dialogue, type Query, type Say, type Step, step } from '../../../conversation/dialogue.ts'
import { may } from '../../../kernel/person.ts'
import { shortNumber } from '../appeal-number.ts'
import { spoken } from '../asker/status.dialogue.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import type { UnsealingAsked, UnsealingEffect } from './sealing.effects.ts'
import { decideChoices, unsealTexts as texts } from './unseal.texts.ts'

const Asked = z.object({
  id: z.string(),
  number: z.string(),
  kindOfMatter: z.string(),
  reason: z.string(),
  askedBy: z.string(),
  askedByName: z.string(),
})
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('deciding'), asked: Asked }),
  z.object({ step: z.literal('refusing'), asked: Asked }),
  z.object({ step: z.literal('decided') }),
  z.object({ step: z.literal('left') }),
])
export type DecideUnsealingState = z.infer<typeof State>
type DecideStep = Step<DecideUnsealingState, UnsealingEffect>

/** 同意启封 0266, 不同意启封 0266 理由, typed by somebody who may decide. */
export interface DecisionTyped {
  readonly number?: AppealNumber
  readonly granted: boolean
  readonly words: string
}

interface Known {
  readonly asked?: UnsealingAsked
}

/** 启封的决定: by another person than who asked, seen in full before the yes. */
export const decideUnsealingDialogue: Dialogue<DecideUnsealingState, Known, UnsealingEffect> = {
  name: 'appeals.decide-unsealing',
  version: 1,
  schema: State,
  finalSteps: ['decided', 'left'],
  idleMinutes: 3 * 24 * 60,

  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    if (state !== undefined || turn.kind === 'invited') return {}
    const number = (beginning?.data as DecisionTyped | undefined)?.number
    return number === undefined ? {} : { asked: { ask: 'appeals.unsealing', number } as Query }
  },

  start(turn, { asked }, beginning) {
    const left = (text: string): DecideStep =>
      step<DecideUnsealingState, UnsealingEffect>({ step: 'left' }, [{ text }])
    const begin = (about: UnsealingAsked): DecideStep => {
      const state: DecideUnsealingState = { step: 'deciding', asked: about }
      return step<DecideUnsealingState, UnsealingEffect>(state, [
        { text: texts.previewDecide(about), choices: decideChoices },
      ])
    }
    if (turn.kind === 'invited') return begin(turn.data as UnsealingAsked)
    const { number, granted, words } = beginning.data as DecisionTyped
    if (!may(turn.by.person, 'appeal.grant-unsealing')) return left(texts.decideNotForYou())
    if (number === undefined) return left(texts.whichAppeal())
    if (asked === undefined) return left(texts.nothingAsked(spoken(number)))
    if (asked.askedBy === turn.by.person.code) return left(texts.notYourOwn())
    if (granted) return begin(asked)
    return words === '' ? refusing(asked) : refuse(asked, words)
  },

  next(state, turn) {
    if (state.step !== 'deciding' && state.step !== 'refusing') return step(state)
    const { asked } = state
    const left = () =>
      step<DecideUnsealingState, UnsealingEffect>({ step: 'left' }, [
        { text: texts.decisionLeft(asked.number) },
      ])
    if (turn.kind === 'cancel' || turn.kind === 'silence') return left()
    if (state.step === 'refusing') {
      if (turn.kind === 'say') return refuse(asked, turn.said.text.trim())
      if (turn.kind === 'skip' || turn.kind === 'yes' || turn.kind === 'no') return refuse(asked, null)
      return step(state, decideUnsealingDialogue.resume(state))
    }
    if (turn.kind === 'yes')
      return step<DecideUnsealingState, UnsealingEffect>(
        { step: 'decided' },
        [],
        [{ kind: 'appeals.decide-unsealing', id: asked.id, granted: true, reason: null }],
      )
    if (turn.kind === 'no') return refusing(asked)
    if (turn.kind === 'say' && /^不(?:同意|行|批)|^驳回|^拒绝/u.test(turn.said.text.trim())) {
      const words = turn.said.text
        .trim()
        .replace(/^(?:不同意|不行|不批准?|驳回|拒绝)[了的]?[\s,，。:：]*(?:理由|因为)?[:：\s]*/u, '')
      return words === '' ? refusing(asked) : refuse(asked, words)
    }
    return step<DecideUnsealingState, UnsealingEffect>(state, [
      { text: texts.stillToDecide(asked.number), choices: decideChoices },
    ])
  },

  takes: (state) => (state.step === 'refusing' ? 'all' : 'rest'),
  choices: (state) => (state.step === 'deciding' ? decideChoices : []),
  number: (state) => (state.step === 'deciding' ? shortNumber(state.asked.number) : undefined),
  resume(state): readonly Say[] {
    // Somebody else may have decided meanwhile.
    if (state.step === 'deciding')
      return [{ text: texts.stillToDecide(state.asked.number), choices: decideChoices }]
    return state.step === 'refusing' ? [{ text: texts.whyNot(state.asked.number) }] : []
  },
  standsAlone: (state) => state.step === 'deciding',
}

function refusing(asked: UnsealingAsked): DecideStep {
  const state: DecideUnsealingState = { step: 'refusing', asked }
  return step(state, decideUnsealingDialogue.resume(state))
}

function refuse(asked: UnsealingAsked, reason: string | null): DecideStep {
  return step<DecideUnsealingState, UnsealingEffect>(
    { step: 'decided' },
    [],
    [{ kind: 'appeals.decide-unsealing', id: asked.id, granted: false, reason }],
  )
}
