import type { Work } from '../../kernel/work.ts'
import { roundOf } from './round.ts'
import type { Client, Table } from './table.ts'

/** What processes hold in memory and take up anew when its number was raised. */
type Held = 'documents' | 'links' | 'lexicon'

interface GenerationRow {
  readonly id: string
  readonly generation: bigint
}
const GENERATIONS: Table<GenerationRow> = {
  name: 'PolicyGeneration',
  key: 'id',
  columns: ['id', 'generation'],
}

/** Whoever changes documents holds it to the end of the transaction, so that generations are in the order of commits. */
export const LOCK = 'SELECT pg_advisory_xact_lock(7103)'

/** 0 before the first change. One batched read. */
export async function generationOf(held: Held, work: Work): Promise<number> {
  const row = await roundOf(work).get(GENERATIONS, held)
  return Number(row?.generation ?? 0n)
}

/** Whoever raises it holds the row to the end of the transaction, so that generations are in the order of commits. */
export async function raise(held: Held, client: Client): Promise<bigint> {
  const [row] = await client.$queryRawUnsafe<{ generation: bigint }[]>(
    `INSERT INTO "PolicyGeneration" ("id", "generation") VALUES ($1, 1)
     ON CONFLICT ("id") DO UPDATE SET "generation" = "PolicyGeneration"."generation" + 1 RETURNING "generation"`,
    held,
  )
  return row?.generation ?? 0n
}
