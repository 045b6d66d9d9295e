import type { Doing } from '../../../conversation/feature.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsEffect } from '../appeals.effects.ts'
import type { AppealsStore } from '../appeals.store.ts'
import type { FollowUpInvitation } from '../asker/follow-up.dialogue.ts'
import { unitTexts as texts } from '../unit/unit.texts.ts'
import { askAsker, tellStaff } from './appeal-letters.ts'
import type { MoverRole } from './appeal-moves.ts'
import { explainRefusal } from './dispatch-appeal.ts'
import { moveAppeal } from './move-appeal.ts'

type Kind<K extends AppealsEffect['kind']> = Extract<AppealsEffect, { kind: K }>

/** A handler acts on what was dispatched to their own unit, and on nothing else. */
async function actsForUnit(number: string, store: AppealsStore, doing: Doing): Promise<boolean> {
  const { person } = doing.by
  const appeal = await store.find(number, doing.work)
  const isTheirs = person.roles.includes('handler') && appeal?.unit != null && appeal.unit === person.unit
  if (!isTheirs) reply(texts.notYours(number), doing)
  return isTheirs
}

function reply(text: string, doing: Doing): void {
  doing.post(`${doing.turnKey}:reply`, { to: doing.by.home, text, origin: 'automatic' })
}

async function unitName(appeal: Appeal, doing: Doing): Promise<string> {
  return (await doing.directory()).units.get(appeal.unit ?? '')?.name ?? '承办单位'
}

/** 签收 */
export async function acknowledgeAppeal(
  { number }: Kind<'appeals.acknowledge'>,
  store: AppealsStore,
  doing: Doing,
): Promise<void> {
  if (!(await actsForUnit(number, store, doing))) return
  const result = await moveAppeal({ number, act: 'acknowledge', role: 'handler', note: null }, store, doing)
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  const { appeal } = result
  reply(
    texts.acknowledged(number, appeal.dueAt === null ? null : dayAndHour(appeal.dueAt, doing.work.at)),
    doing,
  )
  await tellStaff(
    appeal,
    'acknowledged',
    texts.staffAcknowledged(appeal, await unitName(appeal, doing)),
    doing,
  )
}

/** 退单: the unit is off it, and staff dispatch it elsewhere. The asker hears of it with the next dispatch. */
export async function sendBackAppeal(
  { number, reason }: Kind<'appeals.sendBack'>,
  store: AppealsStore,
  doing: Doing,
): Promise<void> {
  if (!(await actsForUnit(number, store, doing))) return
  const before = await store.find(number, doing.work)
  const change = () => ({ unit: null })
  const result = await moveAppeal(
    { number, act: 'sendBack', role: 'handler', note: reason, change },
    store,
    doing,
  )
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  reply(texts.sentBack(number), doing)
  const name = await unitName(before ?? result.appeal, doing)
  await tellStaff(result.appeal, 'sent-back', texts.staffSentBack(result.appeal, name, reason), doing)
}

/** 办结: staff are told, and the asker is asked whether it is so. */
export async function resolveAppeal(
  { number, done }: Kind<'appeals.resolve'>,
  store: AppealsStore,
  doing: Doing,
): Promise<void> {
  const { person } = doing.by
  const role: MoverRole = person.roles.includes('staff') ? 'staff' : 'handler'
  if (role === 'handler' && !(await actsForUnit(number, store, doing))) return
  const change = () => ({ resolution: done, resolvedAt: doing.work.at })
  const result = await moveAppeal({ number, act: 'resolve', role, note: done, change }, store, doing)
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  const { appeal } = result
  reply(texts.resolved(number), doing)
  const by = appeal.unit === null ? person.name : await unitName(appeal, doing)
  await tellStaff(appeal, 'resolved', texts.staffResolved(appeal, by), doing)
  const unit = appeal.unit === null ? null : by
  const data: FollowUpInvitation = { number, summary: appeal.summary, unit, done }
  await askAsker(appeal, { dialogue: 'appeals.follow-up', data, occasion: 'follow-up' }, store, doing)
  await doing.tell({ kind: 'appealResolved', number })
}
