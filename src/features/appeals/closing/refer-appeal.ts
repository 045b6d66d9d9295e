import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { actingOn, numberIn } from '../life/acting-on.ts'
import { tellStaff, writeToAsker, writeToUnit } from '../life/appeal-letters.ts'
import { explainRefusal } from '../life/dispatch-appeal.ts'
import { moveAppeal } from '../life/move-appeal.ts'
import { reply } from '../life/replying.ts'
import { asOutside } from '../sealing/outward.ts'
import type { ClosingParts } from './ask-askers.ts'
import type { ReferOrder } from './read-refer.ts'
import { referTexts as texts } from './refer.texts.ts'

const ACT = { act: 'appeal.close', what: '转法定渠道', move: 'refer' } as const

export async function planRefer(
  order: ReferOrder,
  { store }: ClosingParts,
  doing: Doing,
): Promise<Plan<ReferOrder>> {
  const acting = await actingOn({ number: order.number, ...ACT }, store, doing)
  if (acting.kind === 'may-not') return { kind: 'refused', text: acting.text }
  const { appeal } = acting
  const { route, words } = order
  if (route === undefined) return { kind: 'asking', question: texts.whichRoute(appeal.number) }
  if (words === '') return { kind: 'asking', question: texts.why(appeal.number, route) }
  const unit = appeal.unit === null ? null : ((await doing.directory()).units.get(appeal.unit)?.name ?? null)
  return {
    kind: 'ready',
    order: { ...order, number: numberIn(appeal.number) },
    preview: texts.preview(appeal, route, words, unit),
    number: shortNumber(appeal.number),
  }
}

/** 转法定渠道: the asker reads where it belongs and by which term; it is counted apart. */
export async function referAppeal(order: ReferOrder, { store }: ClosingParts, doing: Doing): Promise<void> {
  const acting = await actingOn({ number: order.number, ...ACT }, store, doing)
  if (acting.kind === 'may-not') return reply(acting.text, doing)
  const { route, words } = order
  const { number } = acting.appeal
  if (route === undefined) return reply(texts.whichRoute(number), doing)
  const change = (): Partial<Appeal> => ({
    route,
    closeKind: 'referred',
    closedAt: doing.work.at,
    wakeAt: null,
    meetingAskedAt: null,
  })
  const note = texts.note(route, words)
  const result = await moveAppeal({ number, act: 'refer', role: 'staff', note, change }, store, doing)
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  const { appeal } = result
  reply(texts.referred(appeal, route), doing)
  await writeToAsker(appeal, 'referred', texts.asker(number, route), store, doing)
  await tellStaff(appeal, 'referred', texts.others(appeal, route, words), doing)
  await writeToUnit(appeal, 'referred', texts.others(asOutside(appeal), route, words), doing)
}
