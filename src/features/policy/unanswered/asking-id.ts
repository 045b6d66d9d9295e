import { newId } from '../../../kernel/ids.ts'

let made = 0

/** As `newId`, and in the order of making: under a standing clock “the last one asked” has to be found too. */
export function askingId(at: Date): string {
  const id = newId('ask', at)
  made = (made + 1) % 36 ** 5
  return `${id.slice(0, 13)}${made.toString(36).padStart(5, '0')}${id.slice(13)}`
}
