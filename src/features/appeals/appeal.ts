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

/** What came with it. Of a sealed appeal it reaches a unit only where staff said that this one may. */
export interface AppealFile extends FileRef {
  readonly outward?: true
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
  readonly files: readonly AppealFile[]
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
  readonly place: string | null
  /** What is wanted, in the asker's words. */
  readonly wish: string | null
  /** Nobody is behind it but who holds its code: fully anonymous. Always sealed too. */
  readonly anonymous: boolean
  /** The text as units read it, where staff coarsened what gives the asker away; null: as `text` has it. */
  readonly outward: string | null
  /** By when somebody has to have spoken to the asker, and when somebody did (派单 and 签收 count). */
  readonly contactDueAt: Date | null
  readonly contactedAt: Date | null
  /** By when it is to be resolved; `dueAt` is whichever of the two is owed next. */
  readonly resolveDueAt: Date | null
  /** 协办: units that help the lead unit. */
  readonly supporting: readonly string[]
  /** How often a unit sent it back. */
  readonly handOffs: number
  /** Since when it waits for a coordinating meeting. */
  readonly meetingAskedAt: Date | null
  readonly pauseReason: string | null
  readonly pausedAt: Date | null
  /** When the house acts by itself: a pause ends, an unanswered follow-up is asked again or closes. */
  readonly wakeAt: Date | null
  /** Of earlier pauses together, in working minutes. */
  readonly pausedMinutes: number
  readonly closeKind: CloseKind | null
  readonly closedAt: Date | null
  /** What the asker said became of it. */
  readonly outcome: 'solved' | 'partly' | 'unsolved' | null
  /** Since when nobody works on it any more; null while it is open. Kept by the store. */
  readonly endedAt: Date | null
  /** Where it came from when nobody brought it: `visit:12`. */
  readonly origin: string | null
}

/** 办结方式. `withdrawn` and `referred` come with their states. */
export const closeKinds = ['fixed', 'explained', 'notPossible', 'withdrawn', 'referred'] as const
export type CloseKind = (typeof closeKinds)[number]

const DONE: readonly AppealState[] = ['resolved', 'closed', 'withdrawn', 'referred', 'merged']

/** Past what is owed next. Of a paused one the clock stands still. */
export function isLate({ dueAt, status }: Pick<Appeal, 'dueAt' | 'status'>, now: Date): boolean {
  return dueAt !== null && dueAt < now && status !== 'paused' && !DONE.includes(status)
}

/** What nobody said or did yet when an appeal is filed. */
export const untouched = {
  resolvedAt: null,
  unit: null,
  followers: 0,
  reminders: 0,
  satisfaction: null,
  resolution: null,
  mergedInto: null,
  outward: null,
  contactedAt: null,
  supporting: [],
  handOffs: 0,
  meetingAskedAt: null,
  pauseReason: null,
  pausedAt: null,
  wakeAt: null,
  pausedMinutes: 0,
  closeKind: null,
  closedAt: null,
  outcome: null,
  endedAt: null,
  origin: null,
} as const satisfies Partial<Appeal>

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
  /** The code by which an anonymous asker follows it; only a digest of it is kept, and nothing else of them. */
  readonly anonymousCode?: string
}

/** What happens to an appeal without moving it to another state. */
export const otherActs = [
  'file',
  'amend',
  'remind',
  'sourceChanged',
  'contact',
  'progress',
  'recategorise',
  'changeTerm',
  'askExtension',
  'grantExtension',
  'refuseExtension',
  'support',
  'nudge',
  'rate',
  'meet',
  'assign',
  'visited',
  'follow',
  'unfollow',
  'seal',
  'coarsen',
  'askUnsealing',
  'unseal',
  'refuseUnsealing',
  'askExclusion',
  'exclude',
  'refuseExclusion',
  'correct',
] as const
export type OtherAct = (typeof otherActs)[number]

/** What happened to an appeal: who, when, with which note. `by` is null for a sealed asker. */
export interface AppealEvent {
  readonly number: string
  readonly at: Date
  readonly act: AppealAct | OtherAct
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
