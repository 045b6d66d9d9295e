/** Where a text is cut, best first: after a paragraph, a sentence, a part of one, a word. */
const SEAMS: readonly RegExp[] = [
  /\n\s*\n\s*/gu,
  /\n\s*|[。！？；…]+[”’』」）)》]*\s*|[!?;.]\s+/gu,
  /[，、：]\s*|[,:]\s+/gu,
  /\s+/gu,
]
/** A better seam that would leave less than this share of the room is passed over for a later one. */
const LEAST_FILLED = 1 / 3

const BELONGS_TO_WHAT_STANDS_BEFORE = /^[\p{M}\u200d]/u

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/**
 * Pieces of at most `limit` UTF-16 units; nothing but the white space at the seams is lost. A character is cut
 * in two only where a single one (with all that is stacked on it) is longer than the limit, and then not within
 * a code point. A limit below 2 is taken for 2.
 */
export function cutText(text: string, limit: number): readonly string[] {
  const room = Math.max(2, limit)
  const pieces: string[] = []
  let rest = text
  while (rest.length > room) {
    const at = seamIn(rest, room)
    const piece = rest.slice(0, at).trimEnd()
    if (piece !== '') pieces.push(piece)
    rest = rest.slice(at).trimStart()
  }
  if (rest !== '' || pieces.length === 0) pieces.push(rest)
  return pieces
}

/** Between 1 and `room`. What is cut off may end in white space past the room: that is dropped. */
function seamIn(text: string, room: number): number {
  const window = text.slice(0, room)
  for (const seam of SEAMS) {
    let best = 0
    for (const { 0: found, index } of window.matchAll(seam)) {
      const end = index + found.length
      if (!BELONGS_TO_WHAT_STANDS_BEFORE.test(text.slice(end, end + 2))) best = end
    }
    if (best >= room * LEAST_FILLED) return best
  }
  return hardCut(text, room)
}

/** The last whole character that fits. Looks a little past the room, because what follows may belong to it. */
function hardCut(text: string, room: number): number {
  let at = 0
  for (const { segment, index } of graphemes.segment(text.slice(0, room + 64))) {
    if (index + segment.length > room) break
    at = index + segment.length
  }
  if (at > 0) return at
  const isHigh = /[\uD800-\uDBFF]/u.test(text.charAt(room - 1)) && /[\uDC00-\uDFFF]/u.test(text.charAt(room))
  return isHigh ? room - 1 : room
}
