import type { Chat } from '../../kernel/chat.ts'
import type { Directory, Group } from '../../kernel/directory.ts'
import type { Work } from '../../kernel/work.ts'
import type { Roster } from './roster.ts'

/** A chat account and the person of the roster it belongs to. */
export interface BoundAccount {
  readonly platform: string
  readonly accountId: string
  readonly person: string
  readonly lastSeenAt: Date | undefined
  readonly chat: Chat | undefined
}

/** One row of a roster that is new or differs from what is stored. */
export interface RosterChange {
  readonly section: string
  readonly code: string
  readonly change: 'added' | 'changed'
}

export interface BindingCode {
  readonly digest: string
  readonly person: string
  readonly issuedBy: string
  readonly expiresAt: Date
  readonly usedAt: Date | undefined
}

export interface MembershipStore {
  /** The roster as it stands today, read anew only when somebody changed it. */
  directory(work: Work): Promise<Directory>
  findAccount(platform: string, accountId: string, work: Work): Promise<BoundAccount | undefined>
  listAccounts(person: string, work: Work): Promise<readonly BoundAccount[]>
  bind(
    account: { platform: string; accountId: string; person: string; boundBy: string; chat?: Chat },
    work: Work,
  ): Promise<void>
  /** Remembers where somebody was last met, for writing first. */
  noteSeen(account: BoundAccount, chat: Chat, work: Work): void
  /** What taking this roster in would change; with `apply`, it is done. Never removes. */
  takeIn(roster: Roster, apply: boolean, work: Work): Promise<readonly RosterChange[]>
  /** Every group of the roster that is in force, also one that no chat is bound to now. */
  listGroups(work: Work): Promise<readonly Group[]>
  /** Whether somebody spoke to us in this group, or was written to there. */
  isAlive(group: Chat, work: Work): Promise<boolean>
  /**
   * From now on this chat is that group; what it was bound to before is bound to nothing. Gives the chat that the
   * group had before, if it had one; nothing when there is no such group.
   */
  bindGroup(code: string, chat: Chat, work: Work): Promise<{ readonly before: Chat | undefined } | undefined>
  unbindGroup(code: string, work: Work): Promise<void>
  /** The chat has another number; gives the group's code, if it is one of the roster's. */
  moveGroup(from: Chat, to: Chat, work: Work): Promise<string | undefined>
  addCode(code: BindingCode, work: Work): Promise<void>
  findCode(digest: string, work: Work): Promise<BindingCode | undefined>
  useCode(digest: string, usedBy: string, work: Work): Promise<void>
}
