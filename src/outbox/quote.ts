/** Fewer say nothing about which letter was meant. */
const FEWEST = 4

const bare = (text: string) => text.replace(/\s+/gu, '').replace(/^[「“"]+|[」”"]+$/gu, '')
const CUT = /(?:…+|\.{3,}|。{3,})$/u

/**
 * The text, of several with the newest first, that was quoted by these words: one that begins with them, or else one
 * that has them in it. Platforms that quote by words change the line breaks and cut what is long.
 */
export function findQuoted<T extends { readonly text: string }>(
  newestFirst: readonly T[],
  words: string,
): T | undefined {
  const wanted = bare(bare(words).replace(CUT, ''))
  if (wanted === '') return undefined
  const texts = newestFirst.map((one) => ({ one, text: bare(one.text) }))
  const whole = texts.find(({ text }) => text === wanted)
  if (whole !== undefined || wanted.length < FEWEST) return whole?.one
  return (
    texts.find(({ text }) => text.startsWith(wanted)) ?? texts.find(({ text }) => text.includes(wanted))
  )?.one
}
