import type { AccountRecord, AccountState } from '../../conversation/account-health.ts'

/** A reconnect that is over by then is nobody's concern. */
const QUIET_MS = 20_000
/** On its way, it is given as long as leaves time to tell within the minute. */
const CONNECTING_MS = 40_000

/** What staff have to be told: the account is back (`online`), or what is wrong with it. */
export type News = Exclude<AccountState, 'connecting'>

/**
 * Once per change: that it went away, that somebody has to log in (also when it was away before), that it is
 * limited, that it is back. While it is away staff need not hear how it is trying.
 */
export function newsOf({ state, toldState }: AccountRecord): News | undefined {
  const told = toldState ?? 'online'
  const news: News = state === 'connecting' ? 'offline' : state
  if (news === told) return undefined
  return news === 'offline' && told === 'needs-login' ? undefined : news
}

/** When they are to be told; undefined when they know all there is to know. */
export function tellAt(account: AccountRecord): Date | undefined {
  if (newsOf(account) === undefined) return undefined
  const quietMs = account.state === 'connecting' ? CONNECTING_MS : QUIET_MS
  return new Date(account.since.getTime() + quietMs)
}
