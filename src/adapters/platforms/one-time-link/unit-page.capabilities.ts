import type { Capabilities } from '../../../conversation/platform.ts'

/** The page is ours and asks for what was written; nobody is called there. */
export const UNIT_PAGE: Capabilities = {
  buttons: 'everywhere',
  edit: false,
  mention: false,
  threads: false,
  deepLink: false,
  firstContact: 'always',
  longestText: 8_000,
  filesWithText: true,
  largestFileBytes: 20_000_000,
  givesMessageIds: true,
  pace: { atOnce: 64 },
}
