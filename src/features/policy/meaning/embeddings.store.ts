import type { Work } from '../../../kernel/work.ts'
import type { PassageKey } from '../search/hit.ts'

/** A passage with the words that are embedded of it. */
export interface EmbeddedPassage extends PassageKey {
  readonly title: string
  readonly heading: string
  readonly text: string
}

/** A vector as it is kept: `id` is model @ SHA-256 of the words, `vector` 32-bit floats of length one. */
export interface StoredEmbedding {
  readonly id: string
  readonly vector: Float32Array
}

export interface EmbeddingsStore {
  /** Raised by every change of documents; what was embedded at the same number is still complete. */
  generation(work: Work): Promise<number>
  /**
   * Passages of documents that are current, in the order of their keys, from behind this one on. `everybody`: only of
   * documents that everybody may read.
   */
  listPassages(
    options: { readonly after?: PassageKey; readonly limit: number; readonly shown: 'everybody' | 'all' },
    work: Work,
  ): Promise<readonly EmbeddedPassage[]>
  /** Those of these ids that are kept; one that cannot be read any more is left out. */
  list(ids: readonly string[], work: Work): Promise<readonly StoredEmbedding[]>
  /** What is there already stays: two processes may make the same. */
  add(embeddings: readonly StoredEmbedding[], model: string, work: Work): Promise<void>
}
