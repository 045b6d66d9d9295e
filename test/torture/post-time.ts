import type { Clock, Timer } from '../../src/kernel/clock.ts'

/** The same hurried time in every process that is told the same. */
export interface HurriedTime {
  /** When it began, by the machine's clock. */
  readonly realStart: number
  /** What it was then. */
  readonly start: number
  /** Its seconds in a real one. */
  readonly scale: number
}

export function hurriedClock({ realStart, start, scale }: HurriedTime) {
  const now = () => start + (performance.timeOrigin + performance.now() - realStart) * scale
  const after = (ms: number, run: () => void) => {
    const timer = setTimeout(run, Math.max(0, Math.ceil(ms / scale)))
    return () => clearTimeout(timer)
  }
  const clock: Clock = {
    now: () => new Date(now()),
    at(when, run) {
      let cancel: () => void
      const wait = () => {
        cancel = after(when.getTime() - now(), () => (now() < when.getTime() ? wait() : run()))
      }
      wait()
      return () => cancel()
    },
  }
  const timer: Timer = { now, after }
  return { now, clock, timer }
}
