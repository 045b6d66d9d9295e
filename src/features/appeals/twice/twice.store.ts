import type { Category } from '../../../kernel/appeal-terms.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Appeal } from '../appeal.ts'
import type { Reasons } from './likeness.ts'

export interface LikenessPair {
  /** The later one. */
  readonly number: string
  readonly other: string
  /** Empty for a pair that staff decided about unasked. */
  readonly reasons: Reasons | Record<string, never>
  readonly proposedAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly decision: 'merged' | 'different' | null
}

/** Which appeals are looked at: of one category as far back as it is talked about, of any for two days. */
export interface Around {
  readonly categories: readonly Category[]
  readonly from: Date
  /** Since when appeals of any category count. */
  readonly anyFrom: Date
}

/** Port. `mark`, `find`, `add` and `decide` are gathered; the rest is a statement each. */
export interface TwiceStore {
  /** To be looked at after this turn, so that filing pays nothing for it. */
  mark(number: string, work: Work): void
  hasMarked(work: Work): Promise<boolean>
  /** Takes what was marked; whoever takes it looks. */
  takeMarked(limit: number, work: Work): Promise<readonly string[]>
  /** Open, merged and lately resolved ones, the newest first. */
  listAround(around: Around, limit: number, work: Work): Promise<readonly Appeal[]>
  find(number: string, other: string, work: Work): Promise<LikenessPair | undefined>
  add(pair: LikenessPair, work: Work): void
  /** Of a pair that is there. */
  decide(pair: LikenessPair, decision: 'merged' | 'different', by: string, work: Work): void
  /** Undecided ones, the newest first. */
  listOpen(limit: number, work: Work): Promise<readonly LikenessPair[]>
  /** Undecided pairs with this one. */
  listOpenOf(number: string, work: Work): Promise<readonly LikenessPair[]>
  /** Everything merged into it, also by way of others; the oldest first. */
  listFollowers(number: string, work: Work): Promise<readonly Appeal[]>
}

/** The later number first: one pair, one row. */
export function inOrder(a: string, b: string): { readonly number: string; readonly other: string } {
  return a > b ? { number: a, other: b } : { number: b, other: a }
}
