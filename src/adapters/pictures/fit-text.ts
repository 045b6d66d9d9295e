/** How wide a text is, in its own font size: a Chinese character is 1, a letter or digit a little over half. */
export function emsOf(words: string): number {
  let ems = 0
  for (const character of words) ems += widthOf(character)
  return ems
}

function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x2e80 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2460 && code <= 0x27bf)) return 1
  if (/[A-Z@%&MWmw]/u.test(character)) return 0.8
  if (/[ .,:;'|!ijl()-]/u.test(character)) return 0.35
  return 0.6
}

export interface Bounds {
  /** In the units of the sheet. */
  readonly width: number
  readonly lines: number
  readonly largest: number
  readonly smallest: number
}

/** The largest size, in whole units, at which the words fit into so many lines; never below the smallest. */
export function fittingSize(words: string, { width, lines, largest, smallest }: Bounds): number {
  for (let size = largest; size > smallest; size--) if (linesOf(words, size, width) <= lines) return size
  return smallest
}

/** Lines that the words take; each line may stay short by a character that did not fit any more. */
export function linesOf(words: string, size: number, width: number): number {
  const ems = emsOf(words)
  const perLine = width / size
  return ems <= perLine ? 1 : Math.ceil(ems / Math.max(1, perLine - 1))
}
