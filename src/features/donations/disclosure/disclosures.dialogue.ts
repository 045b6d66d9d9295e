import { z } from 'zod'
import { type Dialogue, type Say, step } from '../../../conversation/dialogue.ts'
import type { DisclosuresQuery } from './disclosure.effects.ts'
import { disclosureTexts as texts } from './disclosure.texts.ts'

const State = z.object({ step: z.literal('told') })
type ToldState = z.infer<typeof State>

/** 捐款名单在哪看: anybody may ask, and is shown the public page. In a group only that it was answered. */
export const disclosuresDialogue: Dialogue<ToldState, { readonly told?: string }, never> = {
  name: 'donations.disclosures',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 5,
  needs(state, _turn, beginning) {
    if (state !== undefined) return {}
    const { number } = (beginning?.data ?? {}) as { number?: number }
    return {
      told: {
        ask: 'donations.disclosures',
        ...(number === undefined ? {} : { number }),
      } satisfies DisclosuresQuery,
    }
  },
  start(turn, { told = texts.whereNone() }) {
    const here: readonly Say[] =
      turn.by.chat.kind === 'group' ? [{ text: texts.whereInGroup(), to: 'here' }] : []
    return step<ToldState, never>({ step: 'told' }, [...here, { text: told }])
  },
  next: (state) => step<ToldState, never>(state),
  resume: () => [],
}
