import type { Log } from '../../log.ts'
import { openBreaker } from './breaker.ts'
import type { Model, Question } from './model.ts'

/** Asks a model one kind of question, tells the operator when it is of no help, and leaves it alone when it is down. */
export interface Asker {
  /** Never throws; undefined where it was of no help within the signal's time. */
  ask<Name extends string, Answer>(
    question: Question<Name, Answer>,
    signal: AbortSignal,
  ): Promise<Answer | undefined>
}

/** `instead`: what happens where it is of no help, for the log. */
export function openAsker(model: Model, log: Pick<Log, 'warn'>, instead: string): Asker {
  const breaker = openBreaker()
  return {
    async ask(question, signal) {
      const attempt = breaker.begin()
      if (attempt === undefined) return undefined
      const begun = performance.now()
      const outcome = await model.ask(question, signal)
      if ('answer' in outcome) {
        attempt.succeeded()
        return outcome.answer
      }
      const { failure, tries } = outcome
      const milliseconds = Math.round(performance.now() - begun)
      log.warn(`a model was of no help; ${instead}`, { ...failure, tries, milliseconds })
      if (attempt.failed()) log.warn(`the model is left alone for a minute; ${instead}`, {})
      return undefined
    },
  }
}
