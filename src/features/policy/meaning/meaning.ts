/** What passages mean to an embedding model: made in the background, kept in the database, never needed. */

import { digest } from '../../../files/digest.ts'
import type { Transactions } from '../../../kernel/work.ts'
import type { Embedder } from '../search/embedder.ts'
import type { PassageKey } from '../search/hit.ts'
import type { EmbeddedPassage, EmbeddingsStore } from './embeddings.store.ts'
import { createVectors } from './vectors.ts'

/** Passages read and compared at a time; other work has its turn in between. */
const AT_ONCE = 500
/** Texts for one request: servers in one's own house take no more in good time. */
const TEXTS_A_REQUEST = 32
/** Near passages handed to the search; of each place a score comes from its rank alone. */
const NEAREST = 100

export interface MeaningParts {
  readonly store: EmbeddingsStore
  readonly transactions: Transactions
  readonly now: () => Date
  readonly embedder: Embedder
  readonly shown: 'everybody' | 'all'
}

export interface Progress {
  /** Passages whose meaning is known, and of how many. */
  readonly done: number
  readonly total: number
}

export interface Meaning {
  /**
   * Takes up what is kept and makes what is missing, a request at a time; what was made stays, whatever ends it.
   * `isComplete` is false where the model was of no help or the signal ended it: then again later.
   */
  catchUp(options: {
    readonly signal: AbortSignal
    /** Only what is kept: nothing is asked of the model. */
    readonly keptOnly?: boolean
    onProgress?(progress: Progress): void
  }): Promise<Progress & { readonly isComplete: boolean }>
  /** The passages nearest to a question, nearest first. Empty where the model is of no help; never throws. */
  nearest(question: string, signal: AbortSignal): Promise<readonly PassageKey[]>
}

export function openMeaning({ store, transactions, now, embedder, shown }: MeaningParts): Meaning {
  const vectors = createVectors()
  /** Passages that say the same words share a vector. */
  let places = new Map<string, PassageKey[]>()
  let known: number | undefined
  let running: Promise<unknown> = Promise.resolve()

  const idOf = ({ title, heading, text }: EmbeddedPassage) =>
    `${embedder.model}@${digest(new TextEncoder().encode(wordsOf({ title, heading, text })))}`

  /** All there is to embed, by id, and which of it is not in memory. */
  async function look(signal: AbortSignal) {
    const there = new Map<string, PassageKey[]>()
    const wanted = new Map<string, string>()
    let total = 0
    let after: PassageKey | undefined
    while (!signal.aborted) {
      const from = after === undefined ? {} : { after }
      const page = await transactions.inOne(now(), (work) =>
        store.listPassages({ ...from, limit: AT_ONCE, shown }, work),
      )
      for (const passage of page) {
        const id = idOf(passage)
        const { id: document, position } = passage
        there.set(id, [...(there.get(id) ?? []), { id: document, position }])
        if (!vectors.has(id)) wanted.set(id, wordsOf(passage))
      }
      total += page.length
      const last = page.at(-1)
      if (last === undefined || page.length < AT_ONCE) break
      after = { id: last.id, position: last.position }
    }
    return { there, wanted, total }
  }

  async function recall(wanted: Map<string, string>): Promise<void> {
    const ids = [...wanted.keys()]
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE)
      const kept = await transactions.inOne(now(), (work) => store.list(some, work))
      for (const { id, vector } of kept) {
        vectors.add(id, vector)
        if (vectors.has(id)) wanted.delete(id)
      }
    }
  }

  /** False where the model was of no help. */
  async function make(wanted: ReadonlyMap<string, string>, signal: AbortSignal): Promise<boolean> {
    const made = await embedder.embed([...wanted.values()], signal)
    if (made === undefined) return false
    const rows = [...wanted.keys()].map((id, at) => ({ id, vector: made[at] as Float32Array }))
    await transactions.inOne(now(), (work) => store.add(rows, embedder.model, work))
    for (const { id, vector } of rows) vectors.add(id, vector)
    // A server that changed its mind about the length of its vectors: nothing new can be compared.
    return rows.every(({ id }) => vectors.has(id))
  }

  const catchUp: Meaning['catchUp'] = async ({ signal, keptOnly = false, onProgress }) => {
    const generation = await transactions.inOne(now(), (work) => store.generation(work))
    if (generation === known && (keptOnly || vectors.size === places.size))
      return { done: vectors.size, total: places.size, isComplete: vectors.size === places.size }
    const { there, wanted, total } = await look(signal)
    if (signal.aborted) return { done: 0, total, isComplete: false }
    vectors.keep(new Set(there.keys()))
    await recall(wanted)
    places = there
    known = generation
    const progress = () => ({ done: there.size - wanted.size, total: there.size })
    onProgress?.(progress())
    while (!keptOnly && wanted.size > 0 && !signal.aborted) {
      const some = new Map([...wanted].slice(0, TEXTS_A_REQUEST))
      if (!(await make(some, signal))) break
      for (const id of some.keys()) wanted.delete(id)
      onProgress?.(progress())
    }
    return { ...progress(), isComplete: wanted.size === 0 }
  }

  /** One after another: two at once would ask for the same. */
  const inTurn: Meaning['catchUp'] = (options) => {
    const turn = running.then(() => catchUp(options))
    running = turn.catch(() => undefined)
    return turn
  }

  return {
    catchUp: inTurn,
    async nearest(question, signal) {
      try {
        // What another process made meanwhile is taken up; a long making in this one is not waited for.
        if (known === undefined) await inTurn({ signal, keptOnly: true })
        if (vectors.size === 0) return []
        const vector = (await embedder.embed([question], signal))?.[0]
        if (vector === undefined) return []
        return vectors.nearest(vector, NEAREST).flatMap((id) => places.get(id) ?? [])
      } catch {
        // The database is away for a moment: words alone are searched.
        return []
      }
    },
  }
}

/** A passage is placed with its title and heading: 第三条 alone says little. */
function wordsOf({ title, heading, text }: Pick<EmbeddedPassage, 'title' | 'heading' | 'text'>): string {
  return [title, heading, text].filter((part) => part !== '').join('\n')
}
