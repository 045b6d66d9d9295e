import { z } from 'zod'
import type { AccountRecord } from '../../conversation/account-health.ts'
import { type Dialogue, type Effect, step } from '../../conversation/dialogue.ts'
import { may } from '../../kernel/person.ts'
import { channelsTexts as texts } from './channels.texts.ts'

const State = z.object({ step: z.literal('answered') })
type Status = z.infer<typeof State>

/** What `channels.status` is answered with. */
export interface ChannelsNow {
  readonly accounts: readonly AccountRecord[]
  readonly waiting: ReadonlyMap<string, number>
}

/** 渠道状态: one answer, nothing is awaited. */
export const statusDialogue: Dialogue<Status, { readonly now?: ChannelsNow }, Effect> = {
  name: 'channels.status',
  version: 1,
  schema: State,
  finalSteps: ['answered'],
  idleMinutes: 1,
  needs: (_state, { by }) => (may(by.person, 'channels.see') ? { now: { ask: 'channels.now' } } : {}),
  start({ by }, { now }) {
    const text = now === undefined ? texts.notForYou() : texts.status(now.accounts, now.waiting, by.at)
    return step({ step: 'answered' }, [{ text }])
  },
  next: (state) => step(state),
  resume: () => [],
}
