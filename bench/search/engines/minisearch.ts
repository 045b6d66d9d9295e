import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import {
  documentsOf,
  type Engine,
  type EngineParts,
  type Flat,
  flatten,
  PASSAGES_FOR_TEN,
  plainQuestion,
  sameTokens,
} from './engine.ts'

const options = {
  fields: ['text'],
  storeFields: ['doc'],
  tokenize: (text: string) => sameTokens(text),
  processTerm: (term: string) => term,
}

export function minisearch({ folder }: EngineParts): Engine {
  const file = join(folder, 'minisearch.json')
  let index = new MiniSearch<Flat>(options)
  return {
    async build(documents) {
      index.addAll(flatten(documents))
    },
    keep: () => writeFile(file, JSON.stringify(index)),
    async load() {
      index = MiniSearch.loadJSON<Flat>(await readFile(file, 'utf8'), options)
    },
    async search(question, top) {
      const found = index.search(plainQuestion(question)).slice(0, PASSAGES_FOR_TEN)
      return documentsOf(
        found.map(({ doc }) => String(doc)),
        top,
      )
    },
  }
}
