import type { Work } from '../../kernel/work.ts'
import type { MailingStore } from '../../mailings/mailing.store.ts'
import { type MailingState, noLetters, type Tally } from '../../mailings/mailing.ts'
import type { NoticesStore } from './notices.store.ts'
import { listReceipts, type ReceiptLists } from './receipts/receipt.ts'

/** A line of `notices --json`. */
export interface NoticeLine {
  readonly number: number
  readonly title: string
  readonly state: MailingState
  readonly audience: string
  readonly letters: Tally
  /** Codes of people; each of the audience in exactly one list. */
  readonly receipts: ReceiptLists
}

export async function noticeLines(
  stores: { readonly notices: NoticesStore; readonly mailings: MailingStore },
  work: Work,
): Promise<readonly NoticeLine[]> {
  const mailings = await stores.mailings.listAll('notices', work)
  const tallies = await stores.mailings.tallies(
    mailings.map(({ id }) => id),
    work,
  )
  const notices = new Map((await stores.notices.listAll(work)).map((notice) => [notice.id, notice]))
  const receipts = Map.groupBy(await stores.notices.listAllReceipts(work), ({ notice }) => notice)
  return mailings.map(({ id, number, title, state, audience }) => ({
    number,
    title,
    state,
    audience,
    letters: tallies.get(id) ?? noLetters,
    receipts: listReceipts(notices.get(id)?.people ?? [], receipts.get(id) ?? []),
  }))
}
