import { z } from 'zod'
import { type Beginning, type Dialogue, type Query, step } from '../../../conversation/dialogue.ts'
import { may } from '../../../kernel/person.ts'
import type { Appeal } from '../appeal.ts'
import type { Meeting } from './meetings.store.ts'
import { meetingsTexts as texts } from './meetings.texts.ts'

export type MeetingListAsked =
  | { readonly list: 'meetings' }
  | { readonly list: 'awaiting'; readonly page: number }

export type MeetingListQuery = Query & { readonly ask: 'appeals.meetings' } & {
  readonly asked: MeetingListAsked
}

export type MeetingListed =
  | { readonly meetings: readonly Meeting[] }
  | { readonly total: number; readonly appeals: readonly Appeal[]; readonly page: number }

const State = z.object({ step: z.literal('told') })

/** 协调会, 待上会: what was called, and what waits for one. */
export const meetingListDialogue: Dialogue<
  z.infer<typeof State>,
  { readonly listed?: MeetingListed },
  never
> = {
  name: 'appeals.meetings',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 1,
  needs(_state, turn, beginning): Readonly<Record<string, Query>> {
    if (!may(turn.by.person, 'appeal.see-all')) return {}
    const asked = (beginning as Beginning).data as MeetingListAsked
    return { listed: { ask: 'appeals.meetings', asked } satisfies MeetingListQuery as Query }
  },
  start(turn, { listed }) {
    const told = { step: 'told' } as const
    if (listed === undefined) return step(told, [{ text: texts.notForYou() }])
    const now = turn.by.at
    const text =
      'meetings' in listed
        ? texts.meetings(listed.meetings, now)
        : texts.awaiting(listed.total, listed.appeals, listed.page, now)
    return step(told, [{ text }])
  },
  next: (state) => step(state),
  resume: () => [],
}
