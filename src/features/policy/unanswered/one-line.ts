/** Somebody's words in a sentence of ours: one line, not longer than `most` characters. */
export function asLine(words: string, most = 40): string {
  const line = words.replace(/\s+/gu, ' ').trim()
  return [...line].length > most ? `${[...line].slice(0, most - 1).join('')}…` : line
}
