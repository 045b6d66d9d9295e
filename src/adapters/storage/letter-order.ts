import type { Lane } from '../../outbox/lane.ts'

/** Answers and broadcasts each keep an order of their own in a chat; see outbox/lane.ts. */
export const inLane = (letter: string, lane: Lane) =>
  `${letter}."mailing" IS ${lane === 'answers' ? 'NULL' : 'NOT NULL'}`

/** Tried, or waiting for something to be mended: what is written to the same chat stands behind it. */
const wasHeldUp = (letter: string) => `(${letter}."tries" > 0 OR ${letter}."failure" IS NOT NULL)`

/** A letter that waits and is due, or was held up; one that was merely meant for later stands before nobody. */
export const isInLine = (letter: string, now: string) =>
  `(${letter}."dueAt" <= ${now} OR ${wasHeldUp(letter)})`

const before = (letter: string, such: string) =>
  `EXISTS (SELECT 1 FROM "Letter" e WHERE e."chatKey" = ${letter}."chatKey" AND e."seq" < ${letter}."seq" AND ${such})`

/** A letter before this one, in its chat and lane, that has to be over first. */
export const somethingBefore = (letter: string, lane: Lane, now: string) =>
  before(
    letter,
    `e."state" IN ('waiting', 'sending') AND ${inLane('e', lane)} AND (e."state" = 'sending' OR ${isInLine('e', now)})`,
  )

/** One before it, of the same lane, was told to wait longer. */
export const heldUpBefore = (letter: string) =>
  before(
    letter,
    `e."state" = 'waiting' AND (e."mailing" IS NULL) = (${letter}."mailing" IS NULL)
     AND e."dueAt" > ${letter}."dueAt" AND ${wasHeldUp('e')}`,
  )
