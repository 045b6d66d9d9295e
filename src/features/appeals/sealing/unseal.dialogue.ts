import { z } from 'zod'
import { type Dialogue, type Query, type Say, type Step, step } from '../../../conversation/dialogue.ts'
import { may } from '../../../kernel/person.ts'
import { shortNumber } from '../appeal-number.ts'
import type { Lookup } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { spoken } from '../asker/status.dialogue.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import type { UnsealingEffect } from './sealing.effects.ts'
import { askChoices, unsealTexts as texts } from './unseal.texts.ts'

const About = { number: z.string(), kind: z.string(), deciders: z.array(z.string()) }
const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('reasoning'), ...About }),
  z.object({ step: z.literal('confirming'), ...About, reason: z.string() }),
  z.object({ step: z.literal('asked') }),
  z.object({ step: z.literal('left') }),
])
export type UnsealState = z.infer<typeof State>
type UnsealStep = Step<UnsealState, UnsealingEffect>

export interface UnsealAsked {
  readonly number?: AppealNumber
  readonly words: string
}

/** How an application stands, and who could decide it. */
export interface UnsealingStanding {
  readonly isAsked: boolean
  readonly isGrantedToYou: boolean
  /** Names of those who may decide, without whoever asks. */
  readonly deciders: readonly string[]
}

interface Known {
  readonly lookup?: Lookup
  readonly standing?: UnsealingStanding
}

/** 申请启封: who asks, why, and what happens then, all before it goes to somebody else for the yes. */
export const unsealDialogue: Dialogue<UnsealState, Known, UnsealingEffect> = {
  name: 'appeals.unseal',
  version: 1,
  schema: State,
  finalSteps: ['asked', 'left'],
  idleMinutes: 24 * 60,

  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    if (state !== undefined || !may(turn.by.person, 'appeal.ask-unsealing')) return {}
    const number = (beginning?.data as UnsealAsked | undefined)?.number
    if (number === undefined) return {}
    return {
      lookup: { ask: 'appeals.lookup', number } as Query,
      standing: { ask: 'appeals.unsealing-standing', number } as Query,
    }
  },

  start(turn, { lookup, standing }, beginning) {
    const { number, words } = beginning.data as UnsealAsked
    const left = (text: string): UnsealStep =>
      step<UnsealState, UnsealingEffect>({ step: 'left' }, [{ text }])
    if (!may(turn.by.person, 'appeal.ask-unsealing')) return left(texts.askNotForYou())
    if (number === undefined) return left(texts.whichAppeal())
    if (lookup?.kind === 'last-year') return left(appealsTexts.lastYear(lookup.number))
    if (lookup?.kind !== 'found') return left(appealsTexts.noSuchNumber(spoken(number)))
    const { appeal } = lookup
    if (!appeal.sealed) return left(texts.notSealed(appeal.number))
    if (appeal.anonymous) return left(texts.anonymous(appeal.number))
    if (standing?.isAsked === true) return left(texts.askedAlready(appeal.number))
    if (standing?.isGrantedToYou === true) return left(texts.grantedAlready(appeal.number))
    const deciders = [...(standing?.deciders ?? [])]
    if (deciders.length === 0) return left(texts.nobodyDecides())
    return withReason({ number: appeal.number, kind: appealsTexts.kind(appeal), deciders }, words)
  },

  next(state, turn) {
    if (state.step !== 'reasoning' && state.step !== 'confirming') return step(state)
    const left = (text: string): UnsealStep =>
      step<UnsealState, UnsealingEffect>({ step: 'left' }, [{ text }])
    switch (turn.kind) {
      case 'yes':
        if (state.step === 'reasoning') return step(state, unsealDialogue.resume(state))
        return step<UnsealState, UnsealingEffect>(
          { step: 'asked' },
          [],
          [{ kind: 'appeals.ask-unsealing', number: state.number, reason: state.reason }],
        )
      case 'no':
      case 'cancel':
        return left(texts.notAsked(state.number))
      case 'silence':
        return left(texts.timedOut(state.number))
      case 'say':
        return withReason(state, turn.said.text.replace(/^(?:理由|原因)(?:改成|是|为)?[:：\s]*/u, '').trim())
      default:
        return step(state, unsealDialogue.resume(state))
    }
  },

  takes: (state) => (state.step === 'reasoning' ? 'all' : 'rest'),
  choices: (state) => (state.step === 'confirming' ? askChoices : []),
  number: (state) => (state.step === 'confirming' ? shortNumber(state.number) : undefined),
  resume(state): readonly Say[] {
    if (state.step === 'reasoning') return [{ text: texts.why(state.number) }]
    if (state.step !== 'confirming') return []
    const { number, kind, reason, deciders } = state
    return [{ text: texts.previewAsk(number, kind, reason, deciders), choices: askChoices }]
  },
}

/** Fewer are a word and no reason. */
const FEWEST = 4

function withReason(
  { number, kind, deciders }: { number: string; kind: string; deciders: string[] },
  reason: string,
): UnsealStep {
  const about = { number, kind, deciders }
  const state: UnsealState =
    [...reason].length < FEWEST
      ? { step: 'reasoning', ...about }
      : { step: 'confirming', ...about, reason: reason.slice(0, 300) }
  return step(state, unsealDialogue.resume(state))
}
