import type { ReadDocument } from '../../../src/features/policy/library/policy-document.ts'
import { withoutAskingWords } from '../../../src/features/policy/search/question-words.ts'
import { articleTokensOf, tokensOf } from '../../../src/features/policy/search/tokens.ts'

/** A way of searching. One process builds and keeps it, another loads and asks it, as after a restart. */
export type Engine = {
  build(documents: readonly ReadDocument[]): Promise<void>
  /** Writes down what was built. */
  keep(): Promise<void>
  load(): Promise<void>
  /** Names of documents, best first and each once, `top` at most. */
  search(question: string, top: number): Promise<string[]>
  /** Bytes that it needs outside of this process. */
  bytesBesides?(): Promise<number>
}

export type EngineParts = {
  /** A folder of its own. */
  folder: string
  /** A PostgreSQL database that every engine has to itself. */
  databaseUrl: string
}

/** A passage as those see it that know no documents. */
export type Flat = { id: number; doc: string; text: string }

/** How many passages are looked at for ten documents. */
export const PASSAGES_FOR_TEN = 40

export function flatten(documents: readonly ReadDocument[]): Flat[] {
  return documents
    .flatMap(({ doc, title, passages }) =>
      passages.map(({ locator, heading, text }) => ({
        doc,
        text: `${title} ${heading}\n${locator}\n${text}`,
      })),
    )
    .map((passage, id) => ({ id, ...passage }))
}

/** The tokens that our own index compares, for passages and for questions alike. */
export function sameTokens(text: string): string[] {
  return [...tokensOf(text), ...articleTokensOf(text)]
}

/** The question without its asking words, which helps everybody. */
export const plainQuestion = (question: string) => withoutAskingWords(question)

/** Passages as documents, each where its best passage is. */
export function documentsOf(docs: Iterable<string>, top: number): string[] {
  return [...new Set(docs)].slice(0, top)
}
