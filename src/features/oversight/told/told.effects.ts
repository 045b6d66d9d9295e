import type { Effect, Query } from '../../../conversation/dialogue.ts'
import type { Besides, Prepared } from './digest.ts'
import type { Wish } from './read-wish.ts'

export type ToldEffect = Effect &
  (
    | { readonly kind: 'oversight.tellDigest'; readonly day: string; readonly besides: Besides }
    | { readonly kind: 'oversight.wishDigest'; readonly wish: Wish }
  )

export type ToldQuery =
  Query /** What waits to be told to whoever speaks; undefined where nothing does. */ & {
    readonly ask: 'oversight.digestPrepared'
    readonly day: string
  }

export interface DigestPrepared {
  readonly prepared: Prepared
  /** The receipts as they were told last. */
  readonly receipts: string | null
  /** What is owed near the end of a period is worth a line. */
  readonly isNearEnd: boolean
}
