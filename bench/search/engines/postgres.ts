import { openDatabase } from '../../../src/adapters/storage/client.ts'
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

const ROWS_AT_ONCE = 500
/** PostgreSQL keeps no more places of a word, nor later ones. */
const MOST_PLACES = 255
const LAST_PLACE = 16_383

const quoted = (token: string) => `'${token.replaceAll("'", "''")}'`

/** Full text search, ranked by `ts_rank` with the length of a passage taken into account. */
export function postgres({ databaseUrl }: EngineParts): Engine {
  const database = openDatabase(databaseUrl)
  return {
    async build(documents) {
      await database.$executeRawUnsafe('DROP TABLE IF EXISTS bench_passage')
      await database.$executeRawUnsafe('CREATE TABLE bench_passage (doc text, words tsvector)')
      const flat = flatten(documents)
      for (let from = 0; from < flat.length; from += ROWS_AT_ONCE) {
        const rows = flat.slice(from, from + ROWS_AT_ONCE)
        await database.$executeRawUnsafe(
          'INSERT INTO bench_passage SELECT doc, words::tsvector FROM unnest($1::text[], $2::text[]) AS row(doc, words)',
          rows.map(({ doc }) => doc),
          rows.map(vectorOf),
        )
      }
      await database.$executeRawUnsafe('CREATE INDEX ON bench_passage USING gin (words)')
      await database.$executeRawUnsafe('ANALYZE bench_passage')
    },
    // The table is what it keeps.
    keep: async () => undefined,
    async load() {
      await database.$queryRawUnsafe('SELECT 1')
    },
    async search(question, top) {
      const query = [...new Set(sameTokens(plainQuestion(question)))].map(quoted).join(' | ')
      const rows = await database.$queryRawUnsafe<{ doc: string }[]>(
        `SELECT doc FROM bench_passage, (SELECT $1::tsquery AS query) asked WHERE words @@ query
         ORDER BY ts_rank(words, query, 1) DESC, doc LIMIT ${PASSAGES_FOR_TEN}`,
        query,
      )
      return documentsOf(
        rows.map(({ doc }) => doc),
        top,
      )
    },
    async bytesBesides() {
      const [row] = await database.$queryRawUnsafe<{ bytes: bigint }[]>(
        `SELECT pg_total_relation_size('bench_passage') AS bytes`,
      )
      return Number(row?.bytes ?? 0)
    },
  }
}

function vectorOf({ text }: Flat): string {
  const places = new Map<string, number[]>()
  for (const [at, token] of sameTokens(text).entries()) {
    const there = places.get(token) ?? []
    if (there.length < MOST_PLACES) there.push(Math.min(at + 1, LAST_PLACE))
    places.set(token, there)
  }
  return [...places].map(([token, at]) => `${quoted(token)}:${at.join(',')}`).join(' ')
}
