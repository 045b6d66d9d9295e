import type { Calendar } from '../../../kernel/working-days.ts'
import { workingMinutesBetween } from '../../../kernel/working-time.ts'
import type { Appeal } from '../appeal.ts'
import { pausesTexts as texts } from './pauses.texts.ts'

export interface Elapsed {
  /** 已用 3 个工作日 2 小时，另暂停 1 个工作日 */
  readonly line: string
  /** Why it stands still and until when, while it does. */
  readonly paused: string | null
}

/** The working time an appeal has taken so far, and what of it did not count; nothing where a year's calendar is missing. */
export function elapsedOf(appeal: Appeal, now: Date, calendar: Calendar): Elapsed | undefined {
  const { filedAt, resolvedAt, closedAt, pausedAt, pauseReason, wakeAt } = appeal
  const whole = workingMinutesBetween(filedAt, resolvedAt ?? closedAt ?? now, calendar)
  const current = pausedAt === null ? 0 : workingMinutesBetween(pausedAt, now, calendar)
  if (typeof whole !== 'number' || typeof current !== 'number') return undefined
  const paused = appeal.pausedMinutes + current
  const minutesADay = calendar.hours.reduce((sum, { from, to }) => sum + to - from, 0)
  return {
    line: texts.elapsed(Math.max(0, whole - paused), paused, minutesADay),
    paused: appeal.status === 'paused' ? texts.standsPaused(pauseReason ?? '', wakeAt, now) : null,
  }
}
