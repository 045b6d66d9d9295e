import type { Capabilities } from '../../../conversation/platform.ts'

/** Lines of text, one reader. */
export const TERMINAL: Capabilities = {
  buttons: 'none',
  edit: false,
  mention: true,
  threads: false,
  deepLink: false,
  firstContact: 'always',
  longestText: Number.POSITIVE_INFINITY,
  filesWithText: true,
  largestFileBytes: Number.POSITIVE_INFINITY,
  givesMessageIds: true,
  pace: { atOnce: 1 },
}
