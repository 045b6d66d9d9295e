import type { Work } from '../../../kernel/work.ts'
import type { Unanswered, UnansweredState } from './unanswered.ts'

export interface UnansweredPage {
  readonly total: number
  readonly questions: readonly Unanswered[]
}

/** Port: the questions that wait for the staff, and those they answered. */
export interface UnansweredStore {
  find(number: string, work: Work): Promise<Unanswered | undefined>
  add(question: Unanswered, work: Work): void
  /** With `version` as it was read; conflicts where somebody was faster. */
  save(question: Unanswered, work: Work): void
  /** All of this key, the newest first. */
  listOfKey(key: string, work: Work): Promise<readonly Unanswered[]>
  /** The number of the question whose answer one of these documents (ids, so a version each) is. */
  findCited(documents: readonly string[], work: Work): Promise<string | undefined>
  /** Those asked most often first, then the newest. */
  list(states: readonly UnansweredState[], offset: number, limit: number, work: Work): Promise<UnansweredPage>
  /** Answered ones to be looked at again on or before this day (YYYY-MM-DD), the longest due first. */
  listToLookAgain(day: string, limit: number, work: Work): Promise<readonly Unanswered[]>
  /** The earliest day on which an answered one is to be looked at again. */
  nextLookAgainOn(work: Work): Promise<string | undefined>
}
