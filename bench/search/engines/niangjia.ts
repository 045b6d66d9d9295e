import { openDatabase, openTransactions } from '../../../src/adapters/storage/client.ts'
import { policyIndexStorage } from '../../../src/adapters/storage/policy-index.storage.ts'
import { keepFor, restoreKept, type Within } from '../../../src/features/policy/library/load-library.ts'
import { createLexicon } from '../../../src/features/policy/search/lexicon/lexicon.ts'
import { createPassageIndex } from '../../../src/features/policy/search/passage-index.ts'
import { readLexiconFile } from '../../../src/read-lexicon-file.ts'
import type { Engine, EngineParts } from './engine.ts'

/** Ours, kept in the database as the house keeps it. */
export function niangjia({ databaseUrl }: EngineParts, { lexicon }: { lexicon: boolean }): Engine {
  const transactions = openTransactions(openDatabase(databaseUrl))
  const within: Within = (act) => transactions.inOne(new Date(), act)
  const kept = policyIndexStorage()
  const { wordingsOf } = createLexicon(lexicon ? readLexiconFile() : [])
  let index = createPassageIndex()
  return {
    async build(documents) {
      for (const document of documents) index.add(document)
    },
    keep: () => keepFor(kept, index, 1, within),
    async load() {
      const restored = await restoreKept(kept, within, () => undefined)
      if (restored === undefined) throw new Error('Nothing was kept.')
      index = restored.index
    },
    async search(question, top) {
      return index.search(question, { top, also: wordingsOf(question) }).map(({ doc }) => doc)
    },
  }
}
