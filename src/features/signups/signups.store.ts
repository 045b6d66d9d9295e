import type { Work } from '../../kernel/work.ts'
import type { Chain, Entry } from './chain.ts'

export interface SignupsStore {
  find(number: number, work: Work): Promise<Chain | undefined>
  /** Version 1 is a new one. */
  put(chain: Chain, work: Work): void
  /** Of this chat, open or closed, touched since; the newest first. */
  listIn(chatKey: string, since: Date, work: Work): Promise<readonly Chain[]>
  /** Open ones, touched since; the newest first. */
  listOpen(since: Date, work: Work): Promise<readonly Chain[]>
  /** Open ones that were to close by then. */
  listDue(by: Date, work: Work): Promise<readonly Chain[]>
  nextCloseAt(work: Work): Promise<Date | undefined>
  /** In the order in which they came. */
  listEntries(chain: string, work: Work): Promise<readonly Entry[]>
  /** Version 1 is a new one. */
  putEntry(entry: Entry, work: Work): void
  /** Entries that were last read from this message. */
  listByMessage(message: string, work: Work): Promise<readonly Entry[]>
}
