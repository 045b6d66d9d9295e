/** What was confirmed about documents, as this process knows it; read anew when somebody decided something. */

import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import type { DocumentWithPassages, StoredDocument } from '../library/policy.store.ts'
import type { DocumentLink } from './document-link.ts'
import type { LinksStore } from './links.store.ts'
import { readLinks } from './read-links.ts'
import { isMeant } from './validity.ts'

export interface Links {
  /** One batched read where nothing changed. */
  confirmed(work: Work): Promise<readonly DocumentLink[]>
  /** This transaction decides something: what it sees is not kept, for it may yet be undone. */
  isChangedBy(work: Work): void
}

export function createLinks(store: LinksStore): Links {
  let known: { generation: number; links: readonly DocumentLink[] } | undefined
  const writers = new WeakSet<Work>()
  return {
    isChangedBy: (work) => void writers.add(work),
    async confirmed(work) {
      if (writers.has(work)) return store.listConfirmed(work)
      const generation = await store.generation(work)
      if (known?.generation !== generation) known = { generation, links: await store.listConfirmed(work) }
      return known.links
    },
  }
}

/** Notes what freshly taken in documents say about others, for staff to confirm. */
export async function noteLinks(
  store: LinksStore,
  fresh: readonly DocumentWithPassages[],
  by: string,
  work: Work,
): Promise<void> {
  const found = fresh.flatMap(({ document, passages }) =>
    readLinks({ title: document.facts.title, passages: [...passages] }).map((mention) => ({
      ...mention,
      id: newId('link', work.at),
      doc: document.facts.doc,
      state: 'found' as const,
      notedBy: by,
      notedAt: work.at,
    })),
  )
  if (found.length > 0) await store.note(found, work)
}

/** The document that a mention is about; undefined where it is not in the house, or several could be meant. */
export function otherOf(
  mention: { title: string; number?: string },
  doc: string,
  documents: readonly StoredDocument[],
): StoredDocument | undefined {
  const meant = documents.filter(({ facts }) => facts.doc !== doc && isMeant(mention, facts))
  return meant.length === 1 ? meant[0] : undefined
}
