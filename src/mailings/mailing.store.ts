import type { Chat } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'
import type { Mailing, MailingLetter, Recipient, Tally } from './mailing.ts'

export interface MailingStore {
  find(id: string, work: Work): Promise<Mailing | undefined>
  add(mailing: Mailing, work: Work): void
  /** One version ahead of what was found; somebody faster makes the transaction fail. */
  put(mailing: Mailing, work: Work): void
  /** The newest with this number of its owner's, or the newest of all. */
  findByNumber(owner: string, number: number | undefined, work: Work): Promise<Mailing | undefined>
  findByConfirmation(owner: string, confirmation: string, work: Work): Promise<Mailing | undefined>
  /** Scheduled, going out, held or stopped, and not over: the clock has something to do about them. */
  listOpen(owner: string, work: Work): Promise<readonly Mailing[]>
  listAll(owner: string, work: Work): Promise<readonly Mailing[]>
  /** What corrects or takes back this one, the newest first. */
  listRevisionsOf(id: string, work: Work): Promise<readonly Mailing[]>

  addRecipients(recipients: readonly Recipient[], work: Work): void
  listRecipients(id: string, work: Work): Promise<readonly Recipient[]>
  /** Titles of the groups it goes to, in order, and how many private chats. */
  placesOf(
    id: string,
    work: Work,
  ): Promise<{ readonly groups: readonly string[]; readonly privately: number }>
  /**
   * Whose turn it is: of each account at most as many as keep `ahead` letters waiting there, so that a slow platform
   * holds up no other and a stop finds little to take back.
   */
  nextOwed(id: string, ahead: number, work: Work): Promise<readonly Recipient[]>
  /** Their letters are written under these keys. */
  markWritten(
    recipients: readonly Pick<Recipient, 'id' | 'mailing' | 'chat' | 'n'>[],
    work: Work,
  ): Promise<void>
  /** None of these, or of all that are owed where none are named, gets a letter any more; gives how many. */
  drop(id: string, recipients: readonly string[] | undefined, work: Work): Promise<number>
  /** A group has another number: letters that are not written go there. */
  moveRecipients(owner: string, from: Chat, to: Chat, work: Work): Promise<void>
  /** Chats in which this broadcast, or one of these, arrived or may have, with the newest letter there. */
  listReached(ids: readonly string[], work: Work): Promise<readonly Reached[]>

  /** What became of each chat: for those who ask where it did not arrive. Only states that are trouble. */
  listTroubles(id: string, most: number, work: Work): Promise<Troubles>
  /** What became of the recipients of many broadcasts; each counts once, in one state. */
  tallies(ids: readonly string[], work: Work): Promise<ReadonlyMap<string, Tally>>
  /** Whether a letter of it is still to be written, waits or is on its way. */
  isUnderWay(id: string, work: Work): Promise<boolean>
  /** Letters that wait for a platform stay where they are. */
  holdLetters(id: string, work: Work): Promise<number>
  /** And go on. */
  freeLetters(id: string, work: Work): Promise<number>
}

/** Somewhere an earlier broadcast may have been read. */
export interface Reached {
  readonly recipient: Recipient
  /** Id of the letter that a platform may replace; missing where it took several, or files. */
  readonly letter?: string
}

export interface Troubles {
  readonly letters: readonly MailingLetter[]
  /** Of all, how many failed and of how many nobody knows. */
  readonly failed: number
  readonly uncertain: number
}
