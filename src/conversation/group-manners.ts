import { type Chat, chatKey } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'

/** What staff switched for one group; without a row nothing is switched. */
export interface GroupManner {
  /** Whoever tells a trouble there is heard, although they do not address us. */
  readonly listening: boolean
  /** The code of who switched it. */
  readonly changedBy: string
  readonly changedAt: Date
}

export interface GroupManners {
  /** As it is in the database now: what one process switches counts in every other at once. */
  find(group: Chat, work: Work): Promise<GroupManner | undefined>
  put(group: Chat, manner: GroupManner, work: Work): Promise<void>
  /** The group is under another number; what was switched there already stays. */
  move(from: Chat, to: Chat, work: Work): Promise<void>
}

/** Topics of one group have its manners. */
export function groupKey({ threadId: _, ...group }: Chat): string {
  return chatKey(group)
}
