import type { Figure, FigureLine } from './figure.ts'

const BY_MATTERS: ReadonlySet<Figure['question']['kind']> = new Set([
  'count',
  'rate',
  'news',
  'reasons',
  'number',
])

/** The line whose matters were told one by one; undefined where the answer was told by groups. */
export function listedLine({ question, lines }: Figure): FigureLine | undefined {
  if (!BY_MATTERS.has(question.kind)) return undefined
  if (question.kind === 'rate' && question.of === null) return undefined
  // A digest keeps its counts under one number, a line each.
  if (question.kind === 'news' && lines.length > 1) return undefined
  // Of a rate those are told that did not count for it.
  return lines.length === 1 ? lines[0] : lines.at(-1)
}
