/** What is still owed is said before a period ends: 15 days before, and 3 working days before. */
import type { Desk } from '../../../conversation/desk.ts'
import type { Doing } from '../../../conversation/feature.ts'
import { whenDue } from '../../../conversation/when-due.ts'
import { dayNumber, dayOf, shanghaiMidnight } from '../../../kernel/clock.ts'
import { whenAwake } from '../../../kernel/quiet-hours.ts'
import { type Calendar, workingDaysBefore, workingDaysBetween } from '../../../kernel/working-days.ts'
import { dutiesTexts as texts } from './duties.texts.ts'
import type { DutiesParts } from './duties-parts.ts'
import { dayAfter, numberOfDay } from './duty-period.ts'
import { type Debt, debtsOn, owing, rulesOn } from './owed.ts'
import { byPeriod } from './visits-standing.ts'

const DAYS_BEFORE = 15
const WORKING_DAYS_BEFORE = 3
/** After the digests of the morning. */
const MORNING_MS = 9 * 3_600_000
const LEADERS_AT_ONCE = 25
const PAUSE_MS = 1_000

export type Stage = 'first' | 'last'

/** How near a period's end a day is; undefined while it is not near, and after it. */
export function stageOn(day: string, end: string, calendar: Calendar): Stage | undefined {
  if (day > end || day < dayAfter(end, -DAYS_BEFORE)) return undefined
  const lastDays = workingDaysBefore(shanghaiMidnight(numberOfDay(end)), WORKING_DAYS_BEFORE, calendar)
  // Where the year is not loaded nobody knows; five days are three working days more often than not.
  const from = lastDays instanceof Date ? dayOf(lastDays) : dayAfter(end, -5)
  return day >= from ? 'last' : 'first'
}

/** Looked at once a day, in the morning; nothing is asked of the database before. */
export function openReminders(parts: DutiesParts): Required<Pick<Desk, 'due' | 'nextDueAt'>> {
  const { quietHours, workdays } = parts
  let doneOn: string | undefined
  let again: Date | undefined
  const morningOf = (day: number) =>
    whenAwake(new Date(shanghaiMidnight(day).getTime() + MORNING_MS), quietHours, workdays.calendar)
  const timed = whenDue(
    async ({ at }) => {
      if (doneOn === dayOf(at)) return morningOf(dayNumber(at) + 1)
      const morning = morningOf(dayNumber(at))
      return again !== undefined && again > morning ? again : morning
    },
    async (doing) => {
      const { at } = doing.work
      const isDone = await remindOfDuties(parts, doing)
      doneOn = isDone ? dayOf(at) : undefined
      again = isDone ? undefined : new Date(at.getTime() + PAUSE_MS)
    },
  )
  return { due: timed.due, nextDueAt: timed.nextDueAt }
}

/** Some leaders at a time; true once nobody was left to be told: what a pass that fails had told is told by the next. */
async function remindOfDuties(parts: DutiesParts, doing: Doing): Promise<boolean> {
  const { duties, visits, workdays } = parts
  const { work } = doing
  const today = dayOf(work.at)
  const rules = await duties.listRules(work)
  if (rules.length === 0) return true
  await workdays.refresh(work)
  const { held, from, to } = rulesOn(rules, today)
  const ends = [...new Set(debtsEnds(held, today))].flatMap((end) => {
    const stage = stageOn(today, end, workdays.calendar)
    return stage === undefined ? [] : [{ end, stage }]
  })
  if (ends.length === 0) return true
  const directory = await doing.directory()
  const debts = debtsOn(held, await visits.listDone(from, to, work), directory, today)
  let left = LEADERS_AT_ONCE
  let isQuiet = true
  for (const { end, stage } of ends) {
    const open = debts.filter((debt) => debt.period.to === end && owing(debt) > 0)
    const byLeader = [...Map.groupBy(open, ({ leader }) => leader)]
    const known = await Promise.all(
      byLeader.map(([leader]) => duties.findReminder(`${leader}:${end}:${stage}`, work)),
    )
    const fresh = byLeader.filter((_one, n) => known[n] === undefined)
    const now = fresh.slice(0, left)
    for (const [leader, mine] of now) await remind(leader, mine, end, stage, parts, doing)
    left -= now.length
    if (now.length < fresh.length) return false
    const staffTold = await tellStaff(byLeader, end, stage, parts, doing)
    if (now.length > 0 || staffTold) isQuiet = false
  }
  return isQuiet
}

const debtsEnds = (held: ReturnType<typeof rulesOn>['held'], today: string) =>
  held.map((rule) => rulesOn([rule], today).to)

async function remind(
  leader: string,
  debts: readonly Debt[],
  end: string,
  stage: Stage,
  { duties, workdays }: DutiesParts,
  doing: Doing,
): Promise<void> {
  const { work } = doing
  const id = `${leader}:${end}:${stage}`
  duties.addReminder({ id, person: leader, dueAt: work.at, toldAt: work.at }, work)
  const to = await doing.reach(leader)
  if (to === undefined) return
  const left = workingDaysBetween(work.at, shanghaiMidnight(numberOfDay(end)), workdays.calendar)
  const text = texts.reminder(
    byPeriod(debts, dayOf(work.at)),
    typeof left === 'number' ? left : null,
    await doing.directory(),
  )
  doing.post(`duty:${id}`, { to, text, origin: 'automatic' })
  doing.audit('visits.remind', `leader:${leader}`, {
    stage,
    owed: debts.reduce((n, one) => n + owing(one), 0),
  })
}

/** Once for each end and stage, when everybody was told. */
async function tellStaff(
  byLeader: readonly (readonly [string, readonly Debt[]])[],
  end: string,
  stage: Stage,
  { duties }: DutiesParts,
  doing: Doing,
): Promise<boolean> {
  const { work } = doing
  const id = `staff:${end}:${stage}`
  if (byLeader.length === 0 || (await duties.findReminder(id, work)) !== undefined) return false
  duties.addReminder({ id, person: 'staff', dueAt: work.at, toldAt: work.at }, work)
  const reached = await doing.reachAll(byLeader.map(([leader]) => leader))
  const text = texts.staffReminder(
    byLeader,
    byLeader.map(([leader]) => leader).filter((code) => !reached.has(code)),
    byPeriod(
      byLeader.flatMap(([, debts]) => debts),
      dayOf(work.at),
    ).map(({ period }) => period),
    end,
    await doing.directory(),
  )
  await doing.request({ kind: 'staff.tell', key: `duties:${end}:${stage}`, text })
  return true
}
