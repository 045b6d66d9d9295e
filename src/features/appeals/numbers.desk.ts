import type { Answers, Desk } from '../../conversation/desk.ts'
import { counterOf, formatNumber, yearOf } from './appeal-number.ts'
import type { AppealsQuery } from './appeals.effects.ts'
import type { AppealsParts } from './appeals-parts.ts'
import { lookUp } from './look-up.ts'

/** 编号: a new one, and what stands under one, for the dialogues of every desk. */
export function numbersDesk({ store, counters }: AppealsParts): Desk {
  return {
    answers: {
      async 'appeals.number'(_query, { work }) {
        const year = yearOf(work.at)
        return formatNumber(year, await counters.next(counterOf(year), work))
      },
      'appeals.lookup': ({ number }, doing) => lookUp(number, store, doing),
    } satisfies Answers<Extract<AppealsQuery, { ask: 'appeals.number' | 'appeals.lookup' }>>,
  }
}
