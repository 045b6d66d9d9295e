import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { create, insertMultiple, load, save, search } from '@orama/orama'
import {
  documentsOf,
  type Engine,
  type EngineParts,
  flatten,
  PASSAGES_FOR_TEN,
  plainQuestion,
  sameTokens,
} from './engine.ts'

const createIndex = () =>
  create({
    schema: { doc: 'enum', text: 'string' },
    components: {
      tokenizer: { language: 'chinese', normalizationCache: new Map(), tokenize: (text) => sameTokens(text) },
    },
  })

export function orama({ folder }: EngineParts): Engine {
  const file = join(folder, 'orama.bin')
  let index = createIndex()
  return {
    async build(documents) {
      await insertMultiple(
        index,
        flatten(documents).map(({ doc, text }) => ({ doc, text })),
      )
    },
    // Of very many passages its JSON is longer than a string can be.
    keep: () => writeFile(file, serialize(save(index))),
    async load() {
      index = createIndex()
      load(index, deserialize(await readFile(file)))
    },
    async search(question, top) {
      const term = plainQuestion(question)
      const { hits } = await search(index, { term, properties: ['text'], limit: PASSAGES_FOR_TEN })
      return documentsOf(
        hits.map(({ document }) => String(document.doc)),
        top,
      )
    },
  }
}
