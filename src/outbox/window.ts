/** So many letters in so long a time. */
export interface Limit {
  readonly most: number
  readonly spanMs: number
}

/** A letter's place in a window. */
export interface Place {
  /** The platform answered, or will never answer: whatever arrived had arrived by then. */
  answered(now: number): void
}

/** A broadcast may be this far behind its even pace and catch up. */
const CATCH_UP_MS = 200

/**
 * The letters of one sliding window. When a letter arrived is only known to lie between its start and its answer, so
 * its place is held while it is on its way and comes free one span after the answer: however long letters travel,
 * the platform never sees more than `most` of them in any span.
 */
export function openWindow({ most, spanMs }: Limit) {
  const gapMs = spanMs / most
  /** When the places come free, the earliest first. */
  const freeAt: number[] = []
  let onTheirWay = 0
  let evenAt = Number.NEGATIVE_INFINITY

  function forget(now: number): void {
    let past = 0
    while (past < freeAt.length && (freeAt[past] as number) <= now) past++
    if (past > 0) freeAt.splice(0, past)
  }

  const taken = () => freeAt.length + onTheirWay

  return {
    /** Milliseconds until a place is free; infinite when an answer has to come first. */
    waitMs(now: number): number {
      forget(now)
      const tooMany = taken() - most + 1
      if (tooMany <= 0) return 0
      const free = freeAt[tooMany - 1]
      return free === undefined ? Number.POSITIVE_INFINITY : free - now
    },
    /** The same for a letter of a broadcast: these leave evenly, so that an answer finds a place soon. */
    evenWaitMs: (now: number) => Math.max(0, evenAt - CATCH_UP_MS - now),
    take(now: number, evenly: boolean): Place {
      onTheirWay++
      if (evenly) evenAt = Math.max(evenAt, now) + gapMs
      let isOpen = true
      return {
        answered(at) {
          if (!isOpen) return
          isOpen = false
          onTheirWay--
          freeAt.push(at + spanMs)
        },
      }
    },
    /** Something left then, before this window was opened. */
    seed(at: number): void {
      freeAt.push(at + spanMs)
      freeAt.sort((a, b) => a - b)
    },
    /** How many may start within so long. */
    roomWithin(ms: number, now: number): number {
      forget(now)
      return Math.max(0, most - onTheirWay - freeAt.filter((at) => at > now + ms).length)
    },
    isEmpty(now: number): boolean {
      forget(now)
      return taken() === 0 && evenAt - CATCH_UP_MS <= now
    },
  }
}

export type Window = ReturnType<typeof openWindow>
