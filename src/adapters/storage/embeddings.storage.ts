import type { EmbeddedPassage, EmbeddingsStore } from '../../features/policy/meaning/embeddings.store.ts'
import { roundOf } from './round.ts'

interface EmbeddingRow {
  readonly id: string
  readonly vector: Uint8Array
}

/** As `policy.storage` keeps it: one number for all documents. */
const GENERATION = `SELECT "generation" FROM "PolicyGeneration" WHERE "id" = 'documents'`

export function embeddingsStorage(): EmbeddingsStore {
  return {
    generation: (work) =>
      roundOf(work).query(async (client) => {
        const [row] = await client.$queryRawUnsafe<{ generation: bigint }[]>(GENERATION)
        return Number(row?.generation ?? 0n)
      }),
    listPassages: ({ after, limit, shown }, work) =>
      roundOf(work).query((client) =>
        client.$queryRawUnsafe<EmbeddedPassage[]>(
          `SELECT p."document" AS "id", p."position", d."title", p."heading", p."text"
           FROM "PolicyPassage" p JOIN "PolicyDocument" d ON d."id" = p."document"
           WHERE d."current" AND ($1 = 'all' OR d."audience" = 'everybody')
             AND (p."document", p."position") > ($2, $3::int)
           ORDER BY p."document", p."position" LIMIT $4::int`,
          shown,
          after?.id ?? '',
          after?.position ?? -1,
          limit,
        ),
      ),
    list: (ids, work) =>
      roundOf(work).query(async (client) => {
        const rows = await client.$queryRawUnsafe<EmbeddingRow[]>(
          `SELECT "id", "vector" FROM "PolicyEmbedding" WHERE "id" = ANY($1::text[])`,
          ids,
        )
        return rows.flatMap(({ id, vector }) => {
          const numbers = floatsIn(vector)
          return numbers === undefined ? [] : [{ id, vector: numbers }]
        })
      }),
    add: (embeddings, model, work) =>
      roundOf(work).query(async (client) => {
        await client.policyEmbedding.createMany({
          data: embeddings.map(({ id, vector }) => ({
            id,
            model,
            vector: new Uint8Array(Float32Array.from(vector).buffer),
            madeAt: work.at,
          })),
          skipDuplicates: true,
        })
      }),
  }
}

/** Copied: bytes from the database may begin where no float may. */
function floatsIn(bytes: Uint8Array): Float32Array | undefined {
  return bytes.byteLength === 0 || bytes.byteLength % 4 !== 0
    ? undefined
    : new Float32Array(bytes.slice().buffer)
}
