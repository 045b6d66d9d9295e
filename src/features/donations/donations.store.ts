import type { Work } from '../../kernel/work.ts'
import type { Drive } from './drive.ts'

export interface DonationsStore {
  find(id: string, work: Work): Promise<Drive | undefined>
  add(drive: Drive, work: Work): void
  put(drive: Drive, work: Work): void
  /** The newest, for a question that names none. */
  findNewest(work: Work): Promise<Drive | undefined>
  listAll(work: Work): Promise<readonly Drive[]>
}
