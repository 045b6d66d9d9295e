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
}

export const noticeId = (number: number) => `notice:${number}`

/** Replies come on the day or the day after; a "收到" a week later answers something else. */
export const OPEN_DAYS = 7

export function overheardSince(now: Date): Date {
  return new Date(now.getTime() - OPEN_DAYS * 86_400_000)
}
