import { z } from 'zod'
import { type Dialogue, type Query, step } from '../../../conversation/dialogue.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { may } from '../../../kernel/person.ts'
import type { Standing } from '../../../kernel/standing.ts'
import { circularTexts as texts } from './circular.texts.ts'
import type { Circular } from './circular.ts'
import type { CircularFigures } from './circular-figures.ts'
import { compileCircular } from './compile-circular.ts'
import { periodOfMonth, spokenMonth } from './month.ts'
import { CircularAsked } from './read-circular.ts'

export type CircularQuery = Query & { readonly ask: 'oversight.circular-figures'; readonly month: string }
/** Free: a draft for the office reaches nobody else. */
export interface WriteCircular {
  readonly kind: 'oversight.writeCircular'
  readonly circular: Circular
}

const State = z.object({ step: z.enum(['writing', 'refused']) })
type CircularState = z.infer<typeof State>

interface Known {
  readonly figures?: CircularFigures
  readonly directory?: Directory
  readonly visits?: Standing
}

/** 月度通报: the figures are looked up; the document comes back from an errand, with the whole text. */
export const circularDialogue: Dialogue<CircularState, Known, WriteCircular> = {
  name: 'oversight.circular',
  version: 1,
  schema: State,
  finalSteps: ['writing', 'refused'],
  idleMinutes: 1,
  needs(state, turn, beginning): Readonly<Record<string, Query>> {
    const asked = CircularAsked.safeParse(beginning?.data).data
    if (state !== undefined || asked === undefined || !may(turn.by.person, 'circular.draft')) return {}
    const { month } = asked
    const figures: CircularQuery = { ask: 'oversight.circular-figures', month }
    const visits = {
      ask: 'visits.standing',
      of: 'done',
      visit: null,
      where: { leader: null, chamber: null, company: null, mine: false },
      period: periodOfMonth(month, turn.by.at),
    } as const
    return { figures, directory: { ask: 'membership.directory' }, visits: visits as Query }
  },
  start(turn, { figures, directory, visits }, beginning) {
    const asked = CircularAsked.safeParse(beginning.data).data
    const { at } = turn.by
    if (asked === undefined || figures === undefined || directory === undefined)
      return step<CircularState, WriteCircular>({ step: 'refused' }, [{ text: texts.notForYou() }])
    const circular = compileCircular(asked.month, figures, { at, directory, visits })
    // On the first working day it comes by itself: one letter, with the draft.
    const says = turn.kind === 'invited' ? [] : [{ text: texts.writing(spokenMonth(asked.month, at)) }]
    return step<CircularState, WriteCircular>({ step: 'writing' }, says, [
      { kind: 'oversight.writeCircular', circular },
    ])
  },
  next: (state) => step<CircularState, WriteCircular>(state),
  resume: () => [],
}
