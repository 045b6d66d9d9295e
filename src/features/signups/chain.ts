import type { Chat } from '../../kernel/chat.ts'

/** 接龙: who wants to come to something, row after row, as a group writes it; this is the one list that counts. */
export interface Chain {
  /** `chain:12` */
  readonly id: string
  readonly version: number
  readonly number: number
  readonly title: string
  /** As it was typed. */
  readonly heading: string
  /** The group, or the private chat of whoever pasted it there. */
  readonly chat: Chat
  readonly chatKey: string
  /** Code of whoever began it, where the roster knows them. */
  readonly startedBy?: string
  /** Heads in all and of one company; left out: as many as come. */
  readonly places?: number
  readonly perCompany?: number
  readonly closesAt?: Date
  readonly state: 'open' | 'closed'
  /** Keys of conflicts that were said already. */
  readonly told: readonly string[]
  /** Rows of each of the last postings, by `rowKey`: who copied from which list. */
  readonly postings: readonly (readonly string[])[]
  readonly startedAt: Date
  readonly changedAt: Date
}

/**
 * What only a person can settle. `who`: several it could be. `heads`: how many is not said. `maybe`: they do not know
 * yet. `edited`, `dropped`, `withdrawn`: somebody else changed, left out or took back the row. `which`: of two chains.
 */
export const DOUBTS = ['who', 'heads', 'maybe', 'edited', 'dropped', 'withdrawn', 'which'] as const
export type Doubt = (typeof DOUBTS)[number]

export interface Entry {
  /** `chain:12:3` */
  readonly id: string
  readonly version: number
  readonly chain: string
  /** The order in which they came. */
  readonly n: number
  /** As it was written, without telephones and the like. */
  readonly shown: string
  readonly person?: string
  readonly company?: string
  readonly heads: number
  readonly note?: string
  readonly state: 'in' | 'withdrawn' | 'doubtful'
  /** Who entered it: a code, or the name that the group shows. */
  readonly by: string
  /** Heads that have a place; the rest wait. */
  readonly seated: number
  /** Place in the waiting line: larger came later. */
  readonly queued: number
  /** Stood as a row in a posted list: then it may be missed in a later one. */
  readonly listed: boolean
  readonly doubt?: Doubt
  /** The message it was last read from. */
  readonly message?: string
  readonly at: Date
  readonly changedAt: Date
}

export const chainId = (number: number) => `chain:${number}`
export const entryId = (chain: string, n: number) => `${chain}:${n}`

/** A chain that nobody touched for so long is over, whatever it said: what a group counts is over in two weeks. */
const IDLE_DAYS = 14

export const openSince = (at: Date) => new Date(at.getTime() - IDLE_DAYS * 86_400_000)

export interface Tally {
  readonly seated: number
  readonly waiting: number
  readonly doubtful: number
  /** Places that are left; undefined where as many as come may. */
  readonly left?: number
}

export function tallyOf({ places }: Pick<Chain, 'places'>, entries: readonly Entry[]): Tally {
  const inside = entries.filter(({ state }) => state === 'in')
  const seated = inside.reduce((sum, entry) => sum + entry.seated, 0)
  return {
    seated,
    waiting: inside.reduce((sum, entry) => sum + entry.heads - entry.seated, 0),
    doubtful: entries.filter(({ state, doubt }) => state !== 'withdrawn' && doubt !== undefined).length,
    ...(places === undefined ? {} : { left: Math.max(0, places - seated) }),
  }
}

/** Stands for a row's text in `postings`: equal texts, equal keys, and no name can be read from it. */
export function rowKey(text: string): string {
  let hash = 0x811c9dc5
  for (const sign of text.replace(/[\s\p{P}\p{S}]/gu, ''))
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
}
