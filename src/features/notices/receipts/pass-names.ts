/** 没回的名单: to whoever prepared the notice, and to each chamber's secretaries what concerns their own. */
import type { Doing } from '../../../conversation/feature.ts'
import type { Chat } from '../../../kernel/chat.ts'
import { dayAndHour } from '../../../kernel/clock.ts'
import { peopleWithRole } from '../../../kernel/directory.ts'
import type { NoticesParts } from '../notices.service.ts'
import { listReceipts } from './receipt.ts'
import { type Answerer, chamberOf, reportReceipts } from './receipt-report.ts'
import type { NoticeAtHand } from './receipts.service.ts'
import { receiptsTexts as texts } from './receipts.texts.ts'

interface SecretaryTold {
  readonly code: string
  readonly name: string
  readonly chamber: string
  readonly chat: Chat
  readonly missing: readonly Answerer[]
}

/** Who can be told of whom; `without`: chambers of the missing with no secretary whom we can write to. */
export async function secretariesToTell(
  missing: readonly string[],
  doing: Doing,
): Promise<{ readonly told: readonly SecretaryTold[]; readonly without: readonly string[] }> {
  const directory = await doing.directory()
  const byChamber = Map.groupBy(missing, (code) => chamberOf(directory, code))
  const secretaries = peopleWithRole(directory, 'secretary')
  const reached = await doing.reachAll(secretaries.map(({ code }) => code))
  const told: SecretaryTold[] = []
  const without: string[] = []
  for (const [chamber, codes] of byChamber) {
    if (chamber === undefined) continue
    const name = directory.chambers.get(chamber)?.name ?? chamber
    const of = codes.map((code) => ({ name: directory.people.get(code)?.name ?? code }))
    const theirs = secretaries.flatMap((one) => {
      const chat = reached.get(one.code)?.chat
      if (one.chamber !== chamber || chat === undefined) return []
      return [{ code: one.code, name: one.name, chamber: name, chat, missing: of }]
    })
    told.push(...theirs)
    if (theirs.length === 0) without.push(name)
  }
  return { told, without }
}

/** Answers are due: names to those who may ask around, once. */
export async function passNames(
  parts: NoticesParts,
  { notice, mailing }: NoticeAtHand,
  doing: Doing,
): Promise<void> {
  const { work } = doing
  const directory = await doing.directory()
  const receipts = await parts.notices.listReceipts(notice.id, work)
  const doubts = await parts.notices.listDoubts(notice.id, work)
  const report = reportReceipts(directory, notice.people, receipts, {}, doubts)
  const { missing } = listReceipts(notice.people, receipts)
  const text = texts.report(notice.number, mailing.title, true, dayAndHour(work.at, work.at), report)
  const key = `${notice.id}:passed`
  const preparer = await doing.reach(mailing.preparedBy)
  if (preparer !== undefined) doing.post(key, { to: preparer, text, origin: 'automatic' })
  else await doing.request({ kind: 'staff.tell', key, text })
  const { told } = await secretariesToTell(missing, doing)
  for (const { code, chat, missing: theirs } of told)
    doing.post(`${key}:${code}`, {
      to: chat,
      text: texts.forSecretary(notice.number, mailing.title, theirs),
      origin: 'automatic',
    })
}
