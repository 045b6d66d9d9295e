/** Failures in a row after which a model is left alone. */
const FAILURES = 3
const REST_MS = 60_000

/** One question that may go out; whoever asks says how it went. */
export interface Try {
  succeeded(): void
  /** True when the model is now left alone because of it. */
  failed(): boolean
}

export interface Breaker {
  /** Undefined while the model is left alone. */
  begin(): Try | undefined
}

/**
 * Spares people the wait for a model that is down: after three failures in a row nobody asks for a minute,
 * then one question goes out to see, and only its answer lets the others ask again.
 * `now` in milliseconds of a clock that only runs forward: the machine's, since a model's time is real.
 */
export function openBreaker(now: () => number = () => performance.now()): Breaker {
  let failures = 0
  let restUntil: number | undefined
  let isTrying = false

  return {
    begin() {
      const isTrial = restUntil !== undefined
      if (restUntil !== undefined && (isTrying || now() < restUntil)) return undefined
      isTrying = isTrial
      return {
        succeeded() {
          failures = 0
          restUntil = undefined
          isTrying = false
        },
        failed() {
          failures += 1
          if (isTrial) isTrying = false
          // Questions that were under way when it opened come back late and lengthen nothing.
          const opens = isTrial || (restUntil === undefined && failures >= FAILURES)
          if (opens) restUntil = now() + REST_MS
          return opens
        },
      }
    },
  }
}
