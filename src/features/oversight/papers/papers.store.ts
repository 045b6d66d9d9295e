import type { Work } from '../../../kernel/work.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import type { Seer } from '../oversight.store.ts'

/** A step in a matter's history, as staff and units wrote it. */
export interface BriefEvent {
  readonly at: Date
  readonly act: string
  /** staff, handler; a `supporter`'s words name their unit themselves. */
  readonly role: string
  /** Roster code of the handler's unit, where it is known. */
  readonly unit: string | null
  /** Null of a sealed one, and where nothing was written. */
  readonly note: string | null
}

/** 申请延期: asked for and not decided. */
export interface BriefExtension {
  readonly askedAt: Date
  /** Null of a sealed one. */
  readonly reason: string | null
  readonly unit: string | null
}

/** 交办: told to somebody about this matter and not over. */
export interface BriefInstruction {
  readonly givenBy: string
  readonly givenAt: Date
  readonly dueAt: Date | null
  /** Null of a sealed one. */
  readonly text: string | null
  /** Whoever has it said that it is done. */
  readonly isReported: boolean
}

/** What a brief says of a matter besides its line in the ledger. */
export interface BriefFacts {
  readonly entry: LedgerEntry
  readonly supporting: readonly string[]
  /** How often its asker asked how it stands. */
  readonly reminders: number
  /** How often a unit sent it back. */
  readonly handOffs: number
  /** Since when it is on the list for a meeting. */
  readonly meetingAskedAt: Date | null
  /** What is wanted, in the asker's words; null of a sealed one. */
  readonly wish: string | null
  /** In the order it happened. */
  readonly history: readonly BriefEvent[]
  readonly extension: BriefExtension | null
  /** Of others than the one who asks only staff see them. */
  readonly instructions: readonly BriefInstruction[]
}

/** Port, read-only: what papers say of single matters. Who may see what is applied inside each statement. */
export interface PapersStore {
  /** Those of these numbers that the person may see, in the order given. */
  facts(seer: Seer, numbers: readonly string[], work: Work): Promise<readonly BriefFacts[]>
  /** 待上会: numbers of what waits for a meeting, the longest waiting first. */
  awaiting(seer: Seer, limit: number, work: Work): Promise<readonly string[]>
}
