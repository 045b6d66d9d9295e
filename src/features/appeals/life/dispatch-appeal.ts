import type { Doing } from '../../../conversation/feature.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsEffect } from '../appeals.effects.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { workingDaysFrom } from '../deadlines.ts'
import type { FilingParts } from '../intake/file-appeal.ts'
import { staffTexts as texts } from '../staff/staff.texts.ts'
import type { OrderInvitation } from '../unit/order.dialogue.ts'
import { unitTexts } from '../unit/unit.texts.ts'
import { handlersOf, letterKey, tellStaff, writeToAsker, writeToUnit } from './appeal-letters.ts'
import { type MoveResult, moveAppeal } from './move-appeal.ts'

type DispatchEffect = Extract<AppealsEffect, { kind: 'appeals.dispatch' }>

/** Says to whoever acted that somebody else was faster, or that the matter is not there. */
export function explainRefusal(
  result: Exclude<MoveResult, { kind: 'moved' }>,
  number: string,
  doing: Doing,
): void {
  const text =
    result.kind === 'missing'
      ? appealsTexts.noSuchNumber(number)
      : appealsTexts.overtaken(number, result.appeal.status)
  doing.post(`${doing.turnKey}:refused`, { to: doing.by.home, text, origin: 'automatic' })
}

/** 派单: the unit's handlers get it, the unit that had it before is told, so are the asker and the other staff. */
export async function dispatchAppeal(
  effect: DispatchEffect,
  { store, calendar }: FilingParts,
  doing: Doing,
): Promise<void> {
  const { number, unit, days } = effect
  const { at } = doing.work
  if (!may(doing.by.person, 'appeal.dispatch')) return
  const dueAt = workingDaysFrom(days, at, calendar)
  const before = await store.find(number, doing.work)
  const directory = await doing.directory()
  const unitName = directory.units.get(unit)?.name ?? unit
  const note = `${unitName}，${days} 个工作日`
  const change = () => ({ unit, dueAt })
  const result = await moveAppeal({ number, act: 'dispatch', role: 'staff', note, change }, store, doing)
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  const { appeal } = result
  if (before !== undefined && before.unit !== null && before.unit !== unit)
    await writeToUnit(before, 'taken-away', texts.takenAway(number, unitName), doing)
  const { told, unreached } = await order(appeal, doing)
  const due = dueAt === null ? null : dayAndHour(dueAt, at)
  doing.post(`${doing.turnKey}:dispatched`, {
    to: doing.by.home,
    text: texts.dispatched(number, unitName, due, told, unreached),
    origin: 'automatic',
  })
  await writeToAsker(appeal, 'dispatched', texts.askerDispatched(number, unitName, due), store, doing)
  await tellStaff(appeal, 'dispatched', texts.otherStaffDispatched(number, unitName, due), doing)
}

/** Opens the order with every handler of the unit; gives who was told and who cannot be. */
async function order(appeal: Appeal, doing: Doing) {
  const told: string[] = []
  const unreached: string[] = []
  const data: OrderInvitation = {
    number: appeal.number,
    summary: appeal.summary,
    text: unitTexts.order(appeal, doing.work.at),
  }
  for (const handler of handlersOf(appeal.unit ?? '', await doing.directory())) {
    const key = `${letterKey(appeal, 'order', doing)}:${handler.code}`
    const reached = await doing.invite(handler.code, 'appeals.order', data, key)
    if (reached) told.push(handler.name)
    else unreached.push(handler.name)
  }
  return { told, unreached }
}
