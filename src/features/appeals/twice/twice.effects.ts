/** What the dialogues of merging want done and want to know, as plain data. */
import type { Effect, Query } from '../../../conversation/dialogue.ts'
import type { Appeal } from '../appeal.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import type { Reasons } from './likeness.ts'

export type TwiceEffect = Effect &
  (
    | {
        readonly kind: 'appeals.merge'
        readonly numbers: readonly string[]
        readonly into: string
        /** A yes to what was proposed: it stands back where staff have decided about the pair meanwhile. */
        readonly proposed?: true
      }
    | { readonly kind: 'appeals.unmerge'; readonly number: string; readonly reason: string }
    /** The asker says of two of their own that they are one matter, or two. */
    | {
        readonly kind: 'appeals.join-own' | 'appeals.keep-own'
        readonly number: string
        readonly other: string
      }
    /** 不是一回事: never proposed again. */
    | { readonly kind: 'appeals.different'; readonly numbers: readonly string[]; readonly other: string }
  )

export type TwiceQuery = Query &
  (
    | {
        readonly ask: 'appeals.merge-plan'
        readonly numbers: readonly AppealNumber[]
        readonly into: AppealNumber | undefined
        /** Nobody said which stays: the one that got further, or else the older. */
        readonly either: boolean
      }
    | { readonly ask: 'appeals.unmerge-plan'; readonly number: AppealNumber }
    | { readonly ask: 'appeals.likenesses' }
    | { readonly ask: 'appeals.twice-of'; readonly number: string }
  )

/** What merging would mean, or the first reason why it cannot be. */
export type MergePlan =
  | {
      readonly kind: 'ready'
      /** The one that stays. */
      readonly main: Appeal
      readonly merged: readonly Appeal[]
      /** How many companies it is then. */
      readonly companies: number
      /** The number that was asked for, where that is merged itself and its main one is meant. */
      readonly instead?: string
    }
  | { readonly kind: 'refused'; readonly why: MergeRefusal; readonly number: string; readonly other?: string }

export type MergeRefusal =
  | 'no-such-number'
  | 'last-year'
  | 'same-number'
  /** It is merged already; `other` is where. */
  | 'merged-already'
  | 'not-mergeable'
  | 'main-is-over'

export type UnmergePlan =
  | {
      readonly kind: 'ready'
      readonly appeal: Appeal
      readonly main: Appeal
      readonly back: Appeal['status']
    }
  | {
      readonly kind: 'refused'
      readonly why: 'no-such-number' | 'last-year' | 'not-merged'
      readonly number: string
    }

/** What stands beside one appeal when staff look at it. */
export interface TwiceOf {
  /** The one it is merged into. */
  readonly main: string | null
  readonly followers: readonly Appeal[]
  readonly companies: number
  readonly likenesses: readonly { readonly number: string; readonly reasons: Reasons }[]
}

/** A pair that staff have not decided about. */
export interface OpenLikeness {
  readonly appeal: Appeal
  readonly main: Appeal
  readonly reasons: Reasons
}
