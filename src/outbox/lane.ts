import type { Letter } from './letter.ts'

/**
 * Answers to people go before broadcasts, always. What was written to one chat leaves in that order within its lane
 * only: an answer overtakes a broadcast that still waits, because whoever asked must not wait for three thousand
 * others; it never overtakes another answer, nor a letter that is already on its way.
 */
export const LANES = ['answers', 'mailings'] as const
export type Lane = (typeof LANES)[number]

export const laneOf = ({ mailing }: Pick<Letter, 'mailing'>): Lane =>
  mailing === undefined ? 'answers' : 'mailings'
