import type { ModelQuestion } from './model-question.ts'

/** A model that fills the closed set of questions from words that the grammar could not read. */
export interface QuestionModel {
  /** Undefined where it is of no help. Never throws, and keeps a time limit of its own. */
  read(text: string, signal: AbortSignal): Promise<ModelQuestion | undefined>
}
