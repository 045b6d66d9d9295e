import type { Doing } from '../../../conversation/feature.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import { momentAt } from '../../../kernel/spoken-moment.ts'
import { callsForGifts } from '../../../mailings/fundraising.ts'
import type { MailingOrder } from '../../../mailings/mailing-order.ts'
import { type MailingPlan, planMailing } from '../../../mailings/mailing-plan.ts'
import { asksForReceipt } from '../notice-words.ts'
import { type NoticesParts, noticesRoad } from '../notices.service.ts'
import { isLargeGroup, RECEIPT_CHOICES } from '../receipts/quiet-receipts.ts'
import { awaitsReceipts, type NoticeDraft } from './notice-draft.ts'
import {
  PRIVATE_RECEIPT_LINE,
  QUIET_RECEIPT_LINE,
  RECEIPT_LINE,
  prepareTexts as texts,
} from './prepare.texts.ts'
import type { NoticePlan } from './prepare-state.ts'
import { readAnswerBy } from './read-answer-by.ts'
import { readTopic } from './read-topic.ts'

/** A whole draft as it would go out now. */
export interface PlannedNotice {
  readonly plan: MailingPlan
  readonly awaits: boolean
  readonly quietly: boolean
  readonly answerBy?: Date
}

/** The draft with text and audience; `onlyGroups`: those that were seen in the preview. */
export async function planNotice(
  parts: NoticesParts,
  draft: NoticeDraft,
  doing: Doing,
  onlyGroups?: readonly string[],
): Promise<PlannedNotice | undefined> {
  const { text, audience, files = [], leaves = { kind: 'now' as const }, because } = draft
  if (text === undefined || audience === undefined) return undefined
  const road = noticesRoad(parts)
  const awaits = awaitsReceipts(draft)
  const order: MailingOrder = {
    text,
    audience,
    topic: draft.topic ?? readTopic(text),
    files,
    leaves,
    ...(because === undefined ? {} : { because }),
    ...(onlyGroups === undefined ? {} : { onlyGroups: [...onlyGroups] }),
  }
  const plain = await planMailing(road, order, doing)
  const answerBy = awaits ? await answerByOf(parts, draft, doing) : undefined
  const term = answerBy === undefined ? {} : { answerBy }
  if (!awaits) return { plan: plain, awaits, quietly: false }
  const quietly = plain.routes.groups.some(({ people }) => isLargeGroup(people.length))
  const line = quietly
    ? QUIET_RECEIPT_LINE
    : plain.routes.groups.length > 0
      ? RECEIPT_LINE
      : PRIVATE_RECEIPT_LINE
  const asked = asksForReceipt(text) ? text : `${text}\n${line}`
  if (asked === text && !quietly) return { plan: plain, awaits, quietly, ...term }
  const plan = await planMailing(
    road,
    { ...order, text: asked, ...(quietly ? { choices: [...RECEIPT_CHOICES] } : {}) },
    doing,
  )
  return { plan, awaits, quietly, ...term }
}

/** By when answers are wanted: said outright, or read from the text. What is over is no term. */
async function answerByOf(
  { workdays }: NoticesParts,
  { answerBy, text = '' }: NoticeDraft,
  { work }: Doing,
): Promise<Date | undefined> {
  if (answerBy !== undefined) return new Date(answerBy)
  const moment = readAnswerBy(text, work.at)
  if (moment === undefined) return undefined
  await workdays.refresh(work)
  const at = momentAt(moment, work.at, workdays.calendar)
  return at instanceof Date && at > work.at ? at : undefined
}

export async function answerPlan(
  parts: NoticesParts,
  draft: NoticeDraft,
  doing: Doing,
): Promise<NoticePlan | undefined> {
  if (!may(doing.by.person, 'notice.prepare')) return { kind: 'refused', text: texts.mayNotPrepare() }
  if (callsForGifts(draft.text ?? '', draft.files))
    return { kind: 'refused', text: texts.fundraising(), again: true }
  const planned = await planNotice(parts, draft, doing)
  if (planned === undefined) return undefined
  const { plan, awaits, quietly, answerBy } = planned
  const { preview, routes, order } = plan
  if (routes.groups.length + routes.private.length === 0)
    return { kind: 'nobody', audience: preview.audience }
  const now = doing.work.at
  return {
    kind: 'ready',
    preview,
    topic: order.topic,
    awaitsReceipts: awaits,
    quietly,
    ...(answerBy === undefined ? {} : { answerBy: dayAndHour(answerBy, now) }),
    ...(preview.leavesAt === null ? {} : { leavesAt: dayAndHour(new Date(preview.leavesAt), now) }),
  }
}
