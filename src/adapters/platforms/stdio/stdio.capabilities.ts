import type { Capabilities } from '../../../conversation/platform.ts'

/** Everything there is: programs that speak the line protocol draw it as they like. */
export const STDIO: Capabilities = {
  buttons: 'everywhere',
  edit: true,
  mention: true,
  threads: false,
  deepLink: false,
  firstContact: 'always',
  longestText: Number.POSITIVE_INFINITY,
  filesWithText: true,
  largestFileBytes: Number.POSITIVE_INFINITY,
  givesMessageIds: true,
  pace: { atOnce: 64 },
}
