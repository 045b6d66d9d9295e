/** Sentences, and pieces of whole sentences where a paragraph is too long to be found or quoted as one. */

const SENTENCE = /[^。！？!?\n]*(?:[。！？!?]+[”’」』》）)】]*|\n|$)/gu
const PART = /[^。！？!?；;\n]*(?:[。！？!?；;]+[”’」』》）)】]*|\n|$)/gu

/** Joined together again they are the text, to the character. */
export function splitSentences(text: string): string[] {
  return [...text.matchAll(SENTENCE)].map((match) => match[0]).filter((sentence) => sentence !== '')
}

/**
 * Pieces of at most `limit` characters, cut after a sentence, else after a semicolon, else (a page without
 * punctuation) anywhere. Joined together again they are the text.
 */
export function splitOverlong(text: string, limit: number): string[] {
  if (text.length <= limit) return [text]
  const parts = splitSentences(text).flatMap((sentence) =>
    sentence.length <= limit
      ? [sentence]
      : [...sentence.matchAll(PART)].flatMap(([part]) => cut(part, limit)),
  )
  const pieces: string[] = []
  for (const part of parts) {
    const last = pieces.at(-1)
    if (last !== undefined && last.length + part.length <= limit) pieces[pieces.length - 1] = last + part
    else pieces.push(part)
  }
  return pieces
}

function cut(part: string, limit: number): string[] {
  const pieces: string[] = []
  let rest = part
  while (rest.length > limit) {
    // A character outside the basic plane takes two places and is not cut in half.
    const at = /[\uD800-\uDBFF]/.test(rest[limit - 1] ?? '') ? limit - 1 : limit
    pieces.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  if (rest !== '') pieces.push(rest)
  return pieces
}
