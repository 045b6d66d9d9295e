import { z } from 'zod'
import { type Dialogue, type Effect, step } from '../../conversation/dialogue.ts'
import { membershipTexts as texts } from './membership.texts.ts'

/** Effects whose outcome only the store knows; the service writes the answer in the same transaction. */
export type MembershipEffect =
  | (Effect & { readonly kind: 'membership.redeem'; readonly code: string })
  | (Effect & { readonly kind: 'membership.issue'; readonly name: string })

const State = z.object({ step: z.literal('done') })

/** “绑定 K7PM2Q9X”: one line, answered at once. */
export const bindDialogue: Dialogue<z.infer<typeof State>, unknown, MembershipEffect> = {
  name: 'membership.bind',
  version: 1,
  schema: State,
  finalSteps: ['done'],
  idleMinutes: 1,
  start(turn, _facts, beginning) {
    const { code } = beginning.data as { code: string | null }
    const done = { step: 'done' } as const
    if (turn.by.chat.kind === 'group') return step(done, [{ text: texts.bindInPrivate(), to: 'private' }])
    const { person } = turn.by
    if (person.code !== undefined) return step(done, [{ text: texts.alreadyBound(person.name) }])
    if (code === null) return step(done, [{ text: texts.whichCode() }])
    return step(done, [], [{ kind: 'membership.redeem', code }])
  },
  next: (state) => step(state),
  resume: () => [],
}

/** “发绑定码 王小明”: staff only. */
export const issueCodeDialogue: Dialogue<z.infer<typeof State>, unknown, MembershipEffect> = {
  name: 'membership.issue-code',
  version: 1,
  schema: State,
  finalSteps: ['done'],
  idleMinutes: 1,
  start(_turn, _facts, beginning) {
    const { name, allowed } = beginning.data as { name: string; allowed: boolean }
    const done = { step: 'done' } as const
    if (!allowed) return step(done, [{ text: texts.notAllowedToIssue() }])
    if (name === '') return step(done, [{ text: texts.whoseCode() }])
    return step(done, [], [{ kind: 'membership.issue', name }])
  },
  next: (state) => step(state),
  resume: () => [],
}
