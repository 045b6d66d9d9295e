/** 诉求: one matter that a company brought to the federation. */
import type { AppealState, Category, Urgency } from '../../kernel/appeal-terms.ts'
import type { Chat } from '../../kernel/chat.ts'
import type { FileRef } from '../../kernel/letter-draft.ts'
import type { AppealAct, MoverRole } from './life/appeal-moves.ts'

/** Somebody or something with a name; `code` is null for what the roster does not know. */
export interface Named {
  readonly code: string | null
  readonly name: string
}

export interface Appeal {
  /** YYYY-NNNN */
  readonly number: string
  readonly version: number
  readonly status: AppealState
  readonly category: Category
  readonly urgency: Urgency
  /** Null where nobody said it, and of a sealed appeal: the company gives its people away. */
  readonly company: Named | null
  /** Also of a sealed one, as is `leader`: to be counted with, not to be shown. */
  readonly chamber: string | null
  /** Null when sealed; who it was then only `AppealsStore.askerOf` can tell. */
  readonly asker: Named | null
  readonly sealed: boolean
  readonly summary: string
  /** Every word of it; of a sealed one with the names taken out. */
  readonly text: string
  readonly files: readonly FileRef[]
  /** The platform's numbers of the messages it was made from. */
  readonly sources: readonly string[]
  readonly filedAt: Date
  /** By when the next answer is promised; null where the year's calendar is not loaded. */
  readonly dueAt: Date | null
  readonly resolvedAt: Date | null
  readonly unit: string | null
  readonly leader: string | null
  readonly followers: number
  /** How often the asker asked for it. */
  readonly reminders: number
  readonly satisfaction: 'satisfied' | 'unsatisfied' | null
  /** What the unit says it did. */
  readonly resolution: string | null
  /** Where it belongs by law, for a referred one. */
  readonly route: string | null
  readonly mergedInto: string | null
}

/** Who brought it, and where they are answered. Strangers have no code. */
export interface Asker {
  readonly code: string | null
  readonly name: string
  /** platform:person, as the account was when it was filed. */
  readonly account: string
  readonly home: Chat
  /** Of a sealed appeal, what its open part leaves out. */
  readonly company: Named | null
  readonly wholeText: string | null
}

/** What happened to an appeal: who, when, with which note. `by` is null for a sealed asker. */
export interface AppealEvent {
  readonly number: string
  readonly at: Date
  readonly act: AppealAct | 'file' | 'amend' | 'remind' | 'sourceChanged'
  readonly from: AppealState | null
  readonly to: AppealState
  readonly role: MoverRole
  readonly by: string | null
  readonly note: string | null
}

/** A message an appeal was made from, and the chat it was said in. */
export interface Source {
  readonly place: string
  readonly message: string
}

export interface MarkedSource {
  readonly number: string
  readonly message: string
}
