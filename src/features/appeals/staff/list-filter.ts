import { type AppealState, appealStates, isOpen } from '../../../kernel/appeal-terms.ts'
import { dayNumber, shanghaiMidnight } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import type { ListKind, ListWish } from '../appeals.effects.ts'
import type { AppealFilter } from '../appeals.store.ts'

/** 快到期: what falls due today or on one of the next two days. */
const SOON_DAYS = 3

export function filterOf(list: ListKind, now: Date): AppealFilter {
  const open = appealStates.filter(isOpen)
  const only = (...states: AppealState[]): AppealFilter => ({ states })
  switch (list) {
    case 'open':
      return { states: open }
    case 'undispatched':
      return only('filed', 'accepted', 'sentBack')
    case 'handled':
      return only('dispatched', 'inProgress', 'paused')
    case 'today':
      return { filedFrom: shanghaiMidnight(dayNumber(now)) }
    case 'overdue':
      // Of a paused one the clock stands still.
      return { states: open.filter((state) => state !== 'paused'), dueBefore: now }
    case 'dueSoon':
      return {
        states: open.filter((state) => state !== 'paused'),
        dueFrom: now,
        dueBefore: shanghaiMidnight(dayNumber(now) + SOON_DAYS),
      }
    case 'resolved':
      return only('resolved', 'closed')
    case 'awaiting':
      return { ...only('resolved'), isUnanswered: true }
    case 'paused':
    case 'sentBack':
    case 'closed':
    case 'withdrawn':
    case 'referred':
    case 'merged':
      return only(list)
    case 'all':
      return {}
  }
}

/** The day a period is about: when it was due, done or, for all others, filed. */
function daysOf({ list, from, to }: ListWish): AppealFilter {
  if (from === undefined || to === undefined) return {}
  const first = shanghaiMidnight(dayNumber(new Date(`${from}T12:00:00+08:00`)))
  const after = shanghaiMidnight(dayNumber(new Date(`${to}T12:00:00+08:00`)) + 1)
  if (list === 'dueSoon') return { dueFrom: first, dueBefore: after }
  if (list === 'resolved' || list === 'closed') return { resolvedFrom: first, resolvedBefore: after }
  return { filedFrom: first, filedBefore: after }
}

export function filterFor(wish: ListWish, now: Date, directory: Directory): AppealFilter {
  const { list, unit, category, urgency, chamber, companies, companyName, place } = wish
  const days = daysOf(wish)
  return {
    ...filterOf(list === 'today' && days.filedFrom !== undefined ? 'all' : list, now),
    ...days,
    ...(unit === undefined ? {} : { unit }),
    ...(category === undefined ? {} : { category }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(chamber === undefined ? {} : { chamber }),
    ...(companies === undefined ? {} : { companies }),
    ...(companyName === undefined ? {} : { companyName }),
    ...(place === undefined ? {} : { place: { name: place, companies: companiesIn(place, directory) } }),
  }
}

const companiesIn = (place: string, directory: Directory) =>
  [...directory.companies.values()]
    .filter(({ town }) => town !== undefined && (town.includes(place) || place.includes(town)))
    .map(({ code }) => code)
