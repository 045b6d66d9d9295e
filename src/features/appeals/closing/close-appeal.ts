import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import { shortNumber } from '../appeal-number.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { outcomeLabels } from '../asker/follow-up.texts.ts'
import { actingOn, numberIn } from '../life/acting-on.ts'
import { tellStaff, writeToAsker } from '../life/appeal-letters.ts'
import { nextState } from '../life/appeal-moves.ts'
import { explainRefusal } from '../life/dispatch-appeal.ts'
import { actorOf, moveAppeal } from '../life/move-appeal.ts'
import { reply } from '../life/replying.ts'
import type { ClosingParts } from './ask-askers.ts'
import { closingTexts as texts } from './closing.texts.ts'
import type { CloseOrder } from './read-close.ts'
import { resolveAs } from './resolve-appeal.ts'

const ACT = { act: 'appeal.close', what: '归档' } as const

/** What is still open is first resolved, and its asker asked; what is resolved is put away. */
export async function planClose(
  order: CloseOrder,
  { store }: ClosingParts,
  doing: Doing,
): Promise<Plan<CloseOrder>> {
  const acting = await actingOn({ number: order.number, ...ACT }, store, doing)
  if (acting.kind === 'may-not') return { kind: 'refused', text: acting.text }
  const { appeal } = acting
  const { at } = doing.work
  const ready = (preview: string): Plan<CloseOrder> => ({
    kind: 'ready',
    order: { ...order, number: numberIn(appeal.number) },
    preview,
    number: shortNumber(appeal.number),
  })
  if (appeal.status === 'resolved') return ready(texts.previewClose(appeal, order, appeal.wakeAt))
  if (typeof nextState(appeal.status, 'resolve', 'staff', '-') === 'string') {
    if (order.words === '') return { kind: 'asking', question: texts.howDone(appeal) }
    return ready(texts.previewResolve(appeal, order.closeKind, order.words, '结案'))
  }
  const text = isOpen(appeal.status)
    ? appealsTexts.cannot(appeal.number, appeal.status, '归档')
    : texts.alreadyClosed(appeal, at)
  return { kind: 'refused', text }
}

/** 归档 by staff, with what the asker told them; of one that was still open, 办结 first. */
export async function closeAppeal(order: CloseOrder, parts: ClosingParts, doing: Doing): Promise<void> {
  const { store } = parts
  const acting = await actingOn({ number: order.number, ...ACT }, store, doing)
  if (acting.kind === 'may-not') return reply(acting.text, doing)
  const { number, status } = acting.appeal
  if (status !== 'resolved') {
    if (order.words === '') return reply(texts.howDone(acting.appeal), doing)
    return resolveAs(number, 'staff', order, parts, doing)
  }
  const { at } = doing.work
  const { outcome, satisfaction } = order
  const said = [
    ...(outcome === undefined ? [] : [outcomeLabels[outcome]]),
    ...(satisfaction === undefined ? [] : [satisfaction === 'satisfied' ? '满意' : '不满意']),
  ].join('，')
  if (said !== '') {
    const by = actorOf(acting.appeal, 'staff', doing)
    const note = texts.followedUpByStaff(said)
    store.note({ number, at, act: 'rate', from: status, to: status, role: 'staff', by, note }, doing.work)
  }
  const change = () => ({
    closedAt: at,
    wakeAt: null,
    ...(outcome === undefined ? {} : { outcome }),
    ...(satisfaction === undefined ? {} : { satisfaction }),
  })
  const note = order.words === '' ? null : order.words
  const result = await moveAppeal({ number, act: 'close', role: 'staff', note, change }, store, doing)
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  reply(texts.closed(number), doing)
  await tellStaff(result.appeal, 'closed', texts.staffClosed(result.appeal), doing)
  await writeToAsker(result.appeal, 'closed', texts.askerClosed(number), store, doing)
}
