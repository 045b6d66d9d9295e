import type { Answers, Desk } from '../../conversation/desk.ts'
import { counterOf, formatNumber, yearOf } from './appeal-number.ts'
import type { AppealsQuery } from './appeals.effects.ts'
import type { AppealsParts } from './appeals-parts.ts'
import { noteSeen } from './ladder/climb.ts'
import { lookUp } from './look-up.ts'

/** 编号: a new one, and what stands under one, for the dialogues of every desk. */
export function numbersDesk(parts: AppealsParts): Desk {
  const { store, counters } = parts
  return {
    answers: {
      async 'appeals.number'(_query, { work }) {
        const year = yearOf(work.at)
        return formatNumber(year, await counters.next(counterOf(year), work))
      },
      async 'appeals.lookup'({ number }, doing) {
        const found = await lookUp(number, store, doing)
        // Whoever looks at it has read what they were told about its deadline.
        if (found.kind === 'found' && found.as !== 'asker') noteSeen([found.appeal.number], parts, doing)
        return found
      },
    } satisfies Answers<Extract<AppealsQuery, { ask: 'appeals.number' | 'appeals.lookup' }>>,
  }
}
