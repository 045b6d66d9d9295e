/**
 * Text that nobody asked about, to make a corpus large: characters that follow each other as they do in the passages
 * at hand (each drawn by the two before it), so that words are about as frequent, and sentences say nothing.
 */

export type Filler = (characters: number) => string

/** The same passages give the same filler. */
export function createFiller(texts: readonly string[]): Filler {
  const draw = createDraw(20260101)
  const following = new Map<string, string>()
  for (const text of texts) {
    const plain = text.replace(/\s/gu, '')
    for (let at = 0; at + 2 < plain.length; at += 1) {
      const pair = plain.slice(at, at + 2)
      following.set(pair, (following.get(pair) ?? '') + plain.charAt(at + 2))
    }
  }
  const pairs = [...following.keys()]
  const anyPair = () => pairs[Math.floor(draw() * pairs.length)] as string
  return (characters) => {
    let text = anyPair()
    while (text.length < characters) {
      const next = following.get(text.slice(-2))
      text += next === undefined ? anyPair() : next.charAt(Math.floor(draw() * next.length))
    }
    return text
  }
}

/** Numbers from 0 to 1, always the same (Mulberry32). */
export function createDraw(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
