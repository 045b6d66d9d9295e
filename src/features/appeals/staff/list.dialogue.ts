import { z } from 'zod'
import { type Beginning, type Dialogue, type Query, step } from '../../../conversation/dialogue.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import type { AppealsEffect, ListedPage, ListKind } from '../appeals.effects.ts'
import { staffTexts as texts } from './staff.texts.ts'

export interface ListAsked {
  readonly list: ListKind
  readonly page: number
}

interface Known {
  readonly directory: Directory
  readonly page?: ListedPage
}

const State = z.object({ step: z.literal('told') })

/** 诉求列表, 待派单, 今天新来的: ten at a time, in private also when asked in a group. */
export const listDialogue: Dialogue<z.infer<typeof State>, Known, AppealsEffect> = {
  name: 'appeals.list',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 1,
  needs(_state, turn, beginning): Readonly<Record<string, Query>> {
    if (!may(turn.by.person, 'appeal.see-all')) return {}
    const { list, page } = (beginning as Beginning).data as ListAsked
    return { directory: { ask: 'membership.directory' }, page: { ask: 'appeals.list', list, page } as Query }
  },
  start(turn, { directory, page }, beginning) {
    const told = { step: 'told' } as const
    if (page === undefined) return step(told, [{ text: texts.notForYou() }])
    const { list } = beginning.data as ListAsked
    return step(told, [{ text: texts.list(list, page, turn.by.at, directory) }])
  },
  next: (state) => step(state),
  resume: () => [],
}
