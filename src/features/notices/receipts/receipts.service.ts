import type { Doing } from '../../../conversation/feature.ts'
import type { Person } from '../../../kernel/person.ts'
import type { Mailing } from '../../../mailings/mailing.ts'
import type { Notice } from '../notice.ts'
import type { NoticesParts } from '../notices.service.ts'
import type { NoticesStore } from '../notices.store.ts'
import type { ReceiptsAnswer } from './missing.dialogue.ts'
import { listReceipts, type ReceiptLists } from './receipt.ts'
import { reportReceipts, type Sight, within } from './receipt-report.ts'

export interface NoticeAtHand {
  readonly notice: Notice
  readonly mailing: Mailing
}

/** By its number; without one the newest that awaits receipts, failing that the newest. */
export async function findNotice(
  parts: Pick<NoticesParts, 'notices' | 'mailings'>,
  number: number | undefined,
  doing: Doing,
): Promise<NoticeAtHand | undefined> {
  const { work } = doing
  const mailing = await parts.mailings.findByNumber('notices', number, work)
  if (mailing === undefined) return undefined
  const notice = await parts.notices.find(mailing.id, work)
  if (notice !== undefined && (number !== undefined || notice.awaitsReceipts)) return { notice, mailing }
  if (number !== undefined) return undefined
  const all = await parts.notices.listAll(work)
  const newest = all.findLast((one) => one.awaitsReceipts && one.openFrom !== undefined) ?? notice
  const its = newest === undefined ? undefined : await parts.mailings.find(newest.id, work)
  return newest === undefined || its === undefined ? undefined : { notice: newest, mailing: its }
}

/** Staff and reviewers see everybody; a secretary who is nothing more sees their own chamber. */
export function sightOf(person: Person): Sight {
  const seesAll = person.roles.includes('staff') || person.roles.includes('reviewer')
  // A secretary without a chamber in the roster sees nobody rather than everybody.
  return seesAll ? {} : { onlyChamber: person.chamber ?? '' }
}

export async function answerReceipts(
  parts: NoticesParts,
  number: number | undefined,
  doing: Doing,
): Promise<ReceiptsAnswer | undefined> {
  const found = await findNotice(parts, number, doing)
  if (found === undefined) return undefined
  const { notice, mailing } = found
  const answer = { number: mailing.number, title: mailing.title, awaited: notice.awaitsReceipts }
  if (mailing.startedAt === undefined) return answer
  const directory = await doing.directory()
  const sight = sightOf(doing.by.person)
  if (within(directory, sight, notice.people).length === 0) return { ...answer, elsewhere: true }
  const receipts = await parts.notices.listReceipts(notice.id, doing.work)
  const doubts = await parts.notices.listDoubts(notice.id, doing.work)
  return { ...answer, report: reportReceipts(directory, notice.people, receipts, sight, doubts) }
}

export const countsOf = (lists: ReceiptLists) => ({
  acknowledged: lists.acknowledged.length,
  onLeave: lists.onLeave.length,
  seen: lists.seen.length,
  unclear: lists.unclear.length,
  missing: lists.missing.length,
})

export async function listsOf(
  notices: NoticesStore,
  notice: Notice,
  sight: Sight,
  doing: Doing,
): Promise<ReceiptLists> {
  const people = within(await doing.directory(), sight, notice.people)
  return listReceipts(people, await notices.listReceipts(notice.id, doing.work))
}

/** It was taken back: nothing is overheard for it any more and nobody is reminded. */
export async function closeReceipts(notices: NoticesStore, id: string, doing: Doing): Promise<void> {
  const notice = await notices.find(id, doing.work)
  if (notice === undefined || !notice.awaitsReceipts) return
  const { remindFrom: _underWay, ...rest } = notice
  notices.put({ ...rest, version: notice.version + 1, awaitsReceipts: false }, doing.work)
}
