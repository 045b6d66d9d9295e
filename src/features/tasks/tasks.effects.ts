/** What the dialogues of this feature want done and want to know, as plain data. */
import type { Effect, Query } from '../../conversation/dialogue.ts'
import type { AppealState, Category } from '../../kernel/appeal-terms.ts'
import type { MissingYear } from '../../kernel/working-days.ts'
import type { DueWish } from './read-due.ts'
import type { ReplyVerb } from './read-reply.ts'
import type { Addressee, Task } from './task.ts'
import type { Days, TaskCounts, TasksOnly } from './task-counts.ts'

export type TasksEffect = Effect &
  (
    | {
        readonly kind: 'tasks.give'
        /** A task for each of them and each of their addressees. */
        readonly items: readonly GivenItem[]
        readonly text: string
        /** ISO 8601. */
        readonly dueAt: string | null
      }
    | { readonly kind: 'tasks.receive'; readonly task: string }
    | { readonly kind: 'tasks.report'; readonly task: string; readonly words: string }
    | { readonly kind: 'tasks.decline'; readonly task: string; readonly words: string }
    | { readonly kind: 'tasks.close'; readonly task: string }
    | { readonly kind: 'tasks.nudge'; readonly task: string }
    /** Another task than the one that is being talked about was named. */
    | {
        readonly kind: 'tasks.turnTo'
        readonly task: string
        readonly verb: ReplyVerb
        readonly words: string
      }
    | { readonly kind: 'tasks.cancel'; readonly task: string; readonly words: string }
    | {
        readonly kind: 'tasks.return'
        readonly task: string
        readonly words: string
        /** Null: as it was. */
        readonly dueAt: string | null
      }
    | {
        readonly kind: 'tasks.reassign'
        readonly task: string
        readonly words: string
        readonly to: Addressee
        readonly dueAt: string | null
      }
  )

/** What one task is about, as far as it is about an appeal, and who is to do it. */
export interface GivenItem {
  readonly appeal: string | null
  /** The appeal in a line, as whoever gives may see it. */
  readonly about: string | null
  readonly to: readonly Addressee[]
}

export type TaskList = 'given' | 'mine' | 'all'

export type TasksQuery = Query &
  (
    | { readonly ask: 'tasks.plan'; readonly to: readonly Addressee[]; readonly due: DueWish | null }
    | { readonly ask: 'tasks.find'; readonly number: string }
    | {
        readonly ask: 'tasks.list'
        readonly list: TaskList
        readonly appeal: string | null
        readonly page: number
        readonly only?: TasksOnly | null
        /** Only what these have to do; empty: whoever has it. */
        readonly to?: readonly Addressee[]
        /** Only what was given in these days. */
        readonly given?: Days | null
      }
    /** For other features: what was given about an appeal, as far as the asker may see it. */
    | { readonly ask: 'tasks.of'; readonly appeal: string }
  )

/** Holds a query to the closed list. */
export const asking = (query: TasksQuery): Query => query

/** What giving would mean, for the preview. */
export interface TaskPlan {
  readonly dueAt: Date | null | MissingYear
  readonly reach: readonly Reach[]
}

export interface Reach {
  readonly name: string
  /** Who gets the letter. */
  readonly people: readonly string[]
  /** Of them, those that the house can write to. */
  readonly reachable: number
}

/** A task as somebody may see it, and what they are to it. */
export interface FoundTask {
  readonly task: Task
  readonly isAddressee: boolean
  readonly isGiver: boolean
  readonly isStaff: boolean
  /** The addressee as people call it. */
  readonly who: string
  readonly giver: string
}

export interface ListedTasks extends TaskCounts {
  readonly page: number
  readonly tasks: readonly FoundTask[]
}

/** Eight, a head and a foot fit a phone. */
export const PAGE_SIZE = 8

/** One line of the answer to `tasks.of`. */
export interface TaskOfAppeal {
  readonly number: string
  readonly text: string
  readonly who: string
  readonly dueAt: Date | null
  readonly done: boolean
}

/** An appeal as the ledger's readers see it (the answer to `oversight.entry`); of a sealed one neither company nor words. */
export interface AppealGlance {
  readonly number: string
  readonly status: AppealState
  readonly category: Category
  readonly company: { readonly name: string } | null
  readonly summary: string | null
  readonly sealed: boolean
  readonly unit: string | null
}
