import { z } from 'zod'
import { type Dialogue, type Query, step } from '../../../conversation/dialogue.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import type { AppealsEffect, Lookup } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { spoken } from './status.dialogue.ts'
import { withdrawTexts as texts, withdrawChoices } from './withdraw.texts.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('confirming'), number: z.string(), summary: z.string() }),
  z.object({ step: z.literal('withdrawn') }),
  z.object({ step: z.literal('kept') }),
])
export type WithdrawState = z.infer<typeof State>

interface Known {
  readonly own?: readonly Appeal[]
  readonly lookup?: Lookup
}

/** Filed within this, it is what a bare 撤回 is about. */
const JUST_NOW_MS = 30 * 60_000

/** 撤回 0012, 不用办了: the asker's own, with a look at which one first. */
export const withdrawDialogue: Dialogue<WithdrawState, Known, AppealsEffect> = {
  name: 'appeals.withdraw',
  version: 1,
  schema: State,
  finalSteps: ['withdrawn', 'kept'],
  idleMinutes: 24 * 60,

  needs(state, _turn, beginning): Readonly<Record<string, Query>> {
    if (state !== undefined) return {}
    const number = (beginning?.data as { number?: AppealNumber } | undefined)?.number
    return number === undefined
      ? { own: { ask: 'appeals.own' } }
      : { lookup: { ask: 'appeals.lookup', number } as Query }
  },

  start(turn, { own = [], lookup }, beginning) {
    const { number, isBare } = beginning.data as { number?: AppealNumber; isBare?: true }
    const kept: WithdrawState = { step: 'kept' }
    const say = (text: string) => step<WithdrawState, AppealsEffect>(kept, [{ text }])
    if (lookup?.kind === 'last-year') return say(appealsTexts.lastYear(lookup.number))
    if (number !== undefined && (lookup?.kind !== 'found' || lookup.as !== 'asker'))
      return say(appealsTexts.notYours(spoken(number)))
    const open = own.filter(({ status }) => isOpen(status))
    // 撤回 alone means what was filed just now.
    const fresh = open.filter(({ filedAt }) => turn.by.at.getTime() - filedAt.getTime() <= JUST_NOW_MS)
    const meant = isBare === true && fresh.length === 1 ? fresh : open
    if (number === undefined && meant.length > 1) return say(texts.which(open))
    const appeal = lookup?.kind === 'found' ? lookup.appeal : meant[0]
    if (appeal === undefined) return say(texts.nothingOpen())
    if (!isOpen(appeal.status)) return say(texts.notOpen(appeal))
    const state: WithdrawState = { step: 'confirming', number: appeal.number, summary: appeal.summary }
    return step(state, withdrawDialogue.resume(state))
  },

  next(state, turn) {
    if (state.step !== 'confirming') return step(state)
    switch (turn.kind) {
      case 'yes':
        return step<WithdrawState, AppealsEffect>(
          { step: 'withdrawn' },
          [],
          [{ kind: 'appeals.withdraw', number: state.number }],
        )
      case 'no':
      case 'cancel':
        return step<WithdrawState, AppealsEffect>({ step: 'kept' }, [{ text: texts.kept(state.number) }])
      case 'silence':
        return step<WithdrawState, AppealsEffect>({ step: 'kept' }, [
          { text: texts.keptSilently(state.number) },
        ])
      default:
        return step(state, withdrawDialogue.resume(state))
    }
  },

  choices: (state) => (state.step === 'confirming' ? withdrawChoices : []),
  number: (state) => (state.step === 'confirming' ? shortNumber(state.number) : undefined),
  resume: (state) =>
    state.step === 'confirming'
      ? [{ text: texts.preview(state.number, state.summary), choices: withdrawChoices }]
      : [],
}
