import type { Period, Question } from '../asking/question.ts'

/** By which day's responsibilities a question is answered: its last day, never after today. YYYY-MM-DD. */
export function dayOfQuestion(question: Question, today: string): string {
  const period: Period | null = 'period' in question ? question.period : null
  if (period === null) return today
  // What is compared with another stretch of time is seen by the later one's.
  const last = 'with' in question && question.with.to > period.to ? question.with.to : period.to
  return last < today ? last : today
}
