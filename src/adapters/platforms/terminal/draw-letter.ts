import { styleText } from 'node:util'
import type { OutgoingLetter } from '../../../conversation/platform.ts'

/** A letter as lines of a terminal: where it was said, the words (with the choices in them), and what is enclosed. */
export function drawLetter(letter: OutgoingLetter, where: string, colour: boolean): string {
  const paint = (style: 'cyan' | 'dim', text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text
  const head = paint('cyan', `娘家 ▸ ${where}`)
  const body = letter.text.split('\n').map((line) => `  ${line}`)
  const files = (letter.files ?? []).map(({ name }) => paint('dim', `  [附件] ${name}`))
  return [head, ...body, ...files].join('\n')
}
