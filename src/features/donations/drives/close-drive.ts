import type { Doing } from '../../../conversation/feature.ts'
import type { Plan } from '../../../conversation/previewed-order.ts'
import { may } from '../../../kernel/person.ts'
import { stopMailing } from '../../../mailings/mailing-end.ts'
import { type DonationsParts, donationsRoad } from '../donations.service.ts'
import { type Drive, driveId } from '../drive.ts'
import type { CloseOrder } from './close.dialogue.ts'
import { closeTexts as texts } from './close.texts.ts'
import { figuresOf } from './drive-figures.ts'
import { seeTexts } from './see.texts.ts'

/** The drive that is meant; several where none is named and more than one goes on. */
async function meant(
  { donations }: DonationsParts,
  { number }: CloseOrder,
  doing: Doing,
): Promise<readonly Drive[]> {
  if (number !== undefined) {
    const drive = await donations.find(driveId(number), doing.work)
    return drive === undefined ? [] : [drive]
  }
  const all = await donations.listAll(doing.work)
  return all.filter(({ openedAt, closedAt }) => openedAt !== undefined && closedAt === undefined)
}

export async function planClose(
  parts: DonationsParts,
  order: CloseOrder,
  doing: Doing,
): Promise<Plan<CloseOrder>> {
  const refused = (text: string): Plan<CloseOrder> => ({ kind: 'refused', text })
  if (!may(doing.by.person, 'drive.prepare')) return refused(texts.mayNot())
  const drives = await meant(parts, order, doing)
  const [drive] = drives
  if (drive === undefined) return refused(texts.none(order.number))
  const { number, fields, openedAt } = drive
  if (drives.length > 1) return refused(texts.which(drives.map((one) => one.number)))
  if (drive.closedAt !== undefined) return refused(texts.already(number))
  const figures = await figuresOf(parts.gifts, drive.id, doing.work)
  const preview = texts.ask(
    number,
    fields.title ?? '',
    openedAt !== undefined,
    seeTexts.sums(figures, undefined),
  )
  return { kind: 'ready', order: { number }, preview }
}

/** What waits or is on its way is stopped with it; what has left has left. */
export async function closeDrive(parts: DonationsParts, order: CloseOrder, doing: Doing): Promise<void> {
  const say = (text: string) =>
    doing.post(`${doing.turnKey}:close`, { to: doing.by.home, text, origin: 'automatic' })
  const plan = await planClose(parts, order, doing)
  if (plan.kind !== 'ready') return say(plan.kind === 'refused' ? plan.text : plan.question)
  const drive = await parts.donations.find(driveId(plan.order.number ?? 0), doing.work)
  const { code } = doing.by.person
  if (drive === undefined || code === undefined) return
  const { number, id, version } = drive
  parts.donations.put({ ...drive, version: version + 1, closedAt: doing.work.at, closedBy: code }, doing.work)
  doing.audit('donations.close', id)
  for (const mailing of await parts.mailings.listAll('donations', doing.work)) {
    const isUnderWay = ['awaitingApproval', 'scheduled', 'sending', 'paused'].includes(mailing.state)
    // A disclosure goes on: what was given is made public also when nothing more is asked for.
    const asks = mailing.id.startsWith(`${id}.`) || mailing.id === id || mailing.id.startsWith('report:')
    if (mailing.number === number && isUnderWay && asks && mailing.revises === undefined)
      await stopMailing(donationsRoad(parts), mailing.id, doing)
  }
  say(texts.done(number, drive.openedAt !== undefined))
}
