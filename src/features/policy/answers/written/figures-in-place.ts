import { clausesOf, shareIn } from './matter-signs.ts'
import { holdsQuantity, quantitiesIn } from './quantities.ts'

/** Share of a clause's matter that has to stand beside its figure in what is cited; by reason, not measured. */
const BESIDE = 0.5

/**
 * Whether every figure of the sentence says of the same matter what it says in the quotes: the fifty thousand that a
 * grant begins at are not the fifty thousand that somebody gets. A figure of the source itself (第三条, its day) may
 * stand anywhere.
 */
export function figuresInPlace(sentence: string, quoted: string, source: string): boolean {
  const clauses = clausesOf(quoted)
  const places = clauses.map((clause, at) => ({
    held: quantitiesIn(clause),
    // 企业可以获得20%的补助 gathers what stands in two clauses side by side.
    around: clauses.slice(Math.max(0, at - 1), at + 2).join('，'),
  }))
  const sources = quantitiesIn(source)
  return clausesOf(sentence).every((clause) =>
    [...quantitiesIn(clause)].every(
      (figure) =>
        holdsQuantity(sources, figure) ||
        places.some((place) => holdsQuantity(place.held, figure) && shareIn(place.around, clause) >= BESIDE),
    ),
  )
}
