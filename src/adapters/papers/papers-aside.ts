import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Papers } from '../../features/oversight/papers/papers.ts'
import { HouseError } from '../../kernel/errors.ts'
import type { PaperOrder, PaperWritten, Written } from './paper-process.ts'

/** A page takes a third of a second; a machine ten times slower and busy, some seconds. */
const LONGEST_MS = 60_000

/**
 * Writes in a process of its own that ends with the paper: a PDF with its fonts keeps the event loop for a tenth of a
 * second and takes 100 MB (measured on one page), and papers are asked for a few times a day.
 */
export function papersAside(): Papers {
  return {
    brief: (sheets) => writeAside({ kind: 'brief', sheets }),
    circular: async (circular) => (await writeAside({ kind: 'circular', circular })).bytes,
  }
}

/** @throws HouseError `internal` where nothing came of it. */
function writeAside(order: PaperOrder): Promise<Written> {
  return new Promise((resolve, reject) => {
    const writing = fork(fileURLToPath(new URL('./paper-process.ts', import.meta.url)), {
      env: { MALLOC_ARENA_MAX: '2' },
      execArgv: ['--max-old-space-size=192'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const end = () => {
      clearTimeout(limit)
      writing.removeAllListeners()
      // A failure of something that is thrown away concerns nobody.
      writing.on('error', () => undefined)
      writing.kill('SIGKILL')
    }
    const fail = (reason: string) => {
      end()
      reject(new HouseError('internal', `a ${order.kind} could not be written: ${reason}`))
    }
    const limit = setTimeout(() => fail('it took too long'), LONGEST_MS)
    writing.on('message', (written: PaperWritten) => {
      if (!written.ok) return fail(written.reason)
      end()
      resolve(written)
    })
    writing.on('error', (error) => fail(error.message))
    writing.on('exit', () => fail('its process ended'))
    writing.send(order)
  })
}
