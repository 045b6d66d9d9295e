import type { Entry } from './entry.ts'
import type { Past } from './past.ts'

/** An entry and its place among all that this process has shown; numbers only grow. */
export interface Numbered {
  readonly number: number
  readonly entry: Entry
}

/** Enough for an evening's absence; what lies further back is read from the history when asked for. */
const MOST_KEPT = 400

export interface Room {
  /** Rejects when the history cannot be read; the room is then no longer good. */
  readonly ready: Promise<void>
  /** An entry that is here already changes nothing. */
  publish(entry: Entry): void
  has(id: string): boolean
  hasLetter(id: string): boolean
  entries(): readonly Numbered[]
  /** Whoever has seen everything up to a number at or past this one needs only what came after it. */
  knownFrom(): number
  /** Whether the history has more before the first entry. */
  more(): boolean
  listen(listener: (entry: Numbered) => void): () => void
}

/**
 * One chat as long as somebody watches it: the past from the history, then what happens. It is the one list
 * by which entries are told apart, so a letter that is already in the history when it is sent (letters are
 * stored first) shows once.
 */
export function openRoom(load: () => Promise<Past>, nextNumber: () => number): Room {
  const entries: Numbered[] = []
  const ids = new Set<string>()
  const listeners = new Set<(entry: Numbered) => void>()
  const early: Entry[] = []
  let isLoaded = false
  let knownFrom = 0
  let more = false

  function add(entry: Entry): void {
    if (ids.has(entry.id)) return
    const numbered = { number: nextNumber(), entry }
    ids.add(entry.id)
    entries.push(numbered)
    if (entries.length > MOST_KEPT) {
      const [dropped] = entries.splice(0, 1) as [Numbered]
      ids.delete(dropped.entry.id)
      knownFrom = dropped.number
      more = true
    }
    for (const listener of listeners) listener(numbered)
  }

  async function fill(): Promise<void> {
    const past = await load()
    more = past.more
    for (const entry of past.entries) add(entry)
    knownFrom = entries.at(-1)?.number ?? nextNumber()
    isLoaded = true
    for (const entry of early.splice(0)) add(entry)
  }

  return {
    ready: fill(),
    publish(entry) {
      if (isLoaded) add(entry)
      else early.push(entry)
    },
    has: (id) => ids.has(id),
    hasLetter: (id) => entries.some(({ entry }) => entry.id === id && entry.kind === 'letter'),
    entries: () => entries,
    knownFrom: () => knownFrom,
    more: () => more,
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
