/** 募捐进展: how far a drive has come, told to the groups only when staff order it, and only from what the charity booked. */
import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import type { Work } from '../../../kernel/work.ts'
import type { MailingOrder } from '../../../mailings/mailing-order.ts'
import { type MailingPlan, planMailing } from '../../../mailings/mailing-plan.ts'
import { submitMailing } from '../../../mailings/submit-mailing.ts'
import { type DonationsParts, donationsRoad } from '../donations.service.ts'
import { donationsTexts } from '../donations.texts.ts'
import { type Drive, driveId } from '../drive.ts'
import { publicNumbers } from './call-text.ts'
import { missingOf, wrongWords } from './gate.ts'
import { nextConfirmation } from './keep-draft.ts'
import { fullChats } from './letters-cap.ts'
import type { ReportOrder, ReportPlan } from './report.dialogue.ts'
import { reportTexts as texts } from './report.texts.ts'
import { reportOf } from './report-text.ts'

/** The newest drive that is out, where none is named. */
async function find({ donations }: DonationsParts, number: number | undefined, work: Work) {
  if (number !== undefined) return donations.find(driveId(number), work)
  return (await donations.listAll(work)).findLast(
    ({ openedAt, closedAt }) => openedAt !== undefined && closedAt === undefined,
  )
}

/** Everything that keeps a report from being sent, or the text and where it goes. */
export async function planReport(
  parts: DonationsParts,
  order: ReportOrder,
  doing: Doing,
): Promise<ReportPlan> {
  const refused = (text: string): ReportPlan => ({ kind: 'refused', text })
  const { work } = doing
  if (!may(doing.by.person, 'drive.prepare')) return refused(donationsTexts.mayNotPrepare())
  const drive = await find(parts, order.number, work)
  if (drive === undefined) return refused(texts.noneOut(order.number))
  const { number, fields } = drive
  if (drive.closedAt !== undefined) return refused(donationsTexts.closed(number))
  if (drive.openedAt === undefined) return refused(texts.notOut(number))
  const lacks = missingOf(fields, dayOf(work.at))
  if (lacks.length > 0) return refused(donationsTexts.stillLacking(number, fields, lacks))
  const wrong = wrongWords(order.remark ?? '')
  if (wrong.length > 0) return refused(texts.wrongRemark(wrong))
  const { federation } = await doing.directory()
  const report = await reportOf(parts, drive, work.at, federation, work)
  if (!report.hasAny) return refused(texts.nothingBooked(number, fields.charity ?? ''))
  const text = texts.whole(report, order.remark)
  const full = await fullChats(parts, drive, work)
  const plan = await planOf(parts, drive, { text, exceptChats: [...full] }, doing)
  if (plan.preview.stops) return refused(donationsTexts.stopped(plan.preview))
  if (plan.routes.groups.length + plan.routes.private.length === 0) return refused(texts.allFull(number))
  const confirmation = order.confirmation ?? (await nextConfirmation(parts, doing))
  return {
    kind: 'ready',
    order: { ...order, number, text, confirmation, groups: plan.preview.groups.map(({ code }) => code) },
    preview: texts.preview(number, confirmation, plan.preview, full.size),
    number: confirmation,
  }
}

function planOf(
  parts: DonationsParts,
  { number, fields, audience }: Drive,
  more: Pick<MailingOrder, 'text' | 'exceptChats' | 'onlyGroups'>,
  doing: Doing,
): Promise<MailingPlan> {
  const allow = [...publicNumbers(fields)]
  return planMailing(
    donationsRoad(parts),
    { audience, topic: 'donation', drive: number, allow, ...more },
    doing,
  )
}

/** As it was previewed, or not at all. It takes a second person's yes like the call. */
export async function sendReport(parts: DonationsParts, order: ReportOrder, doing: Doing): Promise<void> {
  const say = (text: string) =>
    doing.post(`${doing.turnKey}:report`, { to: doing.by.home, text, origin: 'automatic' })
  const { code } = doing.by.person
  const now = await planReport(parts, order, doing)
  if (now.kind !== 'ready') return say(now.kind === 'refused' ? now.text : now.question)
  const { number, text, groups, confirmation } = now.order
  const drive = number === undefined ? undefined : await find(parts, number, doing.work)
  const isSame = text !== undefined && text === order.text
  if (drive === undefined || code === undefined || !isSame || confirmation === undefined)
    return say(texts.changed(number ?? 0))
  const seen = (groups ?? []).filter((group) => order.groups?.includes(group))
  const full = await fullChats(parts, drive, doing.work)
  const plan = await planOf(parts, drive, { text, exceptChats: [...full], onlyGroups: seen }, doing)
  const id = await freshId(parts, drive.number, doing)
  const about = { id, number: drive.number, title: texts.title(drive.fields.title ?? ''), confirmation }
  await submitMailing(donationsRoad(parts), plan, { ...about, preparedBy: code, always: true }, doing)
}

async function freshId({ mailings }: DonationsParts, number: number, doing: Doing): Promise<string> {
  for (let n = 1; ; n++) {
    const id = `report:${number}:${n}`
    if ((await mailings.find(id, doing.work)) === undefined) return id
  }
}
