import type { Query } from '../../conversation/dialogue.ts'
import type { Doing } from '../../conversation/feature.ts'
import { appealStates, isOpen } from '../../kernel/appeal-terms.ts'
import { dayNumber, shanghaiMidnight } from '../../kernel/clock.ts'
import type { Counters } from '../../kernel/counters.ts'
import { may } from '../../kernel/person.ts'
import type { Calendar } from '../../kernel/working-days.ts'
import type { Appeal } from './appeal.ts'
import { counterOf, formatNumber, yearOf } from './appeal-number.ts'
import {
  type AppealsQuery,
  type DispatchPlan,
  type ListedPage,
  type ListKind,
  type Lookup,
  PAGE_SIZE,
} from './appeals.effects.ts'
import type { AppealFilter, AppealsStore } from './appeals.store.ts'
import { workingDaysFrom } from './deadlines.ts'
import { handlersOf, identityOf } from './life/appeal-letters.ts'
import type { AppealNumber } from './reading/appeal-numbers.ts'

export interface AnsweringParts {
  readonly store: AppealsStore
  readonly counters: Counters
  readonly calendar: Calendar
}

/** Facts for the dialogues. What a person may not see is answered like what does not exist. */
export async function answerQuery(query: Query, parts: AnsweringParts, doing: Doing): Promise<unknown> {
  const asked = query as AppealsQuery
  const { store, counters } = parts
  const { person } = doing.by
  switch (asked.ask) {
    case 'appeals.number': {
      const year = yearOf(doing.work.at)
      return formatNumber(year, await counters.next(counterOf(year), doing.work))
    }
    case 'appeals.own':
      return store.listOwn(identityOf(doing.by), doing.work)
    case 'appeals.lookup':
      return lookUp(asked.number, store, doing)
    case 'appeals.list': {
      if (!may(person, 'appeal.see-all')) return undefined
      const filter = filterOf(asked.list, doing.work.at)
      const found = await store.list(filter, (asked.page - 1) * PAGE_SIZE, PAGE_SIZE, doing.work)
      return { ...found, page: asked.page } satisfies ListedPage
    }
    case 'appeals.unit-list': {
      if (person.unit === undefined) return []
      const { appeals } = await store.list(
        { unit: person.unit, states: UNIT_STATES },
        0,
        MOST_OF_A_UNIT,
        doing.work,
      )
      return [...appeals].sort((a, b) => (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity))
    }
    case 'appeals.plan':
      return plan(asked.unit, asked.days, parts.calendar, doing)
  }
}

const UNIT_STATES = ['dispatched', 'inProgress', 'paused'] as const
const MOST_OF_A_UNIT = 30

function filterOf(list: ListKind, now: Date): AppealFilter {
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

/** A short number is this year's; last year's is named only where this year has none, and then asked about. */
async function lookUp(asked: AppealNumber, store: AppealsStore, doing: Doing): Promise<Lookup> {
  const thisYear = yearOf(doing.work.at)
  const found = await visible(formatNumber(asked.year ?? thisYear, asked.serial), store, doing)
  if (found !== undefined) {
    const history = await store.history(found.appeal.number, doing.work)
    return { kind: 'found', ...found, history }
  }
  if (asked.year !== undefined) return { kind: 'none' }
  const before = await visible(formatNumber(thisYear - 1, asked.serial), store, doing)
  return before === undefined ? { kind: 'none' } : { kind: 'last-year', number: before.appeal.number }
}

interface Visible {
  readonly appeal: Appeal
  readonly as: 'staff' | 'unit' | 'asker'
}

async function visible(number: string, store: AppealsStore, doing: Doing): Promise<Visible | undefined> {
  const { person } = doing.by
  const appeal = await store.find(number, doing.work)
  if (appeal === undefined) return undefined
  // Somebody's own matter is theirs also where they hold an office, unless that office sees all.
  if (may(person, 'appeal.see-all')) return { appeal, as: 'staff' }
  if (await store.isOwn(number, identityOf(doing.by), doing.work)) return { appeal, as: 'asker' }
  if (may(person, 'appeal.see-dispatched') && appeal.unit !== null && appeal.unit === person.unit)
    return { appeal, as: 'unit' }
  return undefined
}

async function plan(unit: string, days: number, calendar: Calendar, doing: Doing): Promise<DispatchPlan> {
  const handlers = handlersOf(unit, await doing.directory())
  const chats = await Promise.all(handlers.map(({ code }) => doing.reach(code)))
  return {
    dueAt: workingDaysFrom(days, doing.work.at, calendar),
    handlers: handlers.length,
    reachable: chats.filter((chat) => chat !== undefined).length,
  }
}
