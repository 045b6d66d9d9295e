import { z } from 'zod'
import { type Dialogue, type Query, step } from '../../../../conversation/dialogue.ts'

const State = z.object({ step: z.literal('told') })
type State = z.infer<typeof State>

/** What somebody asked, answered by the desk: for the speaker, and for the group where it was asked in one. */
export interface Told {
  readonly text: string
  readonly here?: string
}
export interface ToldQuery extends Query {
  readonly ask: 'donations.reconcile' | 'donations.mine'
  readonly number?: number
}

function telling(
  name: 'donations.reconcile' | 'donations.mine',
): Dialogue<State, { readonly told?: Told }, never> {
  return {
    name,
    version: 1,
    schema: State,
    finalSteps: ['told'],
    idleMinutes: 5,
    needs(state, _turn, beginning): Readonly<Record<string, Query>> {
      if (state !== undefined) return {}
      const { number } = (beginning?.data ?? {}) as { number?: number }
      return { told: { ask: name, ...(number === undefined ? {} : { number }) } satisfies ToldQuery }
    },
    start(turn, { told }) {
      if (told === undefined) return step<State, never>({ step: 'told' })
      const here =
        told.here !== undefined && turn.by.chat.kind === 'group'
          ? [{ text: told.here, to: 'here' as const }]
          : []
      return step<State, never>({ step: 'told' }, [...here, { text: told.text }])
    },
    next: (state) => step<State, never>(state),
    resume: () => [],
  }
}

/** 对账 募捐3: three columns and where they do not meet. */
export const reconcileDialogue = telling('donations.reconcile')
/** 我捐的到账了吗: what one promised and what the charity booked of it. */
export const mineDialogue = telling('donations.mine')
