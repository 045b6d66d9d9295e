/** What the talk about figures asks for and wants done. Nothing of it changes an appeal. */
import type { Effect, Query } from '../../conversation/dialogue.ts'
import type { ChartPicture } from '../../kernel/picture.ts'
import type { Standing } from '../../kernel/standing.ts'
import type { AskData } from './ask-state.ts'
import type { FollowUp } from './asking/follow-up.ts'
import type { Question, QuestionOf } from './asking/question.ts'
import type { Heard } from './asking/settled.ts'

export type AskQuery =
  /** The figure that is gone on with: the one that is named, or the asker's last. */
  | (Query & { readonly ask: 'oversight.figure'; readonly number: number | null })
  | (Query & {
      readonly ask: 'oversight.look'
      readonly question: Question
      readonly heard: readonly Heard[]
      /** The words ask beyond what a leader answers for. */
      readonly wantsOthers: boolean
      readonly standing?: Standing | undefined
    })
  | (Query & {
      readonly ask: 'oversight.follow'
      readonly act: FollowUp
      readonly figure: number | null
      readonly standing?: Standing | undefined
    })
  /** For other features: one entry, as far as whoever speaks may see it. */
  | (Query & { readonly ask: 'oversight.entry'; readonly numbers: readonly string[] })

/** Whether there is a model to read what the grammar cannot. */
export type ModelQuery = Query & { readonly ask: 'oversight.hasModel' }

export type AskEffect =
  | (Effect & { readonly kind: 'oversight.draw'; readonly figure: number; readonly picture: ChartPicture })
  | (Effect & {
      readonly kind: 'oversight.sheet'
      readonly figure: number
      /** What another feature keeps, as it stands now. */
      readonly table?: Standing['table']
    })
  | (Effect & { readonly kind: 'oversight.link'; readonly figure: number })
  /** A model reads what the grammar could not; without its help it is said that it was not understood. */
  | (Effect & { readonly kind: 'oversight.readAgain'; readonly data: AskData })

/** What other features keep is asked of them: they say it in their own words, to whoever may hear it. */
export type StandingQuery = Query &
  (
    | ({ readonly ask: 'donations.told' } & Omit<QuestionOf<'drive'>, 'kind'>)
    | ({ readonly ask: 'notices.told' } & Omit<QuestionOf<'receipts'>, 'kind'>)
    | ({ readonly ask: 'visits.standing' } & Omit<QuestionOf<'visits'>, 'kind'>)
  )

export function standingQuery(question: Question): StandingQuery | undefined {
  switch (question.kind) {
    case 'drive':
      return { ask: 'donations.told', drive: question.drive, of: question.of }
    case 'receipts':
      return { ask: 'notices.told', notice: question.notice, of: question.of }
    case 'visits': {
      const { of, visit, where, period, unread } = question
      return { ask: 'visits.standing', of, visit, where, period, unread }
    }
    default:
      return undefined
  }
}
