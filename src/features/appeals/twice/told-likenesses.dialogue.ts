import { z } from 'zod'
import { type Beginning, type Dialogue, type Query, step } from '../../../conversation/dialogue.ts'
import { may } from '../../../kernel/person.ts'
import type { Lookup } from '../appeals.effects.ts'
import type { ApartAsked } from './read-merge.ts'
import type { OpenLikeness, TwiceEffect } from './twice.effects.ts'
import { twiceTexts as texts } from './twice.texts.ts'

const State = z.object({ step: z.literal('told') })
const told = { step: 'told' } as const

/** 疑似重复: what staff have not decided about yet. */
export const likenessesDialogue: Dialogue<
  z.infer<typeof State>,
  { readonly open?: readonly OpenLikeness[] },
  TwiceEffect
> = {
  name: 'appeals.likenesses',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 1,
  needs: (_state, turn): Readonly<Record<string, Query>> =>
    may(turn.by.person, 'appeal.merge') ? { open: { ask: 'appeals.likenesses' } } : {},
  start: (_turn, { open }) =>
    step(told, [{ text: open === undefined ? texts.likenessesNotForYou() : texts.likenesses(open) }]),
  next: (state) => step(state),
  resume: () => [],
}

/** 0307 和 0306 不是一回事: decided at once, because nothing changes but that nobody asks again. */
export const apartDialogue: Dialogue<
  z.infer<typeof State>,
  { readonly one?: Lookup; readonly other?: Lookup },
  TwiceEffect
> = {
  name: 'appeals.apart',
  version: 1,
  schema: State,
  finalSteps: ['told'],
  idleMinutes: 1,
  needs(_state, turn, beginning): Readonly<Record<string, Query>> {
    if (!may(turn.by.person, 'appeal.merge')) return {}
    const { numbers } = (beginning as Beginning).data as ApartAsked
    return {
      one: { ask: 'appeals.lookup', number: numbers[0] } as Query,
      other: { ask: 'appeals.lookup', number: numbers[1] } as Query,
    }
  },
  start(turn, { one, other }) {
    if (!may(turn.by.person, 'appeal.merge')) return step(told, [{ text: texts.notForYou() }])
    if (one?.kind !== 'found' || other?.kind !== 'found') return step(told, [{ text: texts.whichNumbers() }])
    return step<z.infer<typeof State>, TwiceEffect>(
      told,
      [{ text: texts.keptApart() }],
      [{ kind: 'appeals.different', numbers: [one.appeal.number], other: other.appeal.number }],
    )
  },
  next: (state) => step(state),
  resume: () => [],
}
