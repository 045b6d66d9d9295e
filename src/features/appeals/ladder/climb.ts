/** What the clock owes about deadlines. */

import type { Doing } from '../../../conversation/feature.ts'
import { whenDue } from '../../../conversation/when-due.ts'
import { dayOf } from '../../../kernel/clock.ts'
import type { Fact } from '../../../kernel/requests.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Appeal } from '../appeal.ts'
import { atOnceToLeader, climbed, concerned, isLate, isRunning, mayBeToldAt, stageOf } from './ladder.ts'
import { isLateAgain } from './late-again.ts'
import { lookId, type Nudge } from './nudges.store.ts'
import { type LadderParts, tellPeople } from './tell.ts'

const MOST_AT_ONCE = 1_000

/** Writes down when the house looks at an appeal next, or that it need not. */
export async function planLook(
  appeal: Appeal,
  isNew: boolean,
  { nudges, calendar }: LadderParts,
  doing: Doing,
): Promise<void> {
  const { number, dueAt, urgency } = appeal
  const { work } = doing
  const id = lookId(number)
  const runs = isRunning(appeal) && dueAt !== null
  const planned = isNew ? undefined : await nudges.find(id, work)
  if (!runs) {
    if (planned !== undefined && planned.toldAt === null) nudges.save({ ...planned, toldAt: work.at }, work)
    return
  }
  const { steps, nextAt } = climbed(dueAt, urgency, work.at, calendar)
  const at = steps.length > 0 ? work.at : nextAt
  const look: Nudge = {
    ...{ id, number, stage: 'look', person: '', deadline: dueAt },
    dueAt: at ?? dueAt,
    // At the top of the ladder there is nothing to look for until the deadline changes.
    toldAt: at === undefined ? work.at : null,
    seenAt: null,
  }
  if (planned === undefined) nudges.add(look, work)
  else nudges.save(look, work)
}

/** A deadline came into being, moved or ended; who acted has read what they were told. */
export async function hearOf(fact: Fact, parts: LadderParts, doing: Doing): Promise<void> {
  if (fact.kind !== 'appealFiled' && fact.kind !== 'appealMoved' && fact.kind !== 'termChanged') return
  const appeal = await parts.store.find(fact.number, doing.work)
  if (appeal === undefined) return
  if (fact.kind === 'appealMoved') noteSeen([fact.number], parts, doing)
  await planLook(appeal, fact.kind === 'appealFiled', parts, doing)
}

/** Askers are never told by the ladder, so only who holds an office can have read it. */
export function noteSeen(numbers: readonly string[], { nudges }: LadderParts, doing: Doing): void {
  const { code, roles } = doing.by.person
  if (code !== undefined && roles.some((role) => role !== 'member'))
    nudges.noteSeen(numbers, code, doing.work)
}

/** Climbs for every appeal whose time has come, and tells in the morning what came up at night. */
export function openLadder(parts: LadderParts) {
  let lookedForMissing: string | undefined
  /** The next nudge; and once a day it is looked whether any is missing. */
  const next = async (work: Work): Promise<Date | undefined> =>
    lookedForMissing === dayOf(work.at) ? parts.nudges.nextDueAt(work) : work.at
  return whenDue(next, async (doing) => {
    const { at } = doing.work
    if (lookedForMissing !== dayOf(at)) {
      await parts.nudges.planMissing(doing.work)
      lookedForMissing = dayOf(at)
    }
    const taken = await parts.nudges.takeDue(at, MOST_AT_ONCE, doing.work)
    if (taken.length === 0) return
    const [looks, waiting] = [
      taken.filter(({ stage }) => stage === 'look'),
      taken.filter(({ stage }) => stage !== 'look'),
    ]
    const fresh = await lookAt(looks, parts, doing)
    await tellPeople([...waiting, ...fresh.filter(({ dueAt }) => dueAt <= at)], parts, doing)
  })
}

/** Everybody who is to be told now or in the morning, nobody twice about one deadline passed or nearing. */
async function lookAt(looks: readonly Nudge[], parts: LadderParts, doing: Doing): Promise<readonly Nudge[]> {
  if (looks.length === 0) return []
  const { at } = doing.work
  const { store, nudges, calendar } = parts
  const directory = await doing.directory()
  const before = await nudges.listOf(
    looks.map(({ number }) => number),
    doing.work,
  )
  const found = await Promise.all(looks.map(({ number }) => store.find(number, doing.work)))
  const fresh: Nudge[] = []
  for (const [n, look] of looks.entries()) {
    const appeal = found[n]
    const dueAt = appeal?.dueAt ?? null
    if (appeal === undefined || dueAt === null || !isRunning(appeal)) {
      nudges.save({ ...look, toldAt: at }, doing.work)
      continue
    }
    const { steps, nextAt } = climbed(dueAt, appeal.urgency, at, calendar)
    const ofThis = before.filter(({ number }) => number === look.number)
    const told = ofThis.filter(({ deadline }) => deadline.getTime() === dueAt.getTime())
    for (const step of isLateAgain(appeal, ofThis, at) ? atOnceToLeader(steps) : steps) {
      const stage = stageOf(step)
      if (told.some((one) => one.stage === stage)) continue
      if (step.unlessRead && told.some((one) => isLate(one.stage) && one.seenAt !== null)) continue
      const known = new Set(
        told.filter((one) => isLate(one.stage) === isLate(stage)).map(({ person }) => person),
      )
      const reachable = await reachableOf(step.to, appeal, doing)
      for (const person of reachable.filter((code) => !known.has(code))) {
        const nudge: Nudge = {
          id: `${look.number}:${stage}:${dueAt.toISOString()}:${person}`,
          ...{ number: look.number, stage, person, deadline: dueAt },
          dueAt: mayBeToldAt(at, appeal.urgency, calendar),
          toldAt: null,
          seenAt: null,
        }
        nudges.add(nudge, doing.work)
        told.push(nudge)
        fresh.push(nudge)
      }
    }
    nudges.save(
      { ...look, deadline: dueAt, dueAt: nextAt ?? dueAt, toldAt: nextAt === undefined ? at : null },
      doing.work,
    )
  }
  return fresh

  /** Where a step reaches nobody, staff hear of it instead: a unit with neither head nor account is theirs to phone. */
  async function reachableOf(
    to: Parameters<typeof concerned>[0],
    appeal: Appeal,
    hands: Doing,
  ): Promise<readonly string[]> {
    const codes = concerned(to, appeal, directory, at)
    const chats = await Promise.all(codes.map((code) => hands.reach(code)))
    const reached = codes.filter((_code, index) => chats[index] !== undefined)
    return reached.length > 0 || to === 'staff' || to === 'leader'
      ? reached
      : reachableOf('staff', appeal, hands)
  }
}
