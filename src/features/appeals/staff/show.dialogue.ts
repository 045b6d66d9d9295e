import { z } from 'zod'
import {
  type Beginning,
  type Dialogue,
  type Facts,
  type Query,
  step,
} from '../../../conversation/dialogue.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { AppealsEffect, Lookup } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { numberOf, spoken } from '../asker/status.dialogue.ts'
import { statusTexts } from '../asker/status.texts.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { unitTexts } from '../unit/unit.texts.ts'
import { type Beside, showTexts as texts } from './show.texts.ts'

interface Known extends Beside {
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
  needs(_state, _turn, beginning, known): Readonly<Record<string, Query>> {
    const { number } = (beginning as Beginning).data as { number: AppealNumber }
    const asked = {
      directory: { ask: 'membership.directory' } as const,
      lookup: { ask: 'appeals.lookup', number } as Query,
    }
    return { ...asked, ...besideFor(known) }
  },
  start(turn, { directory, lookup, ...beside }, beginning) {
    const told = { step: 'told' } as const
    const { number } = beginning.data as { number: AppealNumber }
    if (lookup?.kind === 'last-year') return step(told, [{ text: appealsTexts.lastYear(lookup.number) }])
    if (lookup?.kind !== 'found') return step(told, [{ text: appealsTexts.noSuchNumber(spoken(number)) }])
    const { appeal, history, as } = lookup
    const write = { staff: texts.whole, unit: unitTexts.whole, asker: statusTexts.whole }[as]
    const files = as === 'staff' || !appeal.sealed ? appeal.files : []
    return step(told, [{ text: write(appeal, history, turn.by.at, directory, beside), files }])
  },
  next: (state) => step(state),
  resume: () => [],
}

/** What others know of it is asked once it is sure that this person may see all of it. */
function besideFor(known: Facts): Readonly<Record<string, Query>> {
  const lookup = known.lookup as Lookup | undefined
  if (lookup?.kind !== 'found' || lookup.as !== 'staff') return {}
  const { number } = lookup.appeal
  const asked = numberOf(lookup.appeal)
  return {
    elapsed: { ask: 'appeals.elapsed', number: asked } as Query,
    twice: { ask: 'appeals.twice-of', number } as Query,
    tasks: { ask: 'tasks.of', appeal: number } as Query,
  }
}
