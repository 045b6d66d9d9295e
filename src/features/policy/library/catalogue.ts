/** The documents in memory by their names and titles: no more of each than finding and refusing it takes. */

import { plainTitle, spokenTitle, titlesNamed } from '../search/named-document.ts'
import type { DocumentAudience } from './document-audience.ts'

/** One version. */
export type Entry = {
  /** Of the version. */
  readonly id: string
  /** Its name, which all versions share. */
  readonly doc: string
  readonly audience: DocumentAudience
  /** An edition that was replaced under its name and answers for its time. */
  readonly isPast: boolean
  /** As `plainTitle` gives it. */
  readonly title: string
}

export type Catalogue = {
  add(entry: Omit<Entry, 'title'>, title: string): void
  /** All that bears this name; gives what was there. */
  remove(doc: string): Entry[]
  findById(id: string): Entry | undefined
  /** The version that holds now. */
  findCurrent(doc: string): Entry | undefined
  /** Current documents whose title is said in the question. */
  named(question: string): Entry[]
  /** Of a rule: what bears the same title, past editions too. */
  titled(title: string): Entry[]
  /** All versions under this name. */
  versions(doc: string): Entry[]
  current(): Iterable<Entry>
}

export function createCatalogue(): Catalogue {
  const byId = new Map<string, Entry>()
  const byDoc = new Map<string, Entry[]>()
  const byTitle = new Map<string, Entry[]>()
  /** By the title as people say it, which the articles of a statute share. */
  const bySpoken = new Map<string, Set<Entry>>()

  const currentOf = (entries: readonly Entry[]) => entries.filter(({ isPast }) => !isPast)

  function forget(entry: Entry): void {
    byId.delete(entry.id)
    const titled = byTitle.get(entry.title)?.filter((other) => other !== entry) ?? []
    if (titled.length > 0) byTitle.set(entry.title, titled)
    else byTitle.delete(entry.title)
    const spoken = spokenTitle(entry.title)
    const same = bySpoken.get(spoken)
    same?.delete(entry)
    if (same?.size === 0) bySpoken.delete(spoken)
  }

  return {
    add(given, title) {
      const entry = { ...given, title: plainTitle(title) }
      byId.set(entry.id, entry)
      push(byDoc, entry.doc, entry)
      const spoken = spokenTitle(entry.title)
      if (spoken === '') return
      push(byTitle, entry.title, entry)
      const same = bySpoken.get(spoken)
      if (same === undefined) bySpoken.set(spoken, new Set([entry]))
      else same.add(entry)
    },
    remove(doc) {
      const gone = byDoc.get(doc) ?? []
      byDoc.delete(doc)
      for (const entry of gone) forget(entry)
      return gone
    },
    findById: (id) => byId.get(id),
    findCurrent: (doc) => currentOf(byDoc.get(doc) ?? [])[0],
    named: (question) =>
      titlesNamed(question, bySpoken.keys()).flatMap((spoken) =>
        currentOf([...(bySpoken.get(spoken) ?? [])]),
      ),
    titled: (title) => byTitle.get(plainTitle(title)) ?? [],
    versions: (doc) => byDoc.get(doc) ?? [],
    *current() {
      for (const entry of byId.values()) if (!entry.isPast) yield entry
    },
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const there = map.get(key)
  if (there === undefined) map.set(key, [value])
  else there.push(value)
}
