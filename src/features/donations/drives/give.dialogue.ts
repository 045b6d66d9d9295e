import { z } from 'zod'
import { type Dialogue, type Say, step } from '../../../conversation/dialogue.ts'
import { donationsTexts as texts } from '../donations.texts.ts'
import type { Drive } from '../drive.ts'

const State = z.object({ step: z.literal('told') })
type GiveState = z.infer<typeof State>

export interface OpenQuery {
  readonly ask: 'donations.open'
}
interface Known {
  readonly open?: readonly Drive[]
}

/**
 * 我想捐一万，怎么交: where to turn. Nothing is taken, promised or written down, and in a group not even the
 * amount is said back: Charity Law art. 26 leaves the money to the charity, art. 32 forbids pressing anybody.
 */
export const giveDialogue: Dialogue<GiveState, Known, never> = {
  name: 'donations.give',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 5,
  needs: (state) => (state === undefined ? { open: { ask: 'donations.open' } satisfies OpenQuery } : {}),
  start(turn, { open = [] }) {
    const full: Say = { text: open.length === 0 ? texts.nothingToGiveTo() : texts.whereToGive(open) }
    const here: readonly Say[] =
      turn.by.chat.kind === 'group' ? [{ text: texts.whereToGiveInGroup(), to: 'here' }] : []
    return step<GiveState, never>({ step: 'told' }, [...here, full])
  },
  next: (state) => step<GiveState, never>(state),
  resume: () => [],
}
