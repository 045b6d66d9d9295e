/** The first signs of some words, on one line. */
export function cut(text: string, signs: number): string {
  const one = [...text.replace(/\s+/gu, ' ').trim()]
  return one.length <= signs ? one.join('') : `${one.slice(0, signs).join('')}…`
}
