import { z } from 'zod'
import { type Dialogue, step } from '../conversation/dialogue.ts'
import { type Act, may } from '../kernel/person.ts'
import { mailingTexts as texts } from './mailing.texts.ts'
import type { MailingOwner } from './mailing-confirmation.ts'
import type { Standing } from './mailing-standing.ts'

const State = z.object({ step: z.literal('told') })
type ProgressState = z.infer<typeof State>

export interface ProgressQuery<Owner extends MailingOwner = MailingOwner> {
  readonly ask: `${Owner}.progress`
  readonly number?: number
}
/** A note is about something that was never put on the road: a draft. */
export type Progress = Standing | { readonly note: string }
type Facts = { readonly progress?: Progress }

/** 通知57发得怎么样了: one answer, in private, because failures name groups. */
export function progressDialogue(
  owner: MailingOwner,
  noun: string,
  acts: readonly Act[],
): Dialogue<ProgressState, Facts, never> {
  return {
    name: `${owner}.progress`,
    version: 1,
    schema: State,
    finalSteps: ['told'],
    idleMinutes: 5,
    needs(state, _turn, beginning) {
      if (state !== undefined) return {}
      const { number } = (beginning?.data ?? {}) as { number?: number }
      const query: ProgressQuery = { ask: `${owner}.progress`, ...(number === undefined ? {} : { number }) }
      return { progress: query }
    },
    start(turn, { progress }, beginning) {
      const told = (text: string) => step<ProgressState, never>({ step: 'told' }, [{ text }])
      if (!acts.some((act) => may(turn.by.person, act))) return told(texts.mayNotAsk(noun))
      const { number } = (beginning.data ?? {}) as { number?: number }
      if (progress === undefined) return told(texts.noSuch(noun, number))
      if ('note' in progress) return told(progress.note)
      const { title, state, counts, troubles, when } = progress
      return told(texts.progress(noun, progress.number, title, texts.state[state], counts, troubles, when))
    },
    next: (state) => step<ProgressState, never>(state),
    resume: () => [],
  }
}
