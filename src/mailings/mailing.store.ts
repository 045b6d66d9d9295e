import type { Work } from '../kernel/work.ts'
import type { Mailing, MailingLetter, Tally } from './mailing.ts'

export interface MailingStore {
  find(id: string, work: Work): Promise<Mailing | undefined>
  add(mailing: Mailing, work: Work): void
  /** One version ahead of what was found; somebody faster makes the transaction fail. */
  put(mailing: Mailing, work: Work): void
  /** The newest with this number of its owner's, or the newest of all. */
  findByNumber(owner: string, number: number | undefined, work: Work): Promise<Mailing | undefined>
  findByConfirmation(owner: string, confirmation: string, work: Work): Promise<Mailing | undefined>
  /** Going out or stopped, with letters whose end was not reported yet. */
  listUnsettled(owner: string, work: Work): Promise<readonly Mailing[]>
  listAll(owner: string, work: Work): Promise<readonly Mailing[]>
  listLetters(id: string, work: Work): Promise<readonly MailingLetter[]>
  /** What became of the letters of many broadcasts; those without a letter are left out. */
  tallies(ids: readonly string[], work: Work): Promise<ReadonlyMap<string, Tally>>
}
