import { z } from 'zod'
import {
  type Beginning,
  type Dialogue,
  type Effect,
  type Query,
  step,
} from '../../../conversation/dialogue.ts'
import type { RatesAsked } from './read-rates.ts'

export interface RatesQuery extends Query {
  readonly ask: 'appeals.rates'
  readonly asked: RatesAsked
}

const State = z.object({ step: z.literal('told') })

/** 三率, their lists and their groups: told once, always in private. */
export const ratesDialogue: Dialogue<z.infer<typeof State>, { readonly told?: string }, Effect> = {
  name: 'appeals.rates',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 1,
  needs(_state, _turn, beginning): Readonly<Record<string, Query>> {
    const { data } = beginning as Beginning
    return { told: { ask: 'appeals.rates', asked: data as RatesAsked } satisfies RatesQuery as Query }
  },
  start: (_turn, { told }) => step({ step: 'told' as const }, told === undefined ? [] : [{ text: told }]),
  next: (state) => step(state),
  resume: () => [],
}
