import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Index } from 'flexsearch'
import {
  documentsOf,
  type Engine,
  type EngineParts,
  flatten,
  PASSAGES_FOR_TEN,
  plainQuestion,
  sameTokens,
} from './engine.ts'

const createIndex = () => new Index({ tokenize: 'strict', encode: sameTokens, resolution: 9 })

export function flexsearch({ folder }: EngineParts): Engine {
  const file = (part: string) => join(folder, `flexsearch-${part}`)
  let index = createIndex()
  let docs: string[] = []
  return {
    async build(documents) {
      for (const { id, doc, text } of flatten(documents)) {
        docs.push(doc)
        index.add(id, text)
      }
    },
    async keep() {
      const parts: string[] = []
      await index.export(async (key: string, data: string) => {
        parts.push(key)
        await writeFile(file(key), data ?? '')
      })
      await writeFile(file('docs'), JSON.stringify({ docs, parts }))
    },
    async load() {
      const kept = JSON.parse(await readFile(file('docs'), 'utf8'))
      docs = kept.docs
      index = createIndex()
      for (const part of kept.parts) index.import(part, await readFile(file(part), 'utf8'))
    },
    async search(question, top) {
      const found = index.search(plainQuestion(question), { limit: PASSAGES_FOR_TEN, suggest: true })
      return documentsOf(
        (found as number[]).map((id) => docs[id] as string),
        top,
      )
    },
  }
}
