import type { Work } from './work.ts'

/** Numbers handed out in order. Gaps are allowed, the same number twice is not. */
export interface Counters {
  /** The next number of this name, from 1. Those asked for in one round are taken in one statement. */
  next(name: string, work: Work): Promise<number>
}
