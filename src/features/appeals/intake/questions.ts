/** What is asked beside a read-back: three things at most, each until it is answered or let go. Pure. */
import type { Question } from './intake.texts.ts'
import type { Draft } from './intake-state.ts'
import type { ReadDraft } from './read-draft.ts'
import { isReferred } from './referral.ts'

/** Never more before there is a number. */
const MOST_QUESTIONS = 3

/** What the category still needs, the company first; what was asked once is not asked again. */
export function questionsFor(draft: Draft, read: ReadDraft): Question[] {
  if (isReferred(read)) return []
  // Somebody who wants to stay unknown is not asked who they are.
  const company: Question[] = draft.company === null && !read.sealed ? ['company'] : []
  const open = [...company, ...read.missing].filter((one) => !draft.asked.includes(one))
  return open.slice(0, Math.max(0, MOST_QUESTIONS - draft.asked.length))
}

/** Asked before, and what was said since does not answer it. */
export const isStillMissing = (question: string, draft: Draft, read: ReadDraft): boolean =>
  question === 'company'
    ? draft.company === null && !read.sealed
    : read.missing.some((one) => one === question)
