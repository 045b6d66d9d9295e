import type { Capabilities } from '../../../conversation/platform.ts'

/** As the documentation of WeCom's intelligent bot has it: 30 messages a minute and 1,000 an hour in one chat. */
export const WECOM: Capabilities = {
  buttons: 'none',
  edit: false,
  mention: true,
  threads: false,
  deepLink: false,
  firstContact: 'known',
  longestText: 4_000,
  largestFileBytes: 20_000_000,
  givesMessageIds: false,
  pace: { perChatPerSecond: 1, perChatPerMinute: 30, atOnce: 8 },
}
