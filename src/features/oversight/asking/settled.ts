/** What a reading comes to: a question, a choice, a word to the last answer, or that it was not understood. */
import type { Directory } from '../../../kernel/directory.ts'
import type { Occasion } from '../../../kernel/standing.ts'
import type { FollowUp } from './follow-up.ts'
import type { Question } from './question.ts'

/** A name that was not said as the roster writes it: by its sound, by a part, or by a person's name. */
export interface Heard {
  readonly said: string
  readonly meant: string
}

export interface Option {
  readonly label: string
  readonly question: Question
}

export type Settled =
  | { readonly kind: 'question'; readonly question: Question; readonly heard: readonly Heard[] }
  /** Several could be meant: the asker says which. At most six options. */
  | {
      readonly kind: 'which'
      readonly asks:
        | 'company'
        | 'chamber'
        | 'unit'
        | 'town'
        | 'leader'
        | 'trade'
        | 'place'
        | 'period'
        | 'measure'
        | 'drive'
      readonly options: readonly Option[]
    }
  | { readonly kind: 'follow-up'; readonly act: FollowUp }
  /** Exactly three questions that are understood, nearest to the words. */
  | {
      readonly kind: 'unclear'
      readonly nearest: readonly string[]
      /** A name or words that nobody here knows: said back, so that nobody takes another figure for it. */
      readonly unread: string | null
    }

export interface Known {
  readonly directory: Directory
  readonly occasions: readonly Occasion[]
  /** What this person asked last, while it is still what they go on with. */
  readonly previous: Question | null
  /** Lines of the last answer that were shown. */
  readonly shown?: number
  readonly at: Date
}
