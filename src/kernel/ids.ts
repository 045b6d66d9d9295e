import { randomBytes } from 'node:crypto'

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A new id that sorts roughly by the time it was made: nine digits of milliseconds, ten of chance.
 * Time comes from the caller, so that ids made under a standing clock are still told apart by chance.
 */
export function newId(prefix: string, at: Date): string {
  let time = at.getTime()
  let head = ''
  for (let i = 0; i < 9; i++) {
    head = LETTERS[time % 32] + head
    time = Math.floor(time / 32)
  }
  let tail = ''
  for (const byte of randomBytes(10)) tail += LETTERS[byte % 32]
  return `${prefix}-${head}${tail}`
}
