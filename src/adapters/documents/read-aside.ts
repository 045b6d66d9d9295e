import { Worker } from 'node:worker_threads'
import type { ReadingHands } from '../../features/policy/reading/document-reader.ts'
import { documentTexts as texts } from './documents.texts.ts'
import type { Handed, Outcome, Told } from './reading-thread.ts'

/** A code of law as a web page takes some 300 MB while it is read. */
const MOST_MEMORY_MB = 1024
/** Between the files of a folder a thread is kept, with the libraries that it has loaded. */
const KEPT_MS = 5_000

export interface Patience {
  /** For the whole file, in milliseconds. */
  readonly longestMs: number
  /** Without a sign of life from whoever reads it. */
  readonly mostSilentMs: number
}

/**
 * Reads a file in a thread of its own, which is ended where it takes too long or too much memory: a file of two
 * kilobytes can keep a reader busy for ever, and the house goes on meanwhile. Throws where the signal is aborted, and
 * for nothing else.
 */
export function readAside(
  handed: Handed,
  { signal, onPage }: ReadingHands,
  { longestMs, mostSilentMs }: Patience,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const thread = takeThread()
    const end = (outcome: Outcome | undefined, isWell = false) => {
      clearTimeout(limit)
      clearTimeout(silence)
      signal?.removeEventListener('abort', onAbort)
      // All at once would take away what starts its port again.
      for (const event of ['message', 'error']) thread.removeAllListeners(event)
      if (isWell) keep(thread)
      else void thread.terminate()
      if (outcome === undefined) reject(signal?.reason)
      else resolve(outcome)
    }
    const tooLong = () => end({ kind: 'refused', reason: texts.tooLong() })
    const onAbort = () => end(undefined)
    const limit = setTimeout(tooLong, longestMs)
    const silence = setTimeout(tooLong, mostSilentMs)
    thread.on('message', (told: Told) => {
      silence.refresh()
      if (told.kind === 'page') onPage?.(told.done, told.total)
      else if (told.kind !== 'alive') end(told, true)
    })
    thread.on('error', (error: NodeJS.ErrnoException) => {
      const isTooMuch = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      end({ kind: 'refused', reason: isTooMuch ? texts.tooMuchInside() : texts.broken('这个') })
    })
    if (signal?.aborted) onAbort()
    else signal?.addEventListener('abort', onAbort)
    thread.postMessage(handed)
  })
}

let kept: { readonly thread: Worker; readonly until: NodeJS.Timeout } | undefined

function takeThread(): Worker {
  if (kept === undefined)
    return new Worker(new URL('./reading-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
  const { thread, until } = kept
  kept = undefined
  clearTimeout(until)
  thread.removeAllListeners('error')
  thread.ref()
  return thread
}

/** It keeps no process from ending. */
function keep(thread: Worker): void {
  if (kept !== undefined) {
    void thread.terminate()
    return
  }
  const forget = () => {
    kept = undefined
    void thread.terminate()
  }
  thread.unref()
  // Whatever a file left behind in it that fails later is no concern of the next one.
  thread.on('error', () => {
    if (kept?.thread === thread) kept = undefined
  })
  kept = { thread, until: setTimeout(forget, KEPT_MS).unref() }
}
