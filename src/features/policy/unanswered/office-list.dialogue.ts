import { z } from 'zod'
import { type Dialogue, type Effect, step } from '../../../conversation/dialogue.ts'
import { officeTexts as texts } from './office.texts.ts'
import type { OfficeList, UnansweredQuery } from './unanswered.effects.ts'

const State = z.object({ step: z.literal('told') })
const told = { step: 'told' } as const

/** What the recogniser hands over. */
export interface OfficeListData {
  readonly wanted: OfficeList
  readonly allowed: boolean
}

/** 待答问题, 已答问题, 看 W-0003: for staff and reviewers, in private. */
export const officeListDialogue: Dialogue<z.infer<typeof State>, { readonly listed?: string }, Effect> = {
  name: 'policy.office-list',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 1,
  needs(state, turn, beginning): Readonly<Record<string, UnansweredQuery>> {
    const { wanted, allowed } = (beginning?.data ?? {}) as Partial<OfficeListData>
    if (state !== undefined || !allowed || wanted === undefined || turn.by.chat.kind === 'group') return {}
    return { listed: { ask: 'policy.officeList', wanted } }
  },
  start(turn, { listed }, beginning) {
    const { allowed } = beginning.data as OfficeListData
    if (!allowed) return step(told, [{ text: texts.notForYou() }])
    if (turn.by.chat.kind === 'group') return step(told, [{ text: texts.onlyInPrivate() }])
    return step(told, listed === undefined ? [] : [{ text: listed }])
  },
  next: (state) => step(state),
  resume: () => [],
}
