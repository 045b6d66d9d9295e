import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { actingOn, numberIn } from '../life/acting-on.ts'
import { tellStaff } from '../life/appeal-letters.ts'
import type { MoverRole } from '../life/appeal-moves.ts'
import { explainRefusal } from '../life/dispatch-appeal.ts'
import { moveAppeal } from '../life/move-appeal.ts'
import { reply } from '../life/replying.ts'
import { asOutside } from '../sealing/outward.ts'
import { askEveryAsker, type ClosingParts, whenToAskAgain } from './ask-askers.ts'
import { closingTexts as texts } from './closing.texts.ts'
import type { ResolveKind, ResolveOrder } from './read-resolve.ts'

const ACT = { act: 'appeal.resolve', what: '办结', move: 'resolve' } as const

export async function planResolve(
  order: ResolveOrder,
  { store }: ClosingParts,
  doing: Doing,
): Promise<Plan<ResolveOrder>> {
  const acting = await actingOn({ number: order.number, ...ACT }, store, doing)
  if (acting.kind === 'may-not') return { kind: 'refused', text: acting.text }
  const { appeal, role } = acting
  const { closeKind, words } = order
  if (words === '') return { kind: 'asking', question: texts.whatWasDone(appeal.number, closeKind) }
  return {
    kind: 'ready',
    order: { ...order, number: numberIn(appeal.number) },
    preview: texts.previewResolve(role === 'staff' ? appeal : asOutside(appeal), closeKind, words),
    number: shortNumber(appeal.number),
  }
}

/** 办结, as it was shown. */
export async function resolveAppeal(order: ResolveOrder, parts: ClosingParts, doing: Doing): Promise<void> {
  const acting = await actingOn({ number: order.number, ...ACT }, parts.store, doing)
  if (acting.kind === 'may-not') return reply(acting.text, doing)
  await resolveAs(acting.appeal.number, acting.role, order, parts, doing)
}

/** Staff are told, and every asker is asked whether it is so. Whoever was asked before is asked anew. */
export async function resolveAs(
  number: string,
  role: MoverRole,
  { closeKind, words }: { readonly closeKind: ResolveKind; readonly words: string },
  parts: ClosingParts,
  doing: Doing,
): Promise<void> {
  const { at } = doing.work
  const change = (appeal: Appeal): Partial<Appeal> => ({
    resolution: words,
    resolvedAt: at,
    closeKind,
    closedAt: null,
    outcome: null,
    satisfaction: null,
    // Whoever brought it reads these words now, so they have been spoken to.
    contactedAt: appeal.contactedAt ?? at,
    wakeAt: whenToAskAgain(at, parts.calendar),
  })
  const result = await moveAppeal({ number, act: 'resolve', role, note: words, change }, parts.store, doing)
  if (result.kind !== 'moved') return explainRefusal(result, number, doing)
  const { appeal } = result
  reply(texts.resolved(number), doing)
  const unit =
    appeal.unit === null ? null : ((await doing.directory()).units.get(appeal.unit)?.name ?? '承办单位')
  const by = role === 'staff' ? doing.by.person.name : (unit ?? doing.by.person.name)
  await tellStaff(appeal, 'resolved', texts.staffResolved(appeal, by), doing)
  await askEveryAsker(appeal, unit, null, parts, doing)
  await doing.tell({ kind: 'appealResolved', number })
}
