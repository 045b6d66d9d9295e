import type { Capabilities } from '../../../conversation/platform.ts'

/** As the Bot API's documentation and its FAQ have it; numbers of characters are UTF-16 units. */
export const TELEGRAM: Capabilities = {
  buttons: 'everywhere',
  edit: true,
  mention: true,
  threads: true,
  deepLink: true,
  // A bot cannot write first to somebody who never pressed Start.
  firstContact: 'known',
  longestText: 4_096,
  largestFileBytes: 50_000_000,
  givesMessageIds: true,
  pace: { perSecond: 30, perChatPerSecond: 1, perGroupPerMinute: 20, atOnce: 16 },
}
