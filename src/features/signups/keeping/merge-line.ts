/** A single line → the list: 算我一个, 改成3人, 去不了了. What is said about oneself counts at once. Pure. */
import { type Chain, type Entry, rowKey } from '../chain.ts'
import type { Line } from '../reading/read-line.ts'
import type { Conflict } from './conflict.ts'
import {
  addEntry,
  changeEntry,
  changesHeads,
  comesBack,
  type DraftList,
  settled,
  shownWith,
} from './draft-list.ts'
import { isOwn, type Poster } from './poster.ts'

export interface LineTaken {
  readonly entries: readonly Entry[]
  readonly conflicts: readonly Conflict[]
  /** The entry it was about; undefined where it was about none. */
  readonly entry?: Entry
}

/** A +1 is a sign-up while the list is being talked of; later it may agree with anything. */
const WARM_MS = 30 * 60_000

export function mergeLine(
  { chain, entries, at }: { readonly chain: Chain; readonly entries: readonly Entry[]; readonly at: Date },
  line: Line,
  by: Poster,
  message: string | undefined,
  /** `told`: said to us about this chain. `others`: other chains are open in this group. */
  how: 'told' | 'overheard' | 'others',
): LineTaken {
  const list: DraftList = { chain, at, entries: [...entries] }
  const mine = list.entries.find((entry) => isOwn(entry, by))
  const isThere = mine !== undefined && mine.state !== 'withdrawn'
  const taken = (conflicts: readonly Conflict[] = []): LineTaken => {
    const entry = list.entries.find((one) => isOwn(one, by))
    return { entries: list.entries, conflicts, ...(entry === undefined ? {} : { entry }) }
  }
  switch (line.kind) {
    case 'leave':
      if (!isThere) return { entries, conflicts: [] }
      changeEntry(list, mine.id, { state: 'withdrawn', seated: 0 })
      return taken()
    case 'change':
    case 'more': {
      if (!isThere) return { entries, conflicts: [] }
      const heads = line.kind === 'change' ? line.heads : mine.heads + line.by
      if (heads < 1) changeEntry(list, mine.id, { state: 'withdrawn', seated: 0 })
      else changesHeads(list, mine, heads, shownWith(mine.shown, heads))
      return taken()
    }
    case 'join': {
      const isCold = line.isBare && at.getTime() - chain.changedAt.getTime() > WARM_MS
      const isSure = how === 'told' || (how === 'overheard' && !isCold)
      // Said again, and this time for sure: the doubt is over.
      if (isThere && mine.state === 'doubtful' && isSure)
        list.entries[list.entries.indexOf(mine)] = { ...settled(mine), state: 'in', changedAt: at }
      if (isThere) {
        if (!line.isBare && line.heads > 1 && line.heads !== mine.heads)
          changesHeads(
            list,
            list.entries.find(({ id }) => id === mine.id) ?? mine,
            line.heads,
            shownWith(mine.shown, line.heads),
          )
        return taken()
      }
      const shown = shownWith(by.name, line.heads)
      if (mine !== undefined && isSure) {
        comesBack(list, mine, line.heads, shown, message)
        return taken()
      }
      if (mine !== undefined) return { entries, conflicts: [] }
      const entry = addEntry(list, {
        shown,
        named: {
          ...(by.person === undefined ? {} : { person: by.person.code }),
          ...(by.person?.company === undefined ? {} : { company: by.person.company }),
          isUnsure: false,
          label: by.name,
        },
        heads: line.heads,
        by: by.key,
        listed: false,
        ...(message === undefined ? {} : { message }),
        ...(isSure ? {} : { doubt: 'which', state: 'doubtful' }),
      })
      const key = `${entry.id}:which:${rowKey(shown)}`
      return taken(isSure ? [] : [{ key, kind: 'which', n: entry.n, words: shown }])
    }
  }
}
