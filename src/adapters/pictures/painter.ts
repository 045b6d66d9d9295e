import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { HouseError } from '../../kernel/errors.ts'
import type { Painter, Picture } from '../../kernel/picture.ts'
import type { Painted } from './painting-process.ts'

/** Between two pictures the process is kept with its fonts; then the 200 to 350 MB that it takes are given back. */
const KEPT_MS = 60_000
/** Five hundred rows take a second; a machine ten times slower and busy, half a minute. */
const LONGEST_MS = 180_000

/**
 * Draws in a process of its own, so that no round waits for a picture, and a house that draws none pays nothing. A
 * thread would do for the first, but what the native libraries take in one is not given back when it ends (measured:
 * 360 MB after fifteen pages). One picture at a time; the others wait their turn. Throws `internal` where the drawing
 * failed, after which the next one begins with a new process.
 */
export function painterAside({ keptMs = KEPT_MS } = {}): Painter {
  let last: Promise<unknown> = Promise.resolve()
  return {
    paint(picture) {
      const turn = last.then(() => paintAside(picture, keptMs))
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

function paintAside(picture: Picture, keptMs: number): Promise<readonly Uint8Array[]> {
  return new Promise((resolve, reject) => {
    const drawing = takeProcess()
    const end = () => {
      clearTimeout(limit)
      for (const event of ['message', 'error', 'exit']) drawing.removeAllListeners(event)
    }
    const fail = (reason: string) => {
      end()
      discard(drawing)
      reject(new HouseError('internal', `a ${picture.kind} could not be drawn: ${reason}`))
    }
    const limit = setTimeout(() => fail('it took too long'), LONGEST_MS)
    drawing.on('message', (painted: Painted) => {
      if (!painted.ok) return fail(painted.reason)
      end()
      keep(drawing, keptMs)
      resolve(painted.pages)
    })
    drawing.on('error', (error) => fail(error.message))
    drawing.on('exit', () => fail('its process ended'))
    drawing.send(picture)
  })
}

let kept: { readonly process: ChildProcess; readonly until: NodeJS.Timeout } | undefined

function takeProcess(): ChildProcess {
  if (kept === undefined) return beginProcess()
  const { process, until } = kept
  kept = undefined
  clearTimeout(until)
  for (const event of ['error', 'exit']) process.removeAllListeners(event)
  process.ref()
  process.channel?.ref()
  return process
}

/** It is given nothing of the house but the picture: no settings, no key. Two arenas of memory hold a third less. */
function beginProcess(): ChildProcess {
  return fork(fileURLToPath(new URL('./painting-process.ts', import.meta.url)), {
    env: { MALLOC_ARENA_MAX: '2' },
    execArgv: ['--max-old-space-size=192'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** It keeps no process from ending, and ends with the one that began it. */
function keep(process: ChildProcess, keptMs: number): void {
  if (kept !== undefined) {
    discard(process)
    return
  }
  const forget = () => {
    if (kept?.process === process) kept = undefined
    discard(process)
  }
  for (const event of ['error', 'exit']) process.on(event, forget)
  process.unref()
  process.channel?.unref()
  kept = { process, until: setTimeout(forget, keptMs).unref() }
}

function discard(process: ChildProcess): void {
  for (const event of ['error', 'exit']) process.removeAllListeners(event)
  // A second failure of something that is thrown away concerns nobody.
  process.on('error', () => undefined)
  process.kill('SIGKILL')
}
