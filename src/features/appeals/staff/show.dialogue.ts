import { z } from 'zod'
import { type Beginning, type Dialogue, type Query, step } from '../../../conversation/dialogue.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { AppealsEffect, Lookup } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { spoken } from '../asker/status.dialogue.ts'
import { statusTexts } from '../asker/status.texts.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { unitTexts } from '../unit/unit.texts.ts'
import { staffTexts as texts } from './staff.texts.ts'

interface Known {
  readonly directory: Directory
  readonly lookup?: Lookup
}

const State = z.object({ step: z.literal('told') })

/** 看 0312: one appeal with its history, as much of it as this person may see, always in private. */
export const showDialogue: Dialogue<z.infer<typeof State>, Known, AppealsEffect> = {
  name: 'appeals.show',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 1,
  needs(_state, _turn, beginning): Readonly<Record<string, Query>> {
    const { number } = (beginning as Beginning).data as { number: AppealNumber }
    return { directory: { ask: 'membership.directory' }, lookup: { ask: 'appeals.lookup', number } as Query }
  },
  start(turn, { directory, lookup }, beginning) {
    const told = { step: 'told' } as const
    const { number } = beginning.data as { number: AppealNumber }
    if (lookup?.kind === 'last-year') return step(told, [{ text: appealsTexts.lastYear(lookup.number) }])
    if (lookup?.kind !== 'found') return step(told, [{ text: appealsTexts.noSuchNumber(spoken(number)) }])
    const { appeal, history, as } = lookup
    const write = { staff: texts.whole, unit: unitTexts.whole, asker: statusTexts.whole }[as]
    const files = as === 'staff' || !appeal.sealed ? appeal.files : []
    return step(told, [{ text: write(appeal, history, turn.by.at, directory), files }])
  },
  next: (state) => step(state),
  resume: () => [],
}
