import { appealStates, isOpen } from '../../../kernel/appeal-terms.ts'
import { dayNumber, shanghaiMidnight } from '../../../kernel/clock.ts'
import type { ListKind } from '../appeals.effects.ts'
import type { AppealFilter } from '../appeals.store.ts'

export function filterOf(list: ListKind, now: Date): AppealFilter {
  const open = appealStates.filter(isOpen)
  switch (list) {
    case 'open':
      return { states: open }
    case 'undispatched':
      return { states: ['filed', 'accepted', 'sentBack'] }
    case 'today':
      return { filedFrom: shanghaiMidnight(dayNumber(now)) }
    case 'overdue':
      return { states: open, dueBefore: now }
    case 'resolved':
      return { states: ['resolved', 'closed'] }
  }
}
