import { randomInt } from 'node:crypto'

/** Four digits, to be typed by hand in a group; good for one answer only. */
export const newCode = (): string => String(randomInt(1_000, 10_000))
