import type { Work } from '../../kernel/work.ts'
import type { Notice } from './notice.ts'
import type { Doubt } from './receipts/doubt.ts'
import type { Receipt } from './receipts/receipt.ts'

export interface NoticesStore {
  find(id: string, work: Work): Promise<Notice | undefined>
  add(notice: Notice, work: Work): void
  put(notice: Notice, work: Work): void
  /** Notices that await receipts and left after `since`, in this chat; the newest first. */
  listAwaitingIn(chat: string, since: Date, work: Work): Promise<readonly Notice[]>
  /** The same, of those meant for this person. */
  listAwaitingOf(person: string, since: Date, work: Work): Promise<readonly Notice[]>
  /** Notices that await receipts by some time and left after `since`, or whose reminder is under way. */
  listTimed(since: Date, work: Work): Promise<readonly Notice[]>
  listAll(work: Work): Promise<readonly Notice[]>
  findReceipt(id: string, work: Work): Promise<Receipt | undefined>
  /** Version 1 is a new one. */
  putReceipt(receipt: Receipt, work: Work): void
  /** Somebody is missing again. */
  dropReceipt(id: string, work: Work): Promise<void>
  listReceipts(notice: string, work: Work): Promise<readonly Receipt[]>
  listAllReceipts(work: Work): Promise<readonly Receipt[]>
  /** What staff have to look at, by number. */
  listDoubts(notice: string, work: Work): Promise<readonly Doubt[]>
  /** A number that somebody faster took makes the transaction fail. */
  addDoubt(doubt: Doubt, work: Work): void
  dropDoubts(ids: readonly string[], work: Work): Promise<void>
  /** Those of notices that left before `since`. */
  dropOldDoubts(since: Date, work: Work): Promise<void>
  /** When the oldest notice left of which something is still in doubt. */
  oldestDoubted(work: Work): Promise<Date | undefined>
}
