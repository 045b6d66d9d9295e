import type { Clock } from '../../../kernel/clock.ts'

export class TookTooLong extends Error {}

/**
 * Puppets wait for servers that may never answer, and some throw where they should reject. What comes after the
 * limit is dropped, a late failure too.
 */
export function within<T>(clock: Clock, seconds: number, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = new Date(clock.now().getTime() + seconds * 1000)
    const cancel = clock.at(late, () => reject(new TookTooLong(`no answer within ${seconds} s`)))
    Promise.resolve().then(work).then(resolve, reject).finally(cancel)
  })
}

export function pause(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => void clock.at(new Date(clock.now().getTime() + milliseconds), resolve))
}
