/** Who asks, and how far they see: what every figure and list is read by. */
import type { Person } from '../../kernel/person.ts'
import type { Where } from './asking/question.ts'

/**
 * Who asks, for where, and by the responsibilities of which day (`YYYY-MM-DD`): the last day that the question is
 * about, never after today. What somebody may see follows from these three in the store and nowhere above.
 */
export interface Sight {
  readonly person: Person
  readonly day: string
  readonly where: Where
}

/** How far somebody may see by the responsibilities of a day. Codes of the roster. */
export type Reach =
  | { readonly kind: 'all' }
  | {
      readonly kind: 'scope'
      readonly companies: ReadonlySet<string>
      readonly chambers: ReadonlySet<string>
    }
  | { readonly kind: 'nothing' }

export interface Slice {
  readonly offset: number
  readonly limit: number
}
