/** What the dialogues about secrecy want done and want to know, as plain data. */
import type { Effect, Query } from '../../../conversation/dialogue.ts'
import type { Piece } from '../../../conversation/said.ts'
import type { Appeal, AppealEvent } from '../appeal.ts'
import type { FollowUpAnswer } from '../appeals.effects.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'

/** A sealed appeal is to be dispatched and nobody looked at what goes out; `after` is given back to `appeals.dispatch`. */
export type CoarsenFirst = Effect & {
  readonly kind: 'appeals.coarsen-first'
  readonly number: string
  readonly after: object
}

export type CoarseningEffect =
  | CoarsenFirst
  | (Effect & {
      readonly kind: 'appeals.coarsen'
      readonly number: string
      /** The words the preview was made of; where they changed since, it is made anew. */
      readonly basis: string
      readonly outward: string
      /** SHA-256 of the files that may go out. */
      readonly files: readonly string[]
      readonly after: object | null
    })

export type UnsealingEffect = Effect &
  (
    | { readonly kind: 'appeals.ask-unsealing'; readonly number: string; readonly reason: string }
    | {
        readonly kind: 'appeals.decide-unsealing'
        readonly id: string
        readonly granted: boolean
        readonly reason: string | null
      }
    /** Who was told once looks again. */
    | { readonly kind: 'appeals.look-again'; readonly number: string }
  )

/** Of whoever holds a code: what they are told and do leaves no words beside their name. */
export type AnonymousEffect = Effect &
  (
    | { readonly kind: 'appeals.code-missed' }
    /** Messages with a code in them, of which only stays that they came. */
    | { readonly kind: 'appeals.forget-said'; readonly messages: readonly string[] }
    | { readonly kind: 'appeals.add-by-code'; readonly number: string; readonly text: string }
    | { readonly kind: 'appeals.withdraw-by-code'; readonly number: string }
    | { readonly kind: 'appeals.rate-by-code'; readonly number: string; readonly answer: FollowUpAnswer }
  )

export type SealEffect = Effect &
  (
    | { readonly kind: 'appeals.seal'; readonly number: string }
    /** There is nothing of theirs to seal: the words tell a matter. */
    | { readonly kind: 'appeals.tell-sealed'; readonly pieces: readonly Piece[] }
  )

/** What stands under a code. */
export type ByCode =
  | { readonly kind: 'found'; readonly appeal: Appeal; readonly history: readonly AppealEvent[] }
  | { readonly kind: 'unknown' }
  /** Too many wrong codes from this chat in this hour. */
  | { readonly kind: 'locked' }

/** An application as those who decide about it are shown it. */
export interface UnsealingAsked {
  readonly id: string
  readonly number: string
  readonly kindOfMatter: string
  readonly reason: string
  readonly askedBy: string
  readonly askedByName: string
}

/** Somebody looked at a sealed name, or asked to. */
export interface Look {
  readonly at: Date
  /** As the audit has it. */
  readonly actor: string
  readonly action: string
}

export type SealingQuery = Query &
  (
    | { readonly ask: 'appeals.by-code'; readonly code: string }
    | { readonly ask: 'appeals.unsealing'; readonly number: AppealNumber }
    | { readonly ask: 'appeals.unsealing-standing'; readonly number: AppealNumber }
    | { readonly ask: 'appeals.looks'; readonly number: AppealNumber }
  )
