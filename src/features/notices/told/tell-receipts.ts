/** 通知57谁没回, for another feature to say: a leader sees the people of the firms and chambers they answer for. */
import type { Doing } from '../../../conversation/feature.ts'
import { dayOf } from '../../../kernel/clock.ts'
import { type Directory, scopeOf } from '../../../kernel/directory.ts'
import { may, type Person } from '../../../kernel/person.ts'
import type { Standing } from '../../../kernel/standing.ts'
import type { NoticesParts } from '../notices.service.ts'
import { listReceipts } from '../receipts/receipt.ts'
import { chamberOf, within } from '../receipts/receipt-report.ts'
import { findNotice, sightOf } from '../receipts/receipts.service.ts'
import type { ReceiptsAsked } from './asked.ts'
import { toldTexts as texts } from './told.texts.ts'

export async function tellReceipts(
  parts: NoticesParts,
  { notice: number, of }: ReceiptsAsked,
  doing: Doing,
): Promise<Standing | undefined> {
  const { person } = doing.by
  const found = await findNotice(parts, number ?? undefined, doing)
  if (found === undefined || found.mailing.startedAt === undefined) return undefined
  const { notice, mailing } = found
  if (number === null && !notice.awaitsReceipts) return undefined
  const directory = await doing.directory()
  const people = peopleSeen(notice.people, person, directory, dayOf(doing.work.at))
  if (people.length === 0) return undefined
  const lists = listReceipts(people, await parts.notices.listReceipts(notice.id, doing.work))
  doing.audit('notices.seeReceipts', notice.id, { of, people: people.length, missing: lists.missing.length })
  const named = (codes: readonly string[]) =>
    codes.map((code) => ({
      name: directory.people.get(code)?.name ?? code,
      chamber: directory.chambers.get(chamberOf(directory, code) ?? '')?.name ?? null,
    }))
  return texts.told(
    {
      number: mailing.number,
      title: mailing.title,
      awaited: notice.awaitsReceipts,
      isWhole: people.length === notice.people.length,
    },
    {
      acknowledged: named(lists.acknowledged),
      onLeave: named(lists.onLeave),
      seen: named([...lists.seen, ...lists.unclear]),
      missing: named(lists.missing),
    },
    of,
  )
}

function peopleSeen(
  people: readonly string[],
  person: Person,
  directory: Directory,
  day: string,
): readonly string[] {
  if (may(person, 'notice.see-receipts')) return within(directory, sightOf(person), people)
  if (!may(person, 'notice.see-receipts-in-scope') || person.code === undefined) return []
  const { companies, chambers } = scopeOf(directory, person.code, day)
  return people.filter((code) => {
    const { company, chamber } = directory.people.get(code) ?? {}
    // Who belongs to a firm is seen by whoever answers for the firm, though another answers for its chamber.
    return company !== undefined ? companies.has(company) : chamber !== undefined && chambers.has(chamber)
  })
}
