/** What of a plot is written out where not everything has its place. Pure. */

/** Between two names, in ems. */
const APART = 0.6
/** A name with its year says what those after it belong to: 26年1月. */
const LANDMARK = /年/u

/**
 * Which of the names stand under a row of points, each with `place` ems: every one where they have their place;
 * else the last, which is the one that people look for, those that name a year, and between them every second, third
 * and so on. The outermost are moved inwards where they would stand over the edge.
 */
export function namesShown(
  names: readonly string[],
  place: number,
  emsOf: (words: string) => number,
): readonly boolean[] {
  const longest = Math.max(0, ...names.map(emsOf)) + APART
  const every = Math.max(1, Math.ceil(longest / place))
  if (every === 1) return names.map(() => true)
  const last = names.length - 1
  const order = [
    last,
    ...names.flatMap((name, at) => (LANDMARK.test(name) ? [at] : [])),
    ...names.flatMap((_, at) => ((last - at) % every === 0 ? [at] : [])),
  ]
  const taken: { readonly from: number; readonly to: number }[] = []
  const shown = new Set<number>()
  for (const at of order) {
    const wide = emsOf(names[at] ?? '')
    const from = Math.min(Math.max(0, (at + 0.5) * place - wide / 2), names.length * place - wide)
    const span = { from, to: from + wide }
    if (taken.some((other) => span.from < other.to + APART && other.from < span.to + APART)) continue
    taken.push(span)
    shown.add(at)
  }
  return names.map((_, at) => shown.has(at))
}

/** How a figure stands at its point: above it, or below where it is the lowest of a row and its neighbours are higher. */
export type FigureShown = 'above' | 'below' | false

/**
 * Which figures are written: all of them where they have their place, else the last, the largest and the smallest;
 * of two that would touch, the later one of that order goes.
 */
export function figuresShown(
  values: readonly (number | null)[],
  written: readonly string[],
  place: number,
  emsOf: (words: string) => number,
): readonly FigureShown[] {
  const width = (at: number) => emsOf(written[at] ?? '')
  if (Math.max(0, ...written.map((_, at) => width(at))) + APART / 2 <= place)
    return values.map((value) => (value === null ? false : 'above'))
  const present = values.flatMap((value, at) => (value === null ? [] : [{ value, at }]))
  const extreme = (isMore: (one: number, best: number) => boolean) =>
    present.reduce<(typeof present)[number] | undefined>(
      (best, one) => (best === undefined || isMore(one.value, best.value) ? one : best),
      undefined,
    )
  const lowest = extreme((one, best) => one < best)
  const shown = new Map<number, FigureShown>()
  for (const one of [present.at(-1), extreme((value, best) => value > best), lowest]) {
    if (one === undefined || shown.has(one.at)) continue
    const isFree = [...shown.keys()].every(
      (other) => Math.abs(other - one.at) * place >= (width(other) + width(one.at)) / 2 + APART / 2,
    )
    if (isFree) shown.set(one.at, one === lowest ? 'below' : 'above')
  }
  return values.map((_, at) => shown.get(at) ?? false)
}
