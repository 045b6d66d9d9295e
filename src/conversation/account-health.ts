import type { Work } from '../kernel/work.ts'
import type { AccountHealth, Platform } from './platform.ts'

export type AccountState = AccountHealth['state']

/** How one of our accounts is, as it was last reported by whichever process served it. */
export interface AccountRecord {
  /** platform:account */
  readonly key: string
  readonly platform: string
  readonly account: string
  readonly state: AccountState
  /** Since when it speaks, is limited, or does not speak; on the way from one trouble to the next it stays. */
  readonly since: Date
  readonly reportedAt: Date
  readonly detail?: string
  readonly name?: string
  readonly link?: string
  readonly login?: string
  /** What staff were told last. */
  readonly toldState?: AccountState
  readonly toldAt?: Date
}

export interface AccountStore {
  /** Written only where something changed. Name, link and login stay until others are reported. */
  report(account: Pick<Platform, 'name' | 'account'>, health: AccountHealth, at: Date): Promise<void>
  find(key: string, work: Work): Promise<AccountRecord | undefined>
  list(work: Work): Promise<readonly AccountRecord[]>
  /** Keys of accounts that cannot carry a letter now; one that never reported can. */
  listSpeechless(work: Work): Promise<ReadonlySet<string>>
  /** Letters that wait, by account. */
  countWaiting(work: Work): Promise<ReadonlyMap<string, number>>
  /** True for the one who may tell staff of it: false when they were told meanwhile. */
  markTold(account: AccountRecord, state: AccountState, work: Work): Promise<boolean>
  /** Letters that found the account offline may go now. */
  wakeLetters(key: string, at: Date): Promise<void>
}

const SPEAKING: readonly AccountState[] = ['online', 'restricted']

/** Letters leave only then. */
export const speaks = (state: AccountState): boolean => SPEAKING.includes(state)
