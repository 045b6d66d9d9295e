import type { Capabilities } from '../../../conversation/platform.ts'

/** The page is ours, so it can do what the house asks of it. */
export const WEB_CHAT: Capabilities = {
  buttons: 'everywhere',
  edit: true,
  mention: true,
  threads: false,
  deepLink: false,
  firstContact: 'always',
  longestText: 8_000,
  filesWithText: true,
  largestFileBytes: 20_000_000,
  givesMessageIds: true,
  pace: { atOnce: 64 },
}
