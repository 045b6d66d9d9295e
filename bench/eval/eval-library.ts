/** A measured set as a library holds it, the same one that answers people, with nothing stored anywhere. */

import { createHash } from 'node:crypto'
import type { DocumentWithPassages } from '../../src/features/policy/library/policy.store.ts'
import { createLibrary, type Library } from '../../src/features/policy/library/policy-library.ts'
import { readDocument } from '../../src/features/policy/reading/read-document.ts'
import type { Wording } from '../../src/features/policy/search/wording.ts'
import type { Corpus } from '../search/corpus.ts'

/** `wordingsOf` as the lexicon has it. */
export async function libraryOf(
  { rows }: Corpus,
  wordingsOf: (question: string) => readonly Wording[],
): Promise<Library> {
  const current = rows.map(({ doc_id, title, text }) => stored(doc_id, title, text))
  const unused = () => Promise.reject(new Error('An evaluation changes no documents.'))
  const library = createLibrary({
    store: {
      generation: async () => 1,
      listChangedSince: async () => ({ current, past: [], gone: [] }),
      lock: unused,
      listNewest: unused,
      listNumbered: unused,
      add: unused,
      change: unused,
      remove: unused,
    },
    wordingsOf,
  })
  await library.refresh({ at: new Date(0) })
  return library
}

function stored(doc: string, title: string | null | undefined, text: string): DocumentWithPassages {
  const { passages, remarks, ...facts } = readDocument({
    name: doc,
    text,
    format: 'jsonl-row',
    ...(title ? { title } : {}),
  })
  return {
    document: {
      id: doc,
      facts,
      version: 1,
      current: true,
      audience: 'everybody',
      scanned: false,
      checked: undefined,
      sha256: createHash('sha256').update(text).digest('hex'),
      file: '',
      remarks,
      passages: passages.length,
      addedBy: 'eval',
      addedAt: new Date(0),
    },
    passages,
  }
}
