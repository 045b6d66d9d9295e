import type { ModelReading } from './reading.ts'
import type { Said, Speaker } from './said.ts'

/** One thing a person did, after it is understood. */
export type Turn = { readonly by: Speaker } & TurnContent

export type TurnContent =
  /** Free words. A model's reading, where there is one, is in `slots`: proposals, below what a rule reads. */
  | { readonly kind: 'say'; readonly said: Said; readonly slots?: ModelReading }
  /** One of the choices that were offered, by button, number or its label. */
  | { readonly kind: 'choose'; readonly choice: string; readonly said?: Said }
  | { readonly kind: 'yes' | 'no' | 'skip' | 'cancel'; readonly said?: Said }
  /** The dialogue begins because a feature asked for it, with what that feature handed over. */
  | { readonly kind: 'invited'; readonly data: unknown }
  /** Nothing came for the dialogue's idle time. */
  | { readonly kind: 'silence' }
  /** Something said earlier was changed or taken back by its author. */
  | { readonly kind: 'withdrawn'; readonly message: string }
  | { readonly kind: 'edited'; readonly message: string; readonly text: string }
