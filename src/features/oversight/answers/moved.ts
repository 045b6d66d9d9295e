/** Which groups moved a figure between two periods, and by how much of it. Pure. */
import type { Grouping } from '../asking/question.ts'
import type { Group, Measured } from '../measures/measures.store.ts'
import { weightOf } from './measure.texts.ts'

export interface Moved {
  readonly by: Grouping
  readonly code: string | null
  readonly label: string
  readonly now: Measured
  readonly then: Measured
  /** How much of the whole difference is its own, in the measure's own terms; its sign is the difference's. */
  readonly part: number
}

/** What each group would have had to keep for the whole to stay as it was, against what it has. Pure. */
export function movedGroups(
  here: readonly Group[],
  there: readonly Group[],
  before: Measured,
): readonly Pick<Moved, 'code' | 'now' | 'then' | 'part'>[] {
  const codes = [...new Set([...here, ...there].map(({ code }) => code))]
  const find = (groups: readonly Group[], code: string | null, like: Measured) =>
    groups.find((one) => one.code === code)?.value ?? nought(like)
  return codes.map((code) => {
    const now = find(here, code, before)
    const then = find(there, code, before)
    return { code, now, then, part: pull(now, before) - pull(then, before) }
  })
}

/** A count pulls by itself; of a rate or a mean, by how far it is from what the whole was before. */
function pull(value: Measured, before: Measured): number {
  if (value.kind === 'count') return value.n
  if (value.kind === 'rate') {
    const base = before.kind === 'rate' && before.raw.of > 0 ? before.raw.n / before.raw.of : 0
    return value.raw.n - base * value.raw.of
  }
  const base = before.kind === 'days' ? (before.mean ?? 0) : 0
  return weightOf(value) * ((value.mean ?? base) - base)
}

function nought(like: Measured): Measured {
  if (like.kind === 'count') return { kind: 'count', n: 0 }
  if (like.kind === 'rate') return { kind: 'rate', raw: { n: 0, of: 0 }, after: { n: 0, of: 0 } }
  return { kind: 'days', mean: null, of: 0 }
}
