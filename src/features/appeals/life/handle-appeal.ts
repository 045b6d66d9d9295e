/** 签收 and 退回 once the unit said so. */
import type { Doing } from '../../../conversation/feature.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealsEffect } from '../appeals.effects.ts'
import type { AppealsStore } from '../appeals.store.ts'
import { firstUnitOf } from '../staff/sent-back.ts'
import { unitTexts as texts } from '../unit/unit.texts.ts'
import { actsForUnit } from './acts-for-unit.ts'
import { letterKey, tellStaff, writeToHandlers } from './appeal-letters.ts'
import { contacted } from './contacted.ts'
import { explainRefusal } from './dispatch-appeal.ts'
import { moveAppeal } from './move-appeal.ts'

type Kind<K extends AppealsEffect['kind']> = Extract<AppealsEffect, { kind: K }>

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
  const change = (appeal: Appeal) => contacted(appeal, doing.work.at)
  const result = await moveAppeal(
    { number, act: 'acknowledge', role: 'handler', note: null, change },
    store,
    doing,
  )
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

/** 退单: so often, and a meeting has to say whose it is. */
const HAND_OFFS_FOR_MEETING = 3

/**
 * 退单: the unit is off it, and staff dispatch it elsewhere. The asker hears of it with the next dispatch. Those who
 * help stay: whoever leads next goes on with them unless staff say otherwise.
 */
export async function sendBackAppeal(
  { number, reason }: Kind<'appeals.sendBack'>,
  store: AppealsStore,
  doing: Doing,
): Promise<void> {
  if (!(await actsForUnit(number, store, doing))) return
  const before = await store.find(number, doing.work)
  const { at } = doing.work
  const change = ({ handOffs, meetingAskedAt }: Appeal) => ({
    unit: null,
    handOffs: handOffs + 1,
    meetingAskedAt: meetingAskedAt ?? (handOffs + 1 >= HAND_OFFS_FOR_MEETING ? at : null),
  })
  const asked = { number, act: 'sendBack', role: 'handler', note: reason, change } as const
  const result = await moveAppeal(asked, store, doing)
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  const { appeal } = result
  reply(texts.sentBack(number), doing)
  const name = await unitName(before ?? appeal, doing)
  const isForMeeting = before?.meetingAskedAt === null && appeal.meetingAskedAt !== null
  const history = appeal.handOffs > 1 ? await store.history(number, doing.work) : []
  const first = firstUnitOf(history) ?? null
  await tellStaff(
    appeal,
    'sent-back',
    texts.staffSentBack(appeal, name, reason, { first, isForMeeting }),
    doing,
  )
  for (const code of appeal.supporting)
    await writeToHandlers(code, appeal, 'sent-back', texts.supportingUnitHears(number, name), doing)
  if (isForMeeting) await tellLeader(appeal, doing)
}

/** Of a sealed appeal a leader hears nothing: whom they answer for would give the asker away. */
async function tellLeader(appeal: Appeal, doing: Doing): Promise<void> {
  if (appeal.leader === null || appeal.sealed) return
  const chat = await doing.reach(appeal.leader)
  if (chat === undefined) return
  const text = texts.leaderForMeeting(appeal)
  doing.post(letterKey(appeal, 'for-meeting', doing), { to: chat, text, origin: 'automatic' })
}
