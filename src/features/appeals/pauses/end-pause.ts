import type { Doing } from '../../../conversation/feature.ts'
import { addWorkingTime } from '../../../kernel/working-days.ts'
import type { Appeal } from '../appeal.ts'
import { afterPause } from '../deadlines.ts'
import { actingOn } from '../life/acting-on.ts'
import { tellStaff, writeToAsker, writeToUnit } from '../life/appeal-letters.ts'
import type { AppealAct } from '../life/appeal-moves.ts'
import { moveAppeal } from '../life/move-appeal.ts'
import { asOutside } from '../sealing/outward.ts'
import type { PausingParts } from './pause-appeal.ts'
import { type PauseReasonCode, pauseReasons, ruleOf } from './pause-reasons.ts'
import { pausesTexts as texts } from './pauses.texts.ts'
import type { ResumeAsked } from './read-pause.ts'

/** After these the deadlines are somebody's to set anew, or nobody's any more. */
const SETS_DEADLINES: readonly AppealAct[] = ['dispatch', 'withdraw', 'refer']

/**
 * The clock runs again, whatever ended the pause: the paused working time is added up, and what was still owed moves
 * on by it. A merge ends nothing: the row is to be what it was when it is parted again.
 */
export async function endPause(
  number: string,
  act: string,
  { store, calendar }: PausingParts,
  doing: Doing,
): Promise<void> {
  const before = await store.find(number, doing.work)
  if (before === undefined || before.pausedAt === null || act === 'merge') return
  const { at } = doing.work
  const { pausedMinutes, ...moved } = afterPause(before, at, calendar)
  const deadlines = SETS_DEADLINES.includes(act as AppealAct) ? {} : moved
  const after: Appeal = {
    ...before,
    ...deadlines,
    pausedMinutes,
    pauseReason: null,
    pausedAt: null,
    // Resolving sets its own: when the asker is asked again.
    wakeAt: before.status === 'resolved' ? before.wakeAt : null,
  }
  await store.save(after, doing.work)
  if (before.dueAt === null || after.dueAt === null || before.dueAt.getTime() === after.dueAt.getTime())
    return
  const { status } = after
  const note = texts.termMoved(before.dueAt, after.dueAt)
  store.note(
    { number, at, act: 'changeTerm', from: status, to: status, role: 'house', by: null, note },
    doing.work,
  )
}

/** 恢复 by hand. */
export async function resumeAppeal(asked: ResumeAsked, parts: PausingParts, doing: Doing): Promise<void> {
  const { at } = doing.work
  const reply = (text: string) =>
    doing.post(`${doing.turnKey}:resumed`, { to: doing.by.home, text, origin: 'automatic' })
  const acting = await actingOn(
    { number: asked.number, act: 'appeal.pause', what: '恢复', move: 'resume' },
    parts.store,
    doing,
  )
  if (acting.kind === 'may-not') return reply(acting.text)
  const { role } = acting
  const { number } = acting.appeal
  const note = asked.words === '' ? null : asked.words
  const result = await moveAppeal({ number, act: 'resume', role, note }, parts.store, doing)
  if (result.kind !== 'moved') return
  const { appeal } = result
  reply(texts.resumed(number, appeal.dueAt, at))
  await tellStaff(appeal, 'resumed', texts.resumed(number, appeal.dueAt, at), doing)
  await tellOthers(appeal, 'resumed', parts, doing)
}

async function tellOthers(appeal: Appeal, occasion: string, { store }: PausingParts, doing: Doing) {
  const { at } = doing.work
  const text = texts.askerResumed(appeal.number, appeal.dueAt, at)
  await writeToAsker(appeal, occasion, text, store, doing)
  await writeToUnit(appeal, occasion, texts.unitWoke(asOutside(appeal), at), doing)
}

/** A pause whose time is up: it runs again by itself, or staff are asked whether it still holds. */
export async function wakeAppeal(paused: Appeal, parts: PausingParts, doing: Doing): Promise<void> {
  const { number, pauseReason } = paused
  const { at } = doing.work
  const reason = pauseReason ?? ''
  const code = Object.hasOwn(pauseReasons, reason) ? (reason as PauseReasonCode) : undefined
  if (code !== undefined && ruleOf(code).asksInstead === true) {
    const next = addWorkingTime(at, { days: ruleOf(code).longestDays }, parts.calendar)
    // Without that year's calendar a calendar month later is asked again: it promises nobody anything.
    const wakeAt = next instanceof Date ? next : new Date(at.getTime() + 30 * 86_400_000)
    await parts.store.save({ ...paused, wakeAt }, doing.work)
    return tellStaff(paused, 'still-paused', texts.stillPaused(number, reason, wakeAt, at), doing)
  }
  const result = await moveAppeal({ number, act: 'resume', role: 'house', note: null }, parts.store, doing)
  if (result.kind !== 'moved') return
  await tellStaff(result.appeal, 'woke', texts.woke(number, reason, result.appeal.dueAt, at), doing)
  await tellOthers(result.appeal, 'woke', parts, doing)
}
