import type { Chat, PlatformPerson } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'

/** An errand that was ordered and has brought nothing yet. */
export interface StoredErrand {
  /** The key it was ordered by. */
  readonly id: string
  readonly kind: string
  readonly data: unknown
  /** The conversation it was ordered in, and whose that is. */
  readonly chat: Chat
  readonly person: PlatformPerson
  readonly orderedAt: Date
}

export interface ErrandsStore {
  /** One that was ordered before under this id is left as it is. */
  keep(errand: StoredErrand, work: Work): void
  /** What came of it is written down in the same transaction. */
  remove(id: string, work: Work): void
  /** Those of these accounts (`platform:account`), the oldest first. */
  list(accounts: readonly string[]): Promise<readonly StoredErrand[]>
}
