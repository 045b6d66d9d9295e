/** The only place where time is read. Everything else is handed a `Clock` or a `Date`. */

/** Takes an alarm back; does nothing when it already rang. */
export type Cancel = () => void

export interface Clock {
  now(): Date
  /** Runs `run` once at `when`, or as soon as possible if that has passed. Never runs it before returning. */
  at(when: Date, run: () => void): Cancel
}

/** Node's timers hold 31 bits of milliseconds, about 24.8 days; a longer wait fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The machine's clock. Its alarms do not keep the process alive. */
export function systemClock(): Clock {
  return {
    now: () => new Date(),
    at(when, run) {
      let timer: NodeJS.Timeout
      const wait = () => {
        const left = when.getTime() - Date.now()
        // A far date is reached in several waits, and a corrected machine clock is noticed on the way.
        if (left > LONGEST_TIMER_MS) timer = setTimeout(wait, LONGEST_TIMER_MS)
        else timer = setTimeout(() => (Date.now() < when.getTime() ? wait() : run()), Math.max(0, left))
        timer.unref()
      }
      wait()
      return () => clearTimeout(timer)
    },
  }
}

/**
 * Lengths of real time, whatever the house's clock says: what a platform or a network bears is not about the hour.
 */
export interface Timer {
  /** Milliseconds since some moment; never goes back. */
  now(): number
  after(ms: number, run: () => void): Cancel
}

/** The machine's. Its waits keep the process alive, because somebody is waiting for what comes after them. */
export function systemTimer(): Timer {
  return {
    now: () => performance.now(),
    after(ms, run) {
      const timer = setTimeout(run, Math.min(Math.max(0, Math.ceil(ms)), LONGEST_TIMER_MS))
      return () => clearTimeout(timer)
    },
  }
}

export interface ManualClock extends Clock {
  /** Moves forward to `when`, ringing what falls due on the way, each at its own time; an earlier `when` changes nothing. */
  advanceTo(when: Date): void
  nextAlarmAt(): Date | undefined
}

type Alarm = { at: number; order: number; run: () => void }

/**
 * A clock that stands still until it is moved (`stdio --clock manual`, tests). Alarms ring in the order of
 * their times, those of one moment in the order they were set. An alarm set for the present or the past
 * rings at the next move, also one that moves nowhere, so that `at` never runs anything by itself.
 */
export function manualClock(start: Date): ManualClock {
  let present = start.getTime()
  let order = 0
  const alarms = new Set<Alarm>()

  const next = (): Alarm | undefined => {
    let first: Alarm | undefined
    for (const alarm of alarms) {
      if (!first || alarm.at < first.at || (alarm.at === first.at && alarm.order < first.order)) first = alarm
    }
    return first
  }

  return {
    now: () => new Date(present),
    at(when, run) {
      const alarm = { at: when.getTime(), order: order++, run }
      alarms.add(alarm)
      return () => void alarms.delete(alarm)
    },
    advanceTo(when) {
      const goal = Math.max(present, when.getTime())
      // Asked anew each time: an alarm may set further ones, which ring in this move if they are due in it.
      for (let alarm = next(); alarm && alarm.at <= goal; alarm = next()) {
        alarms.delete(alarm)
        present = Math.max(present, alarm.at)
        alarm.run()
      }
      present = Math.max(present, goal)
    },
    nextAlarmAt() {
      const alarm = next()
      return alarm && new Date(alarm.at)
    },
  }
}

/** Asia/Shanghai has had no daylight saving since 1991, so a fixed offset is exact and needs no Intl. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

export type ShanghaiTime = {
  year: number
  month: number
  day: number
  /** 0 is Sunday. */
  weekday: number
  hour: number
  minute: number
}

/** What a calendar and a clock on a wall in China show. Months and days count from 1. */
export function shanghaiTime(date: Date): ShanghaiTime {
  const wall = new Date(date.getTime() + SHANGHAI_OFFSET_MS)
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    weekday: wall.getUTCDay(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
  }
}

/** The moment a wall clock in China shows these; days beyond the month's end run on into the next. */
export function shanghaiDate(year: number, month: number, day: number, hour = 0, minute = 0): Date {
  return new Date(Date.UTC(year, month - 1, day, hour, minute) - SHANGHAI_OFFSET_MS)
}

/** ISO 8601 to the second with `+08:00`, as everything that leaves the house carries. */
export function isoShanghai(date: Date): string {
  return `${new Date(date.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19)}+08:00`
}

/** `2026-11-26`, the day it is in China. */
export function dayOf(date: Date): string {
  return isoShanghai(date).slice(0, 10)
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/**
 * A moment as people say it: `今天 17:30`, `周四 17:30` for the rest of this week (Monday to Sunday),
 * `11月26日（周四）17:30` otherwise, with the year when it is another one. Never 明天 or 昨天: a letter
 * stays in the chat and is read again the day after.
 */
export function dayAndHour(date: Date, now: Date): string {
  const then = shanghaiTime(date)
  const today = shanghaiTime(now)
  const hour = `${pad(then.hour)}:${pad(then.minute)}`
  const weekday = WEEKDAYS[then.weekday] ?? ''
  const days = dayNumber(date) - dayNumber(now)
  const daysLeftInWeek = (7 - today.weekday) % 7
  if (days === 0) return `今天 ${hour}`
  if (days > 0 && days <= daysLeftInWeek) return `${weekday} ${hour}`
  const year = then.year === today.year ? '' : `${then.year}年`
  return `${year}${then.month}月${then.day}日（${weekday}）${hour}`
}

/** Days since 1970 by the calendar in China: the difference of two is how many midnights lie between. */
export function dayNumber(date: Date): number {
  return Math.floor((date.getTime() + SHANGHAI_OFFSET_MS) / 86_400_000)
}

/** When the day with this number begins in China. */
export function shanghaiMidnight(day: number): Date {
  return new Date(day * 86_400_000 - SHANGHAI_OFFSET_MS)
}

function pad(part: number): string {
  return String(part).padStart(2, '0')
}
