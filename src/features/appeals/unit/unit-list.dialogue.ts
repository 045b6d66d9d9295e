import { z } from 'zod'
import { type Dialogue, type Query, step } from '../../../conversation/dialogue.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsEffect } from '../appeals.effects.ts'
import { unitTexts as texts } from './unit.texts.ts'

interface Known {
  readonly directory: Directory
  readonly appeals?: readonly Appeal[]
}

const State = z.object({ step: z.literal('told') })

/** 待办, 我手上的: what a handler's unit still has, the most pressing term first. */
export const unitListDialogue: Dialogue<z.infer<typeof State>, Known, AppealsEffect> = {
  name: 'appeals.unit-list',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 1,
  needs(_state, turn): Readonly<Record<string, Query>> {
    const directory: Query = { ask: 'membership.directory' }
    return may(turn.by.person, 'appeal.see-dispatched')
      ? { directory, appeals: { ask: 'appeals.unit-list' } }
      : { directory }
  },
  start(turn, { directory, appeals }) {
    const told = { step: 'told' } as const
    if (appeals === undefined) return step(told, [{ text: texts.notForYou() }])
    const { unit = '' } = turn.by.person
    return step(told, [
      { text: texts.list(appeals, turn.by.at, directory.units.get(unit)?.name ?? '您单位', unit) },
    ])
  },
  next: (state) => step(state),
  resume: () => [],
}
