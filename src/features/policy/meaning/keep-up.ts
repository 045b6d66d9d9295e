import type { Timer } from '../../../kernel/clock.ts'
import type { Meaning } from './meaning.ts'

/** After so long it is looked again: documents changed, or the model is back. */
const AGAIN_MS = 60_000
/** A line for the operator after so many passages. */
const TELL_EVERY = 1_000

type Says = (what: string, detail: Readonly<Record<string, unknown>>) => void

export interface KeepUpParts {
  readonly meaning: Meaning
  readonly timer: Timer
  readonly log: { readonly info: Says; readonly warn: Says }
}

/** Keeps the embeddings in step with the documents, beside everything else. Gives what ends it. */
export function keepUp({ meaning, timer, log }: KeepUpParts): () => Promise<void> {
  const closing = new AbortController()
  let cancel: (() => void) | undefined
  let round: Promise<void> = Promise.resolve()
  let told = -1

  async function once(): Promise<void> {
    try {
      const { done, total, isComplete } = await meaning.catchUp({
        signal: closing.signal,
        onProgress({ done, total }) {
          if (done - told < TELL_EVERY || done === total) return
          told = done
          log.info('passages are being embedded', { done, total })
        },
      })
      if (isComplete && told !== total) {
        told = total
        log.info('all passages are embedded', { done, total })
      }
    } catch (error) {
      if (!closing.signal.aborted)
        log.warn('embedding stopped and begins again in a minute', {
          error: error instanceof Error ? error.name : 'unknown',
        })
    }
    if (!closing.signal.aborted) cancel = timer.after(AGAIN_MS, begin)
  }

  function begin(): void {
    round = once()
  }

  begin()
  return async () => {
    closing.abort()
    cancel?.()
    await round
  }
}
