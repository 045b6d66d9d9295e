import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { isOpen } from '../../../kernel/appeal-terms.ts'
import type { Appeal } from '../appeal.ts'
import { shortNumber } from '../appeal-number.ts'
import { appealsTexts } from '../appeals.texts.ts'
import { type Deadlines, retermed } from '../deadlines.ts'
import type { FilingParts } from '../intake/file-appeal.ts'
import { actingOn, numberIn } from '../life/acting-on.ts'
import { tellStaff, writeToAsker, writeToUnit } from '../life/appeal-letters.ts'
import { actorOf, auditFor } from '../life/move-appeal.ts'
import { reply } from '../life/replying.ts'
import type { RecategoriseOrder } from './read-recategorise.ts'
import { recategoriseTexts as texts } from './recategorise.texts.ts'

/** What changing it would mean for its deadlines. */
export async function planRecategorise(
  order: RecategoriseOrder,
  { store, calendar }: FilingParts,
  doing: Doing,
): Promise<Plan<RecategoriseOrder>> {
  const acting = await actingOn(
    { number: order.number, act: 'appeal.dispatch', what: '改类别' },
    store,
    doing,
  )
  if (acting.kind === 'may-not') return { kind: 'refused', text: acting.text }
  const { appeal } = acting
  const { number } = appeal
  if (!isOpen(appeal.status))
    return { kind: 'refused', text: appealsTexts.cannot(number, appeal.status, '改类别') }
  if (order.category === undefined && order.urgency === undefined)
    return { kind: 'asking', question: texts.which(number) }
  const to = kindAfter(appeal, order)
  if (to.category === appeal.category && to.urgency === appeal.urgency)
    return { kind: 'refused', text: texts.same(appeal) }
  const { at } = doing.work
  return {
    kind: 'ready',
    order: { ...order, number: numberIn(number) },
    preview: texts.preview(appeal, to, deadlinesAfter(appeal, to, at, calendar), order.unread, at),
    number: shortNumber(number),
  }
}

const kindAfter = (appeal: Appeal, { category, urgency }: RecategoriseOrder) => ({
  category: category ?? appeal.category,
  urgency: urgency ?? appeal.urgency,
})

/** While the clock stands still, what becomes less pressing keeps what it had; the pause moves it on later. */
function deadlinesAfter(
  appeal: Appeal,
  to: Pick<Appeal, 'category' | 'urgency'>,
  at: Date,
  calendar: FilingParts['calendar'],
): Deadlines {
  const { contactDueAt, resolveDueAt, dueAt } = retermed(appeal, to, at, calendar)
  return { contactDueAt, resolveDueAt, dueAt }
}

export async function recategoriseAppeal(
  order: RecategoriseOrder,
  parts: FilingParts,
  doing: Doing,
): Promise<void> {
  const { store, calendar } = parts
  const plan = await planRecategorise(order, parts, doing)
  if (plan.kind !== 'ready') return reply(plan.kind === 'asking' ? plan.question : plan.text, doing)
  const acting = await actingOn(
    { number: plan.order.number, act: 'appeal.dispatch', what: '改类别' },
    store,
    doing,
  )
  if (acting.kind === 'may-not') return
  const { appeal: before, role } = acting
  const { number, status } = before
  const { at } = doing.work
  const to = kindAfter(before, order)
  const deadlines = deadlinesAfter(before, to, at, calendar)
  const after: Appeal = { ...before, ...to, ...deadlines }
  await store.save(after, doing.work)
  const by = actorOf(before, role, doing)
  const note = (act: 'recategorise' | 'changeTerm', words: string) =>
    store.note({ number, at, act, from: status, to: status, role, by, note: words }, doing.work)
  note('recategorise', texts.note(before, to))
  const term = texts.termNote(before, after)
  if (term !== '') note('changeTerm', term)
  auditFor(after, 'appeals.recategorise', role, { ...to }, doing)
  reply(texts.done(number, to, after.dueAt, at), doing)
  await tellStaff(after, 'recategorised', texts.done(number, to, after.dueAt, at), doing)
  await writeToUnit(after, 'recategorised', texts.done(number, to, after.dueAt, at), doing)
  if (term === '') return
  // Only a promise that moved concerns whoever it was made to.
  await writeToAsker(after, 'recategorised', texts.asker(number, to, after.dueAt, at), store, doing)
  await doing.tell({ kind: 'termChanged', number })
}
