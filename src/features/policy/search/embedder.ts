/** A model that places texts by what they mean, if one is configured; never needed. */
export interface Embedder {
  /** Name and size: vectors of different models are never compared. */
  readonly model: string
  /** In the order of the texts, each of length one. Never throws; undefined where it was of no help. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<readonly Float32Array[] | undefined>
}
