import type { Embedder } from '../../search/embedder.ts'

/** A passage as it is shown to whoever writes an answer from it. */
export interface ShownPassage {
  /** By which the writer cites it: 1, 2, 3. */
  readonly number: number
  readonly title: string
  readonly locator: string
  readonly text: string
}

/** One sentence of a written answer, with where it is from. Nothing of it is believed before it was checked. */
export interface WrittenSentence {
  readonly text: string
  readonly cites: readonly { readonly passage: number; readonly quote: string }[]
}

/** A model that words an answer from the passages it is shown, if one is configured. */
export interface AnswerWriter {
  /** Never throws; undefined where it was of no help within the signal's time. */
  write(
    question: string,
    passages: readonly ShownPassage[],
    signal: AbortSignal,
  ): Promise<readonly WrittenSentence[] | undefined>
}

/** A model that says the same in the words that rules use. */
export interface QuestionRewriter {
  /** Never throws; empty where it was of no help. */
  rewrite(question: string, signal: AbortSignal): Promise<readonly string[]>
}

/** What models do for policy answers; each part may be missing. */
export interface PolicyKnowledge {
  readonly writer?: AnswerWriter
  readonly rewriter?: QuestionRewriter
  readonly embedder?: Embedder
  /** Whose documents a model may be shown: it may stand in somebody else's house. */
  readonly shown: 'everybody' | 'all'
  /** How long an asker waits for it all, in milliseconds. */
  readonly patienceMs: number
}
