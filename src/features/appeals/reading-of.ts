import type { Band, Reading } from '../../conversation/feature.ts'

/** Rules need no more than this to know what somebody is about. */
export const READ_CHARACTERS = 4_000
/** Orders are short; what is longer tells something. */
export const COMMAND_CHARACTERS = 300

/** A reading in one line. */
export function readingOf(
  dialogue: Reading['dialogue'],
  band: Band,
  score: number,
  label: string,
  words: readonly string[],
  data?: unknown,
): Reading {
  return { dialogue, band, score, label, words, ...(data === undefined ? {} : { data }) }
}
