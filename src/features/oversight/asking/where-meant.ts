/** Places that were named → where a question looks, or between whom it holds one against another. Pure. */
import type { Place } from './names/name-index.ts'
import type { Grouping, Where } from './question.ts'
import type { Slots } from './slots.ts'

export interface WhereMeant {
  readonly where: Where
  readonly among: { readonly by: Grouping; readonly codes: readonly string[] } | null
}

/** Undefined where more places were named than one question has room for. */
export function whereMeant(places: readonly Place[], slots: Slots, mine: boolean): WhereMeant | undefined {
  const codesOf = (kind: Place['kind']) => [
    ...new Set(places.filter((one) => one.kind === kind).map(({ code }) => code)),
  ]
  const companies = codesOf('company')
  // A firm is in its chamber and its town: naming them beside it narrows nothing.
  const groups: readonly (readonly [Grouping, readonly string[]])[] = [
    ['company', companies],
    ['chamber', companies.length > 0 ? [] : codesOf('chamber')],
    ['unit', codesOf('unit')],
    ['town', companies.length > 0 ? [] : codesOf('town')],
    ['leader', codesOf('leader')],
  ]
  const [several, ...more] = groups.filter(([, codes]) => codes.length > 1)
  if (more.length > 0) return undefined
  const single = (kind: Grouping) => {
    const codes = groups.find(([by]) => by === kind)?.[1] ?? []
    return codes.length === 1 ? (codes[0] ?? null) : null
  }
  const isOfKinds = slots.between && slots.categories.length > 1 && several === undefined
  const ofPlaces = several === undefined ? null : { by: several[0], codes: several[1] }
  return {
    among: isOfKinds ? { by: 'category', codes: slots.categories } : ofPlaces,
    where: {
      company: single('company'),
      chamber: single('chamber'),
      town: single('town'),
      trade: codesOf('trade')[0] ?? null,
      unit: single('unit'),
      category: isOfKinds ? null : slots.category,
      leader: single('leader'),
      mine,
    },
  }
}
