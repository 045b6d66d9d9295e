import { OpenAIEmbeddings } from '@langchain/openai'
import { z } from 'zod'
import type { EmbeddingConfig } from '../../config.ts'
import type { Embedder } from '../../features/policy/search/embedder.ts'
import type { Log } from '../../log.ts'
import { type Breaker, openBreaker } from './breaker.ts'
import { fetchAtMost } from './limited-fetch.ts'
import { failureOf } from './model-failure.ts'

/** As JSON a vector of 4,096 numbers is some 90 KB; 64 of them are what is asked for at once. */
const LARGEST_ANSWER_BYTES = 16 * 1024 * 1024
const REQUEST_MS = 30_000
/** What models of this kind take at least; a passage is far below. */
const LONGEST_TEXT = 2_000
const Vectors = z.array(z.array(z.number()).min(2).max(16_384))

/** Any server that speaks OpenAI's embeddings; nothing is sent until something is to be embedded. */
export function openEmbedder(
  { baseUrl, apiKey, model }: EmbeddingConfig,
  log: Pick<Log, 'warn'>,
  breaker: Breaker = openBreaker(),
): Embedder {
  const ask = (texts: readonly string[], signal: AbortSignal) =>
    new OpenAIEmbeddings({
      model,
      apiKey,
      // One request, whose limits are ours; a second try is the next round's.
      batchSize: texts.length,
      maxRetries: 0,
      timeout: REQUEST_MS,
      stripNewLines: false,
      // Asked for in base64, some servers send plain numbers all the same.
      encodingFormat: 'float',
      configuration: {
        baseURL: baseUrl ?? 'https://api.openai.com/v1',
        logLevel: 'off',
        maxRetries: 0,
        fetch: (input: string | URL | Request, init?: RequestInit) =>
          fetchAtMost(LARGEST_ANSWER_BYTES, input, {
            ...init,
            signal: AbortSignal.any([signal, ...(init?.signal ? [init.signal] : [])]),
          }),
      },
    }).embedDocuments(texts.map((text) => text.slice(0, LONGEST_TEXT)))

  return {
    model,
    async embed(texts, signal) {
      if (texts.length === 0) return []
      const attempt = breaker.begin()
      if (attempt === undefined) return undefined
      const said = await ask(texts, signal).then(
        (vectors) => ({ vectors: checked(vectors, texts.length) }),
        (error: unknown) => ({ failure: failureOf(error, signal) }),
      )
      if ('vectors' in said && said.vectors !== undefined) {
        attempt.succeeded()
        return said.vectors
      }
      // The house closed, or somebody's patience ended: the model is not to blame.
      if (!signal.aborted) {
        const failure = 'failure' in said ? said.failure : { why: 'unusable' as const }
        log.warn('an embedding model was of no help; words alone are searched', { ...failure })
      }
      if (attempt.failed()) log.warn('the embedding model is left alone for a minute', {})
      return undefined
    },
  }
}

/** Vectors of one length, as many as were asked for, each brought to length one. */
function checked(said: unknown, count: number): readonly Float32Array[] | undefined {
  const vectors = Vectors.safeParse(said).data
  if (vectors === undefined || vectors.length !== count) return undefined
  if (vectors.some(({ length }) => length !== vectors[0]?.length)) return undefined
  const units = vectors.map(unit)
  return units.every((vector) => vector !== undefined) ? units : undefined
}

function unit(vector: readonly number[]): Float32Array | undefined {
  const length = Math.hypot(...vector)
  return Number.isFinite(length) && length > 0
    ? Float32Array.from(vector, (value) => value / length)
    : undefined
}
