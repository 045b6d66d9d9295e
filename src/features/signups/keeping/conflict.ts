import type { Doubt } from '../chain.ts'

/** Something about a chain that its keeper should hear of, once. */
export interface Conflict {
  /** Names the occasion: said once for ever. */
  readonly key: string
  readonly kind: Doubt | 'numbers' | 'twice'
  /** The entry it is about. */
  readonly n?: number
  /** As it was written, where it is not the entry's own text. */
  readonly words?: string
  /** Who did it, where it was somebody else. */
  readonly by?: string
  readonly doubled?: readonly number[]
  readonly skipped?: readonly number[]
}
