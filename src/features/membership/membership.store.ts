import type { Chat } from '../../kernel/chat.ts'
import type { Directory } from '../../kernel/directory.ts'
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
  addCode(code: BindingCode, work: Work): Promise<void>
  findCode(digest: string, work: Work): Promise<BindingCode | undefined>
  useCode(digest: string, usedBy: string, work: Work): Promise<void>
}
