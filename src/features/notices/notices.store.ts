import type { Work } from '../../kernel/work.ts'
import type { Notice } from './notice.ts'
import type { Receipt } from './receipts/receipt.ts'

export interface NoticesStore {
  find(id: string, work: Work): Promise<Notice | undefined>
  add(notice: Notice, work: Work): void
  put(notice: Notice, work: Work): void
  /** The newest notice that awaits receipts and left after `since`, in this chat. */
  findAwaitingIn(chat: string, since: Date, work: Work): Promise<Notice | undefined>
  /** The same, of those meant for this person. */
  findAwaitingOf(person: string, since: Date, work: Work): Promise<Notice | undefined>
  listAll(work: Work): Promise<readonly Notice[]>
  findReceipt(id: string, work: Work): Promise<Receipt | undefined>
  /** Version 1 is a new one. */
  putReceipt(receipt: Receipt, work: Work): void
  listReceipts(notice: string, work: Work): Promise<readonly Receipt[]>
  listAllReceipts(work: Work): Promise<readonly Receipt[]>
}
