import type { Doing } from '../../conversation/feature.ts'
import { audienceName, everybody, reachOf } from '../../kernel/audience.ts'
import { dayOf } from '../../kernel/clock.ts'
import type { Counters } from '../../kernel/counters.ts'
import { may } from '../../kernel/person.ts'
import type { MailingStore } from '../../mailings/mailing.store.ts'
import { mailingTexts } from '../../mailings/mailing.texts.ts'
import { chatOf } from '../../mailings/mailing.ts'
import { standingOf } from '../../mailings/mailing-answer.ts'
import { confirmationOf } from '../../mailings/mailing-confirmation.ts'
import { previewOf } from '../../mailings/mailing-preview.ts'
import type { Progress } from '../../mailings/mailing-progress.dialogue.ts'
import { type Road, submitMailing } from '../../mailings/mailing-road.ts'
import type { OutboxStore } from '../../outbox/outbox.store.ts'
import type { DonationsStore } from './donations.store.ts'
import { donationsTexts as texts } from './donations.texts.ts'
import { type Drive, driveId } from './drive.ts'
import { callText, publicNumbers } from './drives/call-text.ts'
import { missingOf } from './drives/gate.ts'
import type { Begun, DriveEffect } from './drives/prepare.dialogue.ts'

export interface DonationsParts {
  readonly donations: DonationsStore
  readonly mailings: MailingStore
  readonly outbox: Pick<OutboxStore, 'cancelMailing' | 'tally'>
  readonly counters: Counters
}

type Keep = Extract<DriveEffect, { kind: 'donations.keep' }>
type Submit = Extract<DriveEffect, { kind: 'donations.submit' }>

export function donationsRoad({ mailings, outbox }: DonationsParts): Road {
  const acts = { prepare: 'drive.prepare', approve: 'drive.approve', stop: 'drive.stop' } as const
  return { owner: 'donations', noun: '募捐', acts, mailings, outbox }
}

/** What may still be written: nothing that awaits approval or went out. */
async function isOpen({ mailings }: DonationsParts, drive: Drive, doing: Doing): Promise<boolean> {
  const mailing = drive.mailing === undefined ? undefined : await mailings.find(drive.mailing, doing.work)
  return mailing === undefined || mailing.state === 'refused' || mailing.state === 'withdrawn'
}

const say = (doing: Doing, what: string, text: string) =>
  doing.post(`${doing.turnKey}:${what}`, { to: doing.by.home, text, origin: 'automatic' })

export async function begin(parts: DonationsParts, number: number | undefined, doing: Doing): Promise<Begun> {
  const confirmation = confirmationOf(
    'donations',
    await parts.counters.next('confirmation:donations', doing.work),
  )
  if (number === undefined) {
    const fresh = await parts.counters.next('drive', doing.work)
    return { number: fresh, confirmation, fields: {}, audience: everybody }
  }
  const drive = await parts.donations.find(driveId(number), doing.work)
  if (drive === undefined) return { problem: texts.noSuchDraft(number) }
  if (!(await isOpen(parts, drive, doing))) {
    const mailing = await parts.mailings.find(drive.mailing ?? '', doing.work)
    return { problem: texts.notADraft(number, mailingTexts.state[mailing?.state ?? 'sent']) }
  }
  const { fields, audience } = drive
  return { number, confirmation, fields: { ...fields }, audience }
}

export async function keepDraft(
  parts: DonationsParts,
  { number, fields, audience }: Keep,
  doing: Doing,
): Promise<void> {
  const { code } = doing.by.person
  if (code === undefined || !may(doing.by.person, 'drive.prepare')) return
  const id = driveId(number)
  const before = await parts.donations.find(id, doing.work)
  if (before === undefined) {
    const drive: Drive = {
      id,
      version: 1,
      number,
      fields,
      audience,
      preparedBy: code,
      createdAt: doing.work.at,
    }
    parts.donations.add(drive, doing.work)
  } else if (await isOpen(parts, before, doing)) {
    parts.donations.put({ ...before, version: before.version + 1, fields, audience }, doing.work)
  }
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
  const directory = await doing.directory()
  const { fields, audience } = drive
  const text = callText(fields, directory.federation)
  const allow = publicNumbers(fields)
  const chats = effect.groups.flatMap((group) => directory.groups.get(group) ?? []).map(chatOf)
  const isStopped = previewOf({ text, audience, directory, preparedBy: code, allow }).stops
  if (text !== effect.text || isStopped || chats.length === 0)
    return say(doing, 'refused', texts.changedMeanwhile(number))
  const id = await freshMailingId(parts, number, doing)
  parts.donations.put({ ...drive, version: drive.version + 1, mailing: id }, doing.work)
  await submitMailing(
    donationsRoad(parts),
    {
      id,
      owner: 'donations',
      number,
      title: fields.title ?? '',
      text,
      allow,
      audience: audienceName(directory, audience),
      chats,
      people: reachOf(directory, audience).reachable.length,
      confirmation,
      preparedBy: code,
      preparedAt: doing.work.at,
    },
    true,
    doing,
  )
}

/** A call that was sent back and submitted again is another broadcast of the same drive. */
async function freshMailingId({ mailings }: DonationsParts, number: number, doing: Doing): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const id = attempt === 1 ? driveId(number) : `${driveId(number)}.${attempt}`
    if ((await mailings.find(id, doing.work)) === undefined) return id
  }
}

/** The last look before it leaves: days may have passed since it was prepared. True when it may. */
export async function passesGate(parts: DonationsParts, mailingId: string, doing: Doing): Promise<boolean> {
  const mailing = await parts.mailings.find(mailingId, doing.work)
  if (mailing === undefined) return false
  const drive = await parts.donations.find(driveId(mailing.number), doing.work)
  const { federation } = await doing.directory()
  const lacks = drive === undefined ? [] : missingOf(drive.fields, dayOf(doing.work.at))
  const isSame =
    drive !== undefined && drive.mailing === mailingId && callText(drive.fields, federation) === mailing.text
  if (isSame && lacks.length === 0) return true
  say(
    doing,
    'gate',
    lacks.length > 0
      ? texts.stillLacking(mailing.number, drive?.fields ?? {}, lacks)
      : texts.changedMeanwhile(mailing.number),
  )
  return false
}

/** How a drive stands, drafts included. */
export async function answerProgress(
  parts: DonationsParts,
  number: number | undefined,
  doing: Doing,
): Promise<Progress | undefined> {
  const { donations } = parts
  const drive =
    number === undefined
      ? await donations.findNewest(doing.work)
      : await donations.find(driveId(number), doing.work)
  if (drive === undefined) return undefined
  if (drive.mailing !== undefined) return standingOf(donationsRoad(parts), { id: drive.mailing }, doing)
  const lacks = missingOf(drive.fields, dayOf(doing.work.at))
  return { note: texts.draftStanding(drive.number, drive.fields.title, lacks) }
}
