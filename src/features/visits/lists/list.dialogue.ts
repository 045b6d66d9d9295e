import { z } from 'zod'
import { type Dialogue, type Effect, type Query, step } from '../../../conversation/dialogue.ts'
import { VisitsAsked } from './read-list.ts'

export interface VisitsListQuery extends Query {
  readonly ask: 'visits.list'
  readonly asked: VisitsAsked
}

const State = z.object({ step: z.literal('told') })
type Told = z.infer<typeof State>

/** What is asked about visits is told at once, in private; nothing stays open. */
export const listDialogue: Dialogue<Told, { readonly text?: string }, Effect> = {
  name: 'visits.list',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 1,
  needs: (state, _turn, beginning): Readonly<Record<string, Query>> =>
    state === undefined
      ? {
          text: {
            ask: 'visits.list',
            asked: VisitsAsked.parse(beginning?.data),
          } satisfies VisitsListQuery as Query,
        }
      : {},
  start: (_turn, { text }) => step<Told, Effect>({ step: 'told' }, text === undefined ? [] : [{ text }]),
  next: (state) => step<Told, Effect>(state),
  resume: () => [],
}
