import type { Counted, Question } from '../asking/question.ts'
import { isCounted } from '../measures/measure-kinds.ts'

/** As they stand now: these have an age, and no course over time. */
const STANDING: ReadonlySet<Counted> = new Set([
  'open',
  'overdue',
  'due',
  'pressing',
  'unassigned',
  'paused',
  'all',
])
/** A shorter time is drawn by days. */
const MONTHS_FROM_DAYS = 62

/** What is drawn where a picture of an answer is wished; undefined where there is nothing to draw. */
export function chartQuestion(question: Question): Question | undefined {
  switch (question.kind) {
    case 'trend':
    case 'comparison':
    case 'ranking':
    case 'age':
      return question
    case 'why': {
      const { of, where, period, with: before, unread } = question
      return { kind: 'comparison', of, where, period, with: before, unread }
    }
    case 'count': {
      const { of, where, period, unread } = question
      if (isCounted(of) && STANDING.has(of)) return { kind: 'age', where, unread }
      return period === null ? undefined : { kind: 'trend', of, where, period, by: stepOf(period), unread }
    }
    case 'rate': {
      const { of, where, period, unread } = question
      return { kind: 'trend', of: of ?? 'resolution', where, period, by: stepOf(period), unread }
    }
    default:
      return undefined
  }
}

function stepOf({ from, to }: { readonly from: string; readonly to: string }): 'day' | 'month' {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 >= MONTHS_FROM_DAYS ? 'month' : 'day'
}
