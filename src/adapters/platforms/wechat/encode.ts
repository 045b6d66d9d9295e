import type { OutgoingLetter } from '../../../conversation/platform.ts'
import { WECHAT } from './wechat.capabilities.ts'

export interface Called {
  readonly id: string
  readonly name: string
}

/**
 * A letter's words as WeChat takes them: names of those called first, each with the space that makes a call of it,
 * choices as numbers. Cut where it is too long: whoever wrote the letter knew the measure.
 */
export function encodeText(letter: OutgoingLetter, called: readonly Called[]): string {
  const calls = called.map(({ name }) => `@${name}\u2005`).join('')
  const choices = (letter.choices ?? []).map(({ label }, i) => `${i + 1}. ${label}`)
  const words = [letter.text, ...choices].filter((line) => line !== '').join('\n')
  return cut(words === '' ? '' : calls + words)
}

function cut(text: string): string {
  if (text.length <= WECHAT.longestText) return text
  // Half a character at the end would be refused.
  return `${text
    .slice(0, WECHAT.longestText - 1)
    .toWellFormed()
    .replace(/\uFFFD$/u, '')}…`
}
