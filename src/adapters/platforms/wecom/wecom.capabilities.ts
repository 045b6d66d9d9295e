import type { Capabilities } from '../../../conversation/platform.ts'

/**
 * As WeCom's documentation of the intelligent bot over a long connection has it: 30 messages a minute and 1,000 an
 * hour in one chat, and nobody is written to who never wrote. Cards with buttons exist in private chats only and want
 * an answer within five seconds, so choices are numbers here.
 */
export const WECOM: Capabilities = {
  buttons: 'none',
  edit: false,
  mention: true,
  // A bot gets only the lines of a group that call it.
  overhears: false,
  threads: false,
  deepLink: false,
  firstContact: 'known',
  // A message holds 20,480 bytes; 4,000 Chinese characters with what keeps them plain stay well below.
  longestText: 4_000,
  largestFileBytes: 20_000_000,
  givesMessageIds: false,
  pace: { perChatPerSecond: 1, perChatPerMinute: 30, atOnce: 8 },
}
