import type { Capabilities } from '../../../conversation/platform.ts'

/**
 * A personal account behind a puppet: what every puppet can do, and a pace far below what gets accounts restricted.
 * There is no documented limit; people who write by hand are slower than this.
 */
export const WECHAT: Capabilities = {
  buttons: 'none',
  edit: false,
  mention: true,
  threads: false,
  deepLink: false,
  // Friends only; a member of the same room who is no friend cannot be written to.
  firstContact: 'known',
  longestText: 2_000,
  largestFileBytes: 25_000_000,
  givesMessageIds: false,
  pace: { perSecond: 1, perMinute: 30, perChatPerSecond: 1, perGroupPerMinute: 10, atOnce: 1 },
}
