import { type Chain, type Doubt, type Entry, entryId } from '../chain.ts'
import { headsOf, type Row, readRow } from '../reading/read-row.ts'
import type { Named } from '../reading/who.ts'

/** The list while something said is worked into it. */
export interface DraftList {
  readonly chain: Chain
  readonly at: Date
  readonly entries: Entry[]
}

export interface NewEntry {
  readonly shown: string
  readonly named: Named
  readonly heads: number
  readonly by: string
  readonly listed: boolean
  readonly message?: string
  readonly note?: string
  readonly doubt?: Doubt
  readonly state?: Entry['state']
}

const nextOf = (entries: readonly Entry[], key: 'n' | 'queued') =>
  entries.reduce((most, entry) => Math.max(most, entry[key]), 0) + 1

export function addEntry({ chain, at, entries }: DraftList, added: NewEntry): Entry {
  const { named, shown, heads, by, listed, message, note, doubt, state = 'in' } = added
  const n = nextOf(entries, 'n')
  const entry: Entry = {
    id: entryId(chain.id, n),
    version: 0,
    chain: chain.id,
    n,
    shown,
    ...(named.person === undefined ? {} : { person: named.person }),
    ...(named.company === undefined ? {} : { company: named.company }),
    heads,
    ...(note === undefined ? {} : { note }),
    state,
    by,
    seated: 0,
    queued: nextOf(entries, 'queued'),
    listed,
    ...(doubt === undefined ? {} : { doubt }),
    ...(message === undefined ? {} : { message }),
    at,
    changedAt: at,
  }
  entries.push(entry)
  return entry
}

export function changeEntry({ at, entries }: DraftList, id: string, change: Partial<Entry>): void {
  const place = entries.findIndex((entry) => entry.id === id)
  const entry = entries[place]
  if (entry !== undefined) entries[place] = { ...entry, ...change, changedAt: at }
}

/** Settled by what was said now: nobody has to look any more. */
export function settled(entry: Entry): Entry {
  const { doubt: _doubt, ...rest } = entry
  return rest
}

/** The name in a row's text, for the entries that no person stands behind. */
export const namingOf = (shown: string): string =>
  (readRow(shown)?.naming ?? shown).replace(/[\s\p{P}]/gu, '')

/** As it stands in the list once the heads were changed by a word. */
export const shownWith = (shown: string, heads: number): string => {
  const name = readRow(shown)?.naming || shown
  return heads === 1 ? name : `${name} ${heads}人`
}

/** Heads for each who is named in a row: the first brings whoever else comes. */
export function headsFor(row: Row, names: number): readonly number[] {
  const all = headsOf(row, names)
  return Array.from({ length: names }, (_, n) => (n === 0 ? Math.max(1, all - (names - 1)) : 1))
}

/** Comes (back) to the list, at the end of the line unless they left it in this very moment. */
export function comesBack(
  list: DraftList,
  entry: Entry,
  heads: number,
  shown: string,
  message: string | undefined,
): void {
  const isNow = entry.changedAt.getTime() === list.at.getTime()
  changeEntry(list, entry.id, {
    state: 'in',
    heads,
    shown,
    ...(message === undefined ? {} : { message }),
    ...(isNow ? {} : { queued: nextOf(list.entries, 'queued'), seated: 0 }),
  })
}

export function changesHeads(list: DraftList, entry: Entry, heads: number, shown: string): void {
  // Those that are added wait behind whoever came meanwhile.
  const queued = heads > entry.heads ? nextOf(list.entries, 'queued') : entry.queued
  changeEntry(list, entry.id, { heads, shown, queued, seated: Math.min(entry.seated, heads) })
}
