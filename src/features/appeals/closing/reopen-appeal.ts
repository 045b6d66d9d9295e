import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { reopenedTerms } from '../deadlines.ts'
import { actingOn, numberIn } from '../life/acting-on.ts'
import { tellStaff, writeToAsker, writeToUnit } from '../life/appeal-letters.ts'
import { explainRefusal } from '../life/dispatch-appeal.ts'
import { moveAppeal } from '../life/move-appeal.ts'
import { reply } from '../life/replying.ts'
import { asOutside } from '../sealing/outward.ts'
import type { ClosingParts } from './ask-askers.ts'
import { closingTexts as texts } from './closing.texts.ts'
import type { ReopenOrder } from './read-close.ts'

const ACT = { act: 'appeal.close', what: '重办', move: 'reopen' } as const

/** What is opened again is nobody's last word any more: its terms run anew, and what closed it is only history. */
export const reopened = (appeal: Appeal, at: Date, calendar: ClosingParts['calendar']): Partial<Appeal> => ({
  ...reopenedTerms(appeal, at, calendar),
  resolvedAt: null,
  closedAt: null,
  closeKind: null,
  route: null,
  wakeAt: null,
})

export async function planReopen(
  order: ReopenOrder,
  { store, calendar }: ClosingParts,
  doing: Doing,
): Promise<Plan<ReopenOrder>> {
  const acting = await actingOn({ number: order.number, ...ACT }, store, doing)
  if (acting.kind === 'may-not') return { kind: 'refused', text: acting.text }
  const { appeal } = acting
  if (order.words === '') return { kind: 'asking', question: texts.whyReopen(appeal.number) }
  const { at } = doing.work
  const unit = appeal.unit === null ? null : ((await doing.directory()).units.get(appeal.unit)?.name ?? null)
  const { dueAt } = reopenedTerms(appeal, at, calendar)
  return {
    kind: 'ready',
    order: { ...order, number: numberIn(appeal.number) },
    preview: texts.previewReopen(appeal, order.words, unit, dueAt, at),
    number: shortNumber(appeal.number),
  }
}

/** 重办 by staff: back to the unit that had it, or to staff where none did. */
export async function reopenAppeal(order: ReopenOrder, parts: ClosingParts, doing: Doing): Promise<void> {
  const { store, calendar } = parts
  const { at } = doing.work
  const acting = await actingOn({ number: order.number, ...ACT }, store, doing)
  if (acting.kind === 'may-not') return reply(acting.text, doing)
  const { number } = acting.appeal
  const change = (appeal: Appeal) => reopened(appeal, at, calendar)
  const result = await moveAppeal(
    { number, act: 'reopen', role: 'staff', note: order.words, change },
    store,
    doing,
  )
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  const { appeal } = result
  reply(texts.reopened(number), doing)
  await writeToAsker(appeal, 'reopened', texts.askerReopened(number, appeal.dueAt, at), store, doing)
  await tellStaff(appeal, 'reopened', texts.staffReopened(appeal, order.words), doing)
  await writeToUnit(appeal, 'reopened', texts.unitReopened(asOutside(appeal), order.words, at), doing)
}
