import type { AuditDetail } from '../audit/audit-trail.ts'
import type { Chat } from '../kernel/chat.ts'
import type { Directory } from '../kernel/directory.ts'
import type { LetterDraft } from '../kernel/letter-draft.ts'
import type { Fact, Request } from '../kernel/requests.ts'
import type { Work } from '../kernel/work.ts'
import type { Dialogue, Effect, Query } from './dialogue.ts'
import type { ErrandOrder, ErrandRun } from './errand.ts'
import type { HowToReach } from './people.ts'
import type { Intent } from './reading.ts'
import type { Said, Speaker } from './said.ts'

/** From the strongest claim to the weakest: an earlier band wins whatever the scores say. */
export const BANDS = ['command', 'role', 'own', 'policy', 'appeal', 'smallTalk'] as const
/**
 * `command`: the words can mean nothing else. `role`: what only this role asks. `own`: the person's own
 * matters. The rest as named. A question about a rule asks the documents first; words that ask for action file.
 */
export type Band = (typeof BANDS)[number]

/** What a feature could take some words for. */
export interface Reading {
  readonly dialogue: `${string}.${string}`
  readonly band: Band
  /** 0 to 1 within the band; below 0.3 it is not offered. */
  readonly score: number
  /** The words it went by, so that staff can see why. */
  readonly words: readonly string[]
  /** Nobody waits for a model first: somebody is in danger. */
  readonly isPressing?: true
  /** How to name it when two readings tie: 登记诉求, 查政策. */
  readonly label: string
  /** Handed to the dialogue's start. */
  readonly data?: unknown
}

/** What recognisers may look at besides the words. */
export interface Listening {
  readonly by: Speaker
  /** The dialogue in progress, if any. */
  readonly inProgress?: string
  /** The text of our letter that is being answered, if any: what it names need not be said again. */
  readonly answered?: string
}

/** What a feature may do while it performs: everything lands in the transaction of the turn. */
export interface Doing {
  readonly by: Speaker
  readonly work: Work
  /** Unique to this turn and the same when it is advanced again; for keys of what must happen once. */
  readonly turnKey: string
  /** The frame whose dialogue asked for this. */
  readonly frame?: string
  /** The group that the dialogue began in. */
  readonly group?: Chat
  /** Puts a letter into the post. The key must name the occasion; the same key is sent once for ever. */
  post(key: string, letter: LetterDraft): void
  /** Opens a dialogue in somebody's private chat; false when there is no way to reach them. */
  invite(personCode: string, dialogue: string, data: unknown, key: string): Promise<boolean>
  /** The same in a private chat that is known already: a stranger has no code to be found by. */
  inviteAt(home: Chat, dialogue: string, data: unknown, key: string): void
  /** The same for whoever speaks now, who may be a stranger: in their private chat, as the next turn. */
  continueWith(dialogue: string, data: unknown, key: string): void
  /** The roster as it stands; also answered to dialogues that ask for `membership.directory`. */
  directory(): Promise<Directory>
  /** The chat in which this person can be written to now. */
  reach(personCode: string, how?: HowToReach): Promise<Chat | undefined>
  /**
   * The same for many people at once, without those who have no account: how many they have, and whether a letter
   * would only wait at their door.
   */
  reachAll(
    codes: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly chat: Chat; readonly ways: number; readonly isShut: boolean }>>
  /** Links that open the private chat and hand this payload back, on every platform that has such. */
  links(payload: string): Promise<readonly string[]>
  /** Has slow work done after the commit (errand.ts). */
  order(errand: ErrandOrder): void
  request(request: Request): Promise<void>
  tell(fact: Fact): Promise<void>
  /** `anonymously`: who did it must not stand beside the subject; the actor is then `sealed`. */
  audit(action: string, subject: string, detail?: AuditDetail, how?: { readonly anonymously: boolean }): void
}

/** Lines a group said to others, shown to a feature only while it waits for such. */
export interface Overheard {
  readonly by: Speaker
  readonly text: string
  readonly messageId: string
}

/** A feature, as the corridor knows it. */
export interface Feature {
  readonly name: string
  readonly dialogues: readonly Dialogue[]
  /** Pure: the same words in the same place are read the same way. */
  recognise(said: Said, listening: Listening): readonly Reading[]
  /** Pure: what it would begin when a model names this intent and no rule claims the words; it checks the role itself. */
  opens?(intent: Intent, said: Said, listening: Listening): Reading | undefined
  /**
   * Pure: somebody pressed a button under a letter of a broadcast of ours, which no dialogue wrote. `mailing` is the
   * broadcast's id.
   */
  pressed?(choice: string, mailing: string, listening: Listening): Reading | undefined
  /** Pure: a line said in a group that can be part of nothing this feature is told: 今晚谁打球. */
  isChatter?(line: string): boolean
  /** True when it took the line; then the line is kept, otherwise forgotten after five minutes. */
  overhear?(line: Overheard, doing: Doing): Promise<boolean>
  answer?(query: Query, doing: Doing): Promise<unknown>
  perform?(effect: Effect, doing: Doing): Promise<void>
  /** True when this feature owns the request and has carried it out. */
  carryOut?(request: Request, doing: Doing): Promise<boolean>
  hear?(fact: Fact, doing: Doing): Promise<void>
  /** How each kind of errand that it orders is run, by `feature.verb`. */
  readonly runs?: Readonly<Record<string, ErrandRun>>
  /** Does what the clock owes by now. `doing.by` is the house itself. */
  due?(doing: Doing): Promise<void>
  /** When `due` wants to be called next. */
  nextDueAt?(work: Work): Promise<Date | undefined>
}
