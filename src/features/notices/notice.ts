/** What a notice is besides the broadcast that carries it (mailings/mailing.ts has the text and the state). */
export interface Notice {
  /** `notice:57`, the same as its broadcast's. */
  readonly id: string
  readonly version: number
  readonly number: number
  /** Everybody meant, reachable or not, as the roster stood when it was submitted. */
  readonly people: readonly string[]
  readonly awaitsReceipts: boolean
  /** Keys of the chats it goes to. */
  readonly chats: readonly string[]
  /** From when replies there are overheard; not before it left. */
  readonly openFrom?: Date
  /** By when answers are wanted. */
  readonly answerBy?: Date
  /** Answers go by button or in private, because the groups are large. */
  readonly quietly?: boolean
  /** The one reminder to those alone who have not answered: when it began, and how far it has come while under way. */
  readonly remindedAt?: Date
  readonly remindFrom?: number
  /** The one tally in its groups. */
  readonly talliedAt?: Date
  /** When the names that were missing were passed to whoever prepared it and to the chambers' secretaries. */
  readonly listedAt?: Date
}

export const noticeId = (number: number) => `notice:${number}`

/** Replies come on the day or the day after; a "收到" a week later answers something else. */
export const OPEN_DAYS = 7

export function overheardSince(now: Date): Date {
  return new Date(now.getTime() - OPEN_DAYS * 86_400_000)
}
