/** A few hundred people may be in the middle of telling something; what they said is read again at their yes. */
const MOST = 512
/** Longer texts are rare and would only fill the memory. In characters. */
const LONGEST = 2_000

/**
 * The same pure reading, with its last answers kept: recognising, reading back and filing ask the same words
 * several times. Answers are shared, so whoever gets one must not change it.
 */
export function remembering<Read>(read: (text: string) => Read): (text: string) => Read {
  const known = new Map<string, Read>()
  return (text) => {
    if (text.length > LONGEST) return read(text)
    const there = known.get(text)
    if (there !== undefined) return there
    const fresh = read(text)
    if (known.size >= MOST) known.delete(known.keys().next().value as string)
    known.set(text, fresh)
    return fresh
  }
}
