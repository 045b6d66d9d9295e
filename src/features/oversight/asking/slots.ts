/** What the words of one question say, piece by piece, before it is made whole. */
import type { Category } from '../../../kernel/appeal-terms.ts'
import type { FollowUp } from './follow-up.ts'
import type { Grouping, Period, QuestionOf } from './question.ts'
import type { Measured } from './words/measures-said.ts'

export const KINDS = [
  'count',
  'rate',
  'share',
  'trend',
  'comparison',
  'why',
  'ranking',
  'reasons',
  'age',
  'number',
  'matter',
  'news',
  'scope',
  'drive',
  'receipts',
  'visits',
  'sealed',
] as const
export type Kind = (typeof KINDS)[number]

export interface Slots {
  /** Null where the words name pieces and no way of asking: 上个月呢. */
  readonly kind: Kind | 'follow-up' | 'unclear' | null
  readonly score: number
  readonly words: readonly string[]
  readonly act: FollowUp | null
  /** The line meant is the last that was shown. */
  readonly isLast: boolean
  readonly of: Measured | null
  readonly period: Period | null
  /** The first that was named. */
  readonly first: Period | null
  readonly with: Period | null
  /** 同比 and 环比, where the period is not said: of what was asked before. */
  readonly compares: 'before' | 'yearBefore' | null
  readonly by: Grouping | null
  readonly step: 'day' | 'week' | 'month' | null
  readonly order: 'most' | 'least' | 'good' | 'bad' | null
  readonly listOrder: 'oldest' | 'newest' | 'latest' | null
  readonly top: number | null
  readonly category: Category | null
  /** Every one named. */
  readonly categories: readonly Category[]
  /** Words by which a matter is about something. */
  readonly topics: readonly string[]
  readonly mine: boolean
  readonly all: boolean
  /** The period is of what is older than so many days. */
  readonly isOlder: boolean
  /** 其中, 这里面: of what was asked before. */
  readonly within: boolean
  /** 呢, 换成, 只看: changes what was asked before. */
  readonly goesOn: boolean
  readonly points: boolean
  readonly numbers: readonly string[]
  readonly drive: QuestionOf<'drive'>['of'] | null
  readonly receipts: { readonly of: QuestionOf<'receipts'>['of']; readonly notice: number | null } | null
  /** `isBare`: only the kind of visit was named, nothing of owed or done. */
  readonly visits: (Pick<QuestionOf<'visits'>, 'of' | 'visit'> & { readonly isBare?: boolean }) | null
  /** 宏远和佳和哪个多. */
  readonly between: boolean
}
