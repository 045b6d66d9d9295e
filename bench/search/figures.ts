/** The figures of a search benchmark. */

/** The value below which the share of the values lies; `values` need not be sorted. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** How often a value of the first kind is above one of the second: 1 tells them apart, 0.5 is chance. Ties count half. */
export function separation(above: readonly number[], below: readonly number[]): number {
  let wins = 0
  for (const one of above) for (const other of below) wins += one > other ? 1 : one === other ? 0.5 : 0
  return wins / (above.length * below.length)
}

export function share(values: readonly boolean[]): number {
  return values.filter(Boolean).length / values.length
}

/** Of the `part` of answers that are surest, how many are right. */
export function rightAmongSurest(
  answers: readonly { confidence: number; isRight: boolean }[],
  part: number,
): number {
  const sorted = [...answers].sort((one, other) => other.confidence - one.confidence)
  return share(sorted.slice(0, Math.max(1, Math.round(sorted.length * part))).map(({ isRight }) => isRight))
}

export function percent(value: number): string {
  return Number.isNaN(value) ? '–' : (value * 100).toFixed(1)
}
