/** 提醒的阶梯: whom a deadline concerns and when. Pure. */
import type { Urgency } from '../../../kernel/appeal-terms.ts'
import { dayOf } from '../../../kernel/clock.ts'
import {
  answeringFor,
  type Directory,
  peopleWithRole,
  type RosterPerson,
  scopeOf,
} from '../../../kernel/directory.ts'
import { whenAwake } from '../../../kernel/quiet-hours.ts'
import { isHiddenAmongFirms } from '../../../kernel/sealed-circles.ts'
import { DEFAULT_TERMS, type LadderStep } from '../../../kernel/terms.ts'
import type { Appeal } from '../appeal.ts'
import type { TermsCalendar } from '../deadlines.ts'
import { handlersOf } from '../life/appeal-letters.ts'
import { apart } from '../terms/length.ts'

const DAY_MS = 86_400_000
/** A sealed matter among fewer firms than these would tell whose it is. */
const FEWEST_FIRMS = 5

const RUNNING: readonly Appeal['status'][] = ['filed', 'accepted', 'dispatched', 'inProgress', 'sentBack']

/** Whether anybody owes an answer now: not while it is paused, not once it is done. */
export const isRunning = ({ status, dueAt }: Pick<Appeal, 'status' | 'dueAt'>): boolean =>
  dueAt !== null && RUNNING.includes(status)

export const stageOf = ({ to, before }: LadderStep): string =>
  `${to}-${before === undefined ? 'after' : 'before'}`
export const isLate = (stage: string): boolean => stage.endsWith('-after')

/** When somebody may be told: what is critical at once, the rest not in quiet hours. */
export function mayBeToldAt(at: Date, urgency: Urgency, calendar: TermsCalendar): Date {
  if (urgency === 'critical') return at
  return whenAwake(at, (calendar.terms ?? DEFAULT_TERMS).quietHours, calendar)
}

export interface Reached {
  /** The steps whose time has come; a reminder beforehand is none any more once the deadline passed. */
  readonly steps: readonly LadderStep[]
  /** When the next one comes; undefined at the top. */
  readonly nextAt: Date | undefined
}

/** How far up the ladder a deadline has come by now. */
export function climbed(deadline: Date, urgency: Urgency, now: Date, calendar: TermsCalendar): Reached {
  const steps: LadderStep[] = []
  let nextAt: Date | undefined
  for (const step of (calendar.terms ?? DEFAULT_TERMS).ladder[urgency]) {
    const { before, after } = step
    const at =
      before === undefined
        ? apart(after ?? { clockMinutes: 0 }, deadline, 1, calendar)
        : apart(before, deadline, -1, calendar)
    // Beyond the loaded years nobody knows: looked at again tomorrow.
    const when = at instanceof Date ? at : new Date(now.getTime() + DAY_MS)
    if (when > now) nextAt = nextAt === undefined || when < nextAt ? when : nextAt
    else if (before === undefined || now < deadline) steps.push(step)
  }
  return { steps, nextAt }
}

/** What passed its time a second time, the leader hears at once and not again at their own step. */
export const atOnceToLeader = (steps: readonly LadderStep[]): readonly LadderStep[] => [
  ...steps.filter((step) => stageOf(step) !== 'leader-after'),
  { to: 'leader', after: { clockMinutes: 0 }, unlessRead: false },
]

/** Roster codes of those whom a step concerns; nobody where the roster names none. */
export function concerned(
  to: LadderStep['to'],
  appeal: Pick<Appeal, 'unit' | 'company' | 'chamber' | 'leader' | 'sealed'>,
  directory: Directory,
  at: Date,
): readonly string[] {
  const codes = (people: readonly RosterPerson[]) => people.map(({ code }) => code)
  const staff = () => codes(peopleWithRole(directory, 'staff'))
  const { unit } = appeal
  switch (to) {
    case 'handlers':
      // What no unit has is staff's own to take up.
      return unit === null ? staff() : codes(handlersOf(unit, directory))
    case 'head': {
      const head = unit === null ? undefined : directory.units.get(unit)?.head
      return unit === null ? staff() : head === undefined ? [] : [head]
    }
    case 'staff':
      return staff()
    case 'leader': {
      const day = dayOf(at)
      const who = answeringFor(directory, { ...appeal, company: appeal.company?.code ?? null }, day)
      if (who === undefined) return []
      const isCrowded = scopeOf(directory, who.leader, day).companies.size >= FEWEST_FIRMS
      // What they may not look up is not told either: that it cannot be found would tell whose it is.
      const isHidden = isCrowded && isHiddenAmongFirms(directory, appeal, day)
      return appeal.sealed && !isHidden ? [] : [who.leader, ...who.deputies]
    }
  }
}
