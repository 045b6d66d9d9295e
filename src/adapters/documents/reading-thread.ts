/** Run as a thread of its own: reads the files that it is handed, one after another. */

import { parentPort } from 'node:worker_threads'
import type { FileContents } from '../../features/policy/reading/document-reader.ts'
import { documentTexts as texts } from './documents.texts.ts'
import { READERS } from './readers.ts'

export interface Handed {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export type Outcome =
  | { readonly kind: 'read'; readonly contents: FileContents }
  | { readonly kind: 'refused'; readonly reason: string }

export type Told =
  | Outcome
  /** It is at work, and not caught in a loop. */
  | { readonly kind: 'alive' }
  | { readonly kind: 'page'; readonly done: number; readonly total: number }

const tell = (told: Told) => parentPort?.postMessage(told)
const ALIVE_EVERY_MS = 1_000

async function read({ mediaType, bytes }: Handed): Promise<Outcome> {
  const onPage = (done: number, total: number) => tell({ kind: 'page', done, total })
  const alive = setInterval(() => tell({ kind: 'alive' }), ALIVE_EVERY_MS)
  try {
    const contents = (await READERS[mediaType]?.(bytes, { onPage })) ?? { reason: texts.unknown() }
    return 'reason' in contents ? { kind: 'refused', ...contents } : { kind: 'read', contents }
  } catch (error) {
    const isTooMuch = error instanceof RangeError
    return { kind: 'refused', reason: isTooMuch ? texts.tooMuchInside() : texts.broken('这个') }
  } finally {
    clearInterval(alive)
  }
}

// `read` never throws: what goes wrong is told as a refusal.
parentPort?.on('message', (handed: Handed) => void read(handed).then(tell))
