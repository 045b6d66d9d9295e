/** What a notice says after its corrections, and by when it wants its answers then. */
import type { Doing } from '../../../conversation/feature.ts'
import { momentAt } from '../../../kernel/spoken-moment.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Mailing } from '../../../mailings/mailing.ts'
import type { NoticesParts } from '../notices.service.ts'
import { readAnswerBy } from '../prepare/read-answer-by.ts'

/** A correction without the line that says what was put right. */
export const bodyOf = (text: string) => text.replace(/^【更正】[^\n]*\n/u, '')

/** The newest correction that has begun to leave, or the notice's own words. */
export async function textThatHolds(
  { mailings }: Pick<NoticesParts, 'mailings'>,
  { id, text }: Pick<Mailing, 'id' | 'text'>,
  work: Work,
): Promise<string> {
  const revisions = await mailings.listRevisionsOf(id, work)
  const latest = revisions.find(
    ({ revisesHow, startedAt }) => revisesHow === 'correct' && startedAt !== undefined,
  )
  return latest === undefined ? text : bodyOf(latest.text)
}

/** A correction leaves: where it names another term for the answers, that one holds. */
export async function holdNewTerm(parts: NoticesParts, revision: string, doing: Doing): Promise<void> {
  const { notices, mailings, workdays } = parts
  const { work } = doing
  const { revises, revisesHow, text } = (await mailings.find(revision, work)) ?? {}
  const notice = revises === undefined ? undefined : await notices.find(revises, work)
  if (notice === undefined || text === undefined || revisesHow !== 'correct' || !notice.awaitsReceipts) return
  const moment = readAnswerBy(bodyOf(text), work.at)
  if (moment === undefined) return
  await workdays.refresh(work)
  const answerBy = momentAt(moment, work.at, workdays.calendar)
  if (!(answerBy instanceof Date) || answerBy <= work.at) return
  if (answerBy.getTime() === notice.answerBy?.getTime()) return
  notices.put({ ...notice, version: notice.version + 1, answerBy }, work)
}
