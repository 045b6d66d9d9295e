/** Whether two texts say the same or nearly the same, told from a few numbers, so that the words need not be kept. */

const MOST_MARKS = 12
/** Of the marks of both together, how many must be in both. */
const LIKE = 0.7

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/@\S{1,24}(?=\s|$)/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** FNV-1a, in 24 bits. */
function hash(text: string): number {
  let sum = 0x811c9dc5
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
  return sum >>> 8
}

/** The smallest numbers of its neighbouring pairs; empty for what has no letters. */
export function likenessOf(text: string): string {
  const letters = [...bare(text)]
  if (letters.length === 0) return ''
  const pairs = letters.length === 1 ? letters : letters.slice(1).map((sign, n) => `${letters[n]}${sign}`)
  const marks = [...new Set(pairs.map(hash))].sort((a, b) => a - b).slice(0, MOST_MARKS)
  return marks.map((mark) => mark.toString(36)).join('.')
}

/** Short texts must be the same: one letter more is another answer there. */
export function isLike(one: string, other: string): boolean {
  if (one === '' || other === '') return false
  if (one === other) return true
  const a = new Set(one.split('.'))
  const b = new Set(other.split('.'))
  if (a.size < MOST_MARKS || b.size < MOST_MARKS) return false
  const together = [...a.union(b)]
    .sort((x, y) => Number.parseInt(x, 36) - Number.parseInt(y, 36))
    .slice(0, MOST_MARKS)
  return together.filter((mark) => a.has(mark) && b.has(mark)).length / MOST_MARKS >= LIKE
}
