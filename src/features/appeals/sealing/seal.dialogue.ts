import { z } from 'zod'
import { type Dialogue, type Query, type Step, step } from '../../../conversation/dialogue.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import type { Lookup } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { spoken } from '../asker/status.dialogue.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { sealChoices, sealTexts as texts } from './seal.texts.ts'
import type { SealEffect } from './sealing.effects.ts'

const State = z.discriminatedUnion('step', [
  z.object({ step: z.literal('confirming'), number: z.string(), preview: z.string() }),
  z.object({ step: z.literal('sealed') }),
  z.object({ step: z.literal('left') }),
])
export type SealState = z.infer<typeof State>

export interface SealAsked {
  readonly number?: AppealNumber
  /** Said as a command: then there is nothing else in the words that could be a matter. */
  readonly isCommand: boolean
}

interface Known {
  readonly directory?: Directory
  readonly own?: readonly Appeal[]
  readonly lookup?: Lookup
}

/** 别说是我反映的, said once it is filed: sealed from then on, and told honestly what was seen already. */
export const sealDialogue: Dialogue<SealState, Known, SealEffect> = {
  name: 'appeals.seal',
  version: 1,
  schema: State,
  finalSteps: ['sealed', 'left'],
  idleMinutes: 24 * 60,

  needs(state, _turn, beginning): Readonly<Record<string, Query>> {
    if (state !== undefined) return {}
    const directory: Query = { ask: 'membership.directory' }
    const number = (beginning?.data as SealAsked | undefined)?.number
    return number === undefined
      ? { directory, own: { ask: 'appeals.own' } }
      : { directory, lookup: { ask: 'appeals.lookup', number } as Query }
  },

  start(turn, { own = [], lookup, directory }, beginning): Step<SealState, SealEffect> {
    const { number, isCommand } = beginning.data as SealAsked
    const left = (text: string) => step<SealState, SealEffect>({ step: 'left' }, [{ text }])
    if (number !== undefined) {
      if (lookup?.kind === 'last-year') return left(appealsTexts.lastYear(lookup.number))
      if (lookup?.kind !== 'found' || lookup.as !== 'asker')
        return left(appealsTexts.notYours(spoken(number)))
      return settle(lookup.appeal, directory)
    }
    const open = own.filter(({ status }) => isOpen(status))
    const [only, ...others] = open.filter(({ sealed }) => !sealed)
    if (only === undefined) {
      const [sealed] = open
      if (sealed !== undefined) return left(texts.sealedAlready(sealed.number))
      // Nothing of theirs is there: whoever asks not to be named is about to tell something.
      if (isCommand || turn.kind !== 'say') return left(texts.nothingOpen())
      return step<SealState, SealEffect>(
        { step: 'left' },
        [],
        [{ kind: 'appeals.tell-sealed', pieces: turn.said.pieces }],
      )
    }
    return others.length > 0 ? left(texts.which([only, ...others])) : settle(only, directory)
  },

  next(state, turn) {
    if (state.step !== 'confirming') return step(state)
    switch (turn.kind) {
      case 'yes':
        return step<SealState, SealEffect>(
          { step: 'sealed' },
          [],
          [{ kind: 'appeals.seal', number: state.number }],
        )
      case 'no':
      case 'cancel':
      case 'silence':
        return step<SealState, SealEffect>({ step: 'left' }, [{ text: texts.kept(state.number) }])
      default:
        return step(state, sealDialogue.resume(state))
    }
  },

  choices: (state) => (state.step === 'confirming' ? sealChoices : []),
  number: (state) => (state.step === 'confirming' ? shortNumber(state.number) : undefined),
  resume: (state) => (state.step === 'confirming' ? [{ text: state.preview, choices: sealChoices }] : []),
}

function settle(appeal: Appeal, directory: Directory | undefined): Step<SealState, SealEffect> {
  const { number, summary, unit } = appeal
  if (appeal.sealed)
    return step<SealState, SealEffect>({ step: 'left' }, [{ text: texts.sealedAlready(number) }])
  const unitName = unit === null ? null : (directory?.units.get(unit)?.name ?? '承办单位')
  const state: SealState = { step: 'confirming', number, preview: texts.preview(number, summary, unitName) }
  return step(state, sealDialogue.resume(state))
}
