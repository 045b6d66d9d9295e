/** 还欠什么: duties × who answers for whom − what was done. Pure. */
import type { Directory } from '../../../kernel/directory.ts'
import { answeringOn } from '../answering.ts'
import { countsFor, type Visit } from '../visit.ts'
import { type DutyRule, holdsOn, type Per } from './duties.store.ts'
import { type DutyPeriod, periodOf } from './duty-period.ts'

/** One duty of one leader towards one chamber or company, or as a whole (`code` their own). */
export interface Debt {
  readonly leader: string
  readonly rule: DutyRule
  readonly period: DutyPeriod
  readonly per: Per
  readonly code: string
  readonly count: number
  /** May be more than was asked for. */
  readonly done: number
}

export const owing = ({ count, done }: Pick<Debt, 'count' | 'done'>): number => Math.max(0, count - done)

/** The rules that hold on a day, and the days that visits have to be known of for them. */
export function rulesOn(rules: readonly DutyRule[], day: string) {
  const held = rules.filter((rule) => holdsOn(rule, day))
  const periods = held.map(({ every }) => periodOf(every, day))
  return {
    held,
    from: periods.map(({ from }) => from).sort()[0] ?? day,
    to:
      periods
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? day,
  }
}

/**
 * Every duty of every leader on a day: by the rules that hold on it and by who answers on it. What was done counts
 * for whoever answered when it was done, or whose deputy went.
 * @param day the period's last day, or today where that is earlier.
 * @param visits those of all periods concerned, see `rulesOn`.
 */
export function debtsOn(
  rules: readonly DutyRule[],
  visits: readonly Visit[],
  directory: Directory,
  day: string,
): readonly Debt[] {
  const { held } = rulesOn(rules, day)
  if (held.length === 0) return []
  const answering = answeringOn(directory, day)
  const done = tallyOf(visits, directory)
  const ofCompanies = [...directory.companies.keys()].flatMap((code) => {
    const leader = answering.company(code)?.leader
    return leader === undefined ? [] : [{ leader, code }]
  })
  const ofChambers = [...answering.chambers].map(([code, { leader }]) => ({ leader, code }))
  const leaders = [...new Set([...ofCompanies, ...ofChambers].map(({ leader }) => leader))]
  return held.flatMap((rule): readonly Debt[] => {
    const { per, kind, every, count } = rule
    const period = periodOf(every, day)
    const targets =
      per === 'chamber'
        ? ofChambers
        : per === 'company'
          ? ofCompanies
          : leaders.map((leader) => ({ leader, code: leader }))
    return targets.map(({ leader, code }) => ({
      ...{ leader, rule, period, per, code, count },
      done: (done.get(keyOf(leader, kind, per, code)) ?? []).filter(
        (on) => on >= period.from && on <= period.to,
      ).length,
    }))
  })
}

const keyOf = (leader: string, kind: string, per: Per, code: string) => `${leader} ${kind} ${per} ${code}`

/** The days on which each was done: one visit counts once for a chamber, however many of its companies it was to. */
function tallyOf(visits: readonly Visit[], directory: Directory): ReadonlyMap<string, readonly string[]> {
  const days = new Map<string, string[]>()
  for (const visit of visits) {
    const keys = new Set<string>()
    for (const { leader, company, chamber } of countsFor(visit, directory)) {
      if (chamber !== null) keys.add(keyOf(leader, visit.kind, 'chamber', chamber))
      if (company !== null) keys.add(keyOf(leader, visit.kind, 'company', company))
      keys.add(keyOf(leader, visit.kind, 'leader', leader))
    }
    // Towards a leader's own total any place counts, also one that nobody is responsible for.
    if (visit.state === 'recorded') keys.add(keyOf(visit.leader, visit.kind, 'leader', visit.leader))
    for (const key of keys) days.set(key, [...(days.get(key) ?? []), visit.day])
  }
  return days
}
