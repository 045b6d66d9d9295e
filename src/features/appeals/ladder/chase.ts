/** 催办 by staff: one reminder to every handler of what is late, or of one matter. */
import type { Doing } from '../../../conversation/feature.ts'
import { appealStates, isOpen } from '../../../kernel/appeal-terms.ts'
import { dayAndHour, dayOf } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import type { Appeal } from '../appeal.ts'
import { formatNumber, yearOf } from '../appeal-number.ts'
import { handlersOf } from '../life/appeal-letters.ts'
import type { LadderQuery } from './ladder.effects.ts'
import { type ChasePlan, ladderTexts as texts } from './ladder.texts.ts'
import { isRunning, mayBeToldAt } from './ladder.ts'
import type { Nudge } from './nudges.store.ts'
import { type LadderParts, tellPeople } from './tell.ts'

/** More at once is a list to be worked through, not a reminder. */
const MOST_CHASED = 300

/** Once a day for each matter and person, so the day is part of its name. */
const chaseId = (number: string, person: string, at: Date) => `${number}:chase:${dayOf(at)}:${person}`

async function wanted(
  { number }: Pick<LadderQuery, 'number'>,
  { store }: LadderParts,
  doing: Doing,
): Promise<readonly Appeal[]> {
  const { at } = doing.work
  if (number !== null) {
    const found = await store.find(formatNumber(number.year ?? yearOf(at), number.serial), doing.work)
    return found === undefined ? [] : [found]
  }
  const states = appealStates.filter((state) => isOpen(state) && state !== 'paused')
  const page = await store.list({ states, dueBefore: at }, 0, MOST_CHASED, doing.work)
  return page.appeals
}

/** What would be sent to whom; undefined where this person may not, or one was asked for that does not run. */
export async function planChase(
  query: LadderQuery,
  parts: LadderParts,
  doing: Doing,
): Promise<ChasePlan | undefined> {
  if (!may(doing.by.person, 'appeal.dispatch')) return undefined
  const { at } = doing.work
  const appeals = (await wanted(query, parts, doing)).filter(isRunning)
  if (query.number !== null && appeals.length === 0) return undefined
  const directory = await doing.directory()
  const chased = new Set(
    (await parts.nudges.listOf(numbersOf(appeals), doing.work))
      .filter(({ id, number, person }) => id === chaseId(number, person, at))
      .map(({ number }) => number),
  )
  const fresh = appeals.filter(({ number, unit }) => unit !== null && !chased.has(number))
  const people = new Map<string, string>()
  const unreached = new Set<string>()
  const items: ChasePlan['items'][number][] = []
  for (const appeal of fresh) {
    const unitName = directory.units.get(appeal.unit ?? '')?.name ?? appeal.unit ?? ''
    let reaches = false
    const handlers = handlersOf(appeal.unit ?? '', directory)
    for (const { code, name } of handlers) {
      if ((await doing.reach(code)) === undefined) unreached.add(name)
      else {
        people.set(code, name)
        reaches = true
      }
    }
    if (handlers.length === 0) unreached.add(unitName)
    if (reaches) items.push({ number: appeal.number, unitName, late: late(appeal, at) })
  }
  const times = fresh.map(({ urgency }) => mayBeToldAt(at, urgency, parts.calendar))
  const held = times.find((time) => time > at)
  return {
    items,
    people: [...people.values()],
    unreached: [...unreached],
    withoutUnit: numbersOf(appeals.filter(({ unit }) => unit === null)),
    chasedToday: [...chased],
    postponedTo: held ?? null,
  }
}

const numbersOf = (appeals: readonly Appeal[]) => appeals.map(({ number }) => number)

const late = ({ dueAt }: Appeal, at: Date) =>
  dueAt === null ? '' : `${dayAndHour(dueAt, at)}${dueAt < at ? ' 已超期' : ' 到期'}`

/** Sends what the preview showed; what was done or reminded of meanwhile is left out. */
export async function chaseAppeals(
  numbers: readonly string[],
  parts: LadderParts,
  doing: Doing,
): Promise<void> {
  if (!may(doing.by.person, 'appeal.dispatch')) return
  const { at } = doing.work
  const { store, nudges, calendar } = parts
  const directory = await doing.directory()
  const now: Nudge[] = []
  const later: Nudge[] = []
  for (const number of numbers) {
    const appeal = await store.find(number, doing.work)
    if (appeal === undefined || appeal.dueAt === null || appeal.unit === null || !isRunning(appeal)) continue
    let reached = 0
    for (const { code } of handlersOf(appeal.unit, directory)) {
      const id = chaseId(number, code, at)
      if ((await doing.reach(code)) === undefined || (await nudges.find(id, doing.work)) !== undefined)
        continue
      const dueAt = mayBeToldAt(at, appeal.urgency, calendar)
      const nudge: Nudge = {
        ...{ id, number, stage: 'chase', person: code, deadline: appeal.dueAt, dueAt },
        toldAt: null,
        seenAt: null,
      }
      nudges.add(nudge, doing.work)
      ;(dueAt > at ? later : now).push(nudge)
      reached++
    }
    if (reached === 0) continue
    store.note(
      {
        ...{ number, at, act: 'nudge', from: appeal.status, to: appeal.status, role: 'staff' },
        by: doing.by.person.code ?? null,
        note: texts.note('chase'),
      },
      doing.work,
    )
  }
  await tellPeople(now, parts, doing)
  doing.audit('appeals.chase', 'overdue', {
    appeals: new Set([...now, ...later].map((one) => one.number)).size,
  })
  const all = [...now, ...later]
  const count = (of: readonly string[]) => new Set(of).size
  const [first] = later
  const text = texts.chased(
    count(all.map(({ number }) => number)),
    count(all.map(({ person }) => person)),
    first === undefined ? null : dayAndHour(first.dueAt, at),
  )
  doing.post(`${doing.turnKey}:chased`, { to: doing.by.home, text, origin: 'automatic' })
}
