import type { Work } from '../../kernel/work.ts'
import type { Drive } from './drive.ts'

export interface DonationsStore {
  find(id: string, work: Work): Promise<Drive | undefined>
  add(drive: Drive, work: Work): void
  put(drive: Drive, work: Work): void
  /** The newest, for a question that names none. */
  findNewest(work: Work): Promise<Drive | undefined>
  listAll(work: Work): Promise<readonly Drive[]>
  /**
   * How many broadcasts of this drive arrived in each chat, or are on their way there, by the chat's key. What takes
   * something back or puts it right is not counted, nor what failed. `except`: a broadcast that is left out.
   */
  lettersByChat(number: number, except: string | undefined, work: Work): Promise<ReadonlyMap<string, number>>
}
