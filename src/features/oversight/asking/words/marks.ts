/**
 * What was recognised stands in the text as one private sign, so that rows about ways of asking see 〔企业〕 and 〔时间〕
 * instead of names and days. Each kind has 64 signs: the sign says which of its kind is meant.
 */

export const MARKS = ['C', 'H', 'T', 'U', 'L', 'D', 'A', 'P', 'K', 'O', 'N', 'F', 'X'] as const
/**
 * C company, H chamber, T town, U unit, L leader, D trade, A several of these could be meant, P period, K category,
 * O occasion, N number of a matter, F number of a figure, X a name that nobody knows.
 */
export type Mark = (typeof MARKS)[number]

const FIRST = 0xe000
const EACH = 64

const firstOf = (mark: Mark) => FIRST + MARKS.indexOf(mark) * EACH

export const signOf = (mark: Mark, which: number): string =>
  String.fromCharCode(firstOf(mark) + Math.min(which, EACH - 1))

const rangeOf = (mark: Mark) =>
  `${String.fromCharCode(firstOf(mark))}-${String.fromCharCode(firstOf(mark) + EACH - 1)}`

const isMark = (letter: string): letter is Mark => (MARKS as readonly string[]).includes(letter)

/** A row's pattern: `{P}` is any period, `{CHTULDA}` any place. */
export const pattern = (source: string, flags = 'u'): RegExp =>
  new RegExp(
    source.replace(
      /\{([A-Z]+)\}/gu,
      (_, letters: string) => `[${[...letters].filter(isMark).map(rangeOf).join('')}]`,
    ),
    flags,
  )

export const PLACES = 'CHTULDA'
export const ANY_MARK: RegExp = pattern(`{${MARKS.join('')}}`, 'gu')

/** Which of their kind stand in the text, in its order. */
export function marksIn(text: string, mark: Mark): readonly number[] {
  return [...text.matchAll(pattern(`{${mark}}`, 'gu'))].map(
    ([sign]) => (sign?.charCodeAt(0) ?? 0) - firstOf(mark),
  )
}
