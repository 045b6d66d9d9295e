import type { Chat } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'
import type { Conversation } from './conversation.ts'

export interface ConversationStore {
  /** As saved, or undefined for somebody who speaks for the first time. */
  find(key: string, work: Work): Promise<Conversation | undefined>
  /**
   * Saves with everything else of this transaction, if nobody changed it since it was loaded.
   * Otherwise the transaction fails with `storage-conflict` and is advanced again from what is there now.
   */
  save(conversation: Conversation, work: Work): void
  /** Conversations on these accounts in which a silence is due, the longest silent first. */
  listSilent(accounts: readonly string[], until: Date, limit: number): Promise<readonly Conversation[]>
  /** A group is under another number: everybody's talk there, and where their dialogues say receipts, move with it. */
  moveGroup(from: Chat, to: Chat, work: Work): Promise<void>
  nextSilence(accounts: readonly string[]): Promise<Date | undefined>
}
