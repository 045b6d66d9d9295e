import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { may } from '../../../kernel/person.ts'
import type { MailingOrder } from '../../../mailings/mailing-order.ts'
import { type MailingPlan, planMailing } from '../../../mailings/mailing-plan.ts'
import { submitMailing } from '../../../mailings/submit-mailing.ts'
import { type DonationsParts, donationsRoad } from '../donations.service.ts'
import { donationsTexts as texts } from '../donations.texts.ts'
import { type Drive, driveId } from '../drive.ts'
import { callText, publicNumbers } from './call-text.ts'
import { missingOf } from './gate.ts'
import { isOpen } from './keep-draft.ts'
import { fullChats } from './letters-cap.ts'
import { posterOf } from './poster.ts'
import type { CallPlan, DriveDraft, DriveEffect } from './prepare-state.ts'

type Submit = Extract<DriveEffect, { kind: 'donations.submit' }>

const say = (doing: Doing, what: string, text: string) =>
  doing.post(`${doing.turnKey}:${what}`, { to: doing.by.home, text, origin: 'automatic' })

/** The call as it would go out; chats that had their most of this drive before (it was stopped and begun again) are left out. */
export async function planCall(
  parts: DonationsParts,
  { number, fields, audience }: Pick<DriveDraft, 'number' | 'fields' | 'audience'>,
  more: Pick<MailingOrder, 'files' | 'onlyGroups'>,
  doing: Doing,
): Promise<MailingPlan> {
  const { federation } = await doing.directory()
  const order: MailingOrder = {
    text: callText(fields, federation),
    audience,
    topic: 'donation',
    allow: [...publicNumbers(fields)],
    drive: number,
    exceptChats: [...(await fullChats(parts, { number, fields }, doing.work))],
    ...more,
  }
  return planMailing(donationsRoad(parts), order, doing)
}

/** What whoever fills in the form has to see: the call, and its picture where it is drawn already. */
export async function previewCall(parts: DonationsParts, draft: DriveDraft, doing: Doing): Promise<CallPlan> {
  const { preview } = await planCall(parts, draft, {}, doing)
  const kept = await parts.donations.find(driveId(draft.number), doing.work)
  const { federation } = await doing.directory()
  const poster = kept && posterOf({ ...kept, fields: draft.fields }, federation)
  return { preview, ...(poster === undefined ? {} : { poster }) }
}

/** From the kept draft, never from the talk: what is missing here stops it whatever the dialogue said. */
export async function submitDrive(parts: DonationsParts, effect: Submit, doing: Doing): Promise<void> {
  const { number, confirmation } = effect
  const { code } = doing.by.person
  const drive = await parts.donations.find(driveId(number), doing.work)
  if (code === undefined || !may(doing.by.person, 'drive.prepare'))
    return say(doing, 'refused', texts.mayNotPrepare())
  if (drive === undefined || !(await isOpen(parts, drive, doing)))
    return say(doing, 'refused', texts.noSuchDraft(number))
  const lacks = missingOf(drive.fields, dayOf(doing.work.at))
  if (lacks.length > 0) return say(doing, 'refused', texts.stillLacking(number, drive.fields, lacks))
  const poster = posterOf(drive, (await doing.directory()).federation)
  if (poster === undefined) return say(doing, 'refused', texts.posterPending(number))
  const files = poster.file === undefined ? [] : [poster.file]
  const plan = await planCall(parts, drive, { files, onlyGroups: [...effect.groups] }, doing)
  const reached = plan.routes.groups.length + plan.routes.private.length
  if (plan.preview.text !== effect.text || plan.preview.stops || reached === 0)
    return say(doing, 'refused', texts.changedMeanwhile(number))
  const id = await freshMailingId(parts, drive, doing)
  parts.donations.put({ ...drive, version: drive.version + 1, mailing: id }, doing.work)
  const about = { id, number, title: drive.fields.title ?? '', confirmation, preparedBy: code }
  await submitMailing(donationsRoad(parts), plan, { ...about, always: true }, doing)
}

/** A call that was sent back and submitted again is another broadcast of the same drive. */
async function freshMailingId({ mailings }: DonationsParts, { id }: Drive, doing: Doing): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const fresh = attempt === 1 ? id : `${id}.${attempt}`
    if ((await mailings.find(fresh, doing.work)) === undefined) return fresh
  }
}
