import type {
  LexiconStore,
  OwnLine,
  OwnLineState,
} from '../../features/policy/search/lexicon/lexicon.store.ts'
import type { PolicyLexiconLine as LineRow } from './generated/client.ts'
import { roundOf } from './round.ts'
import type { Client, Table } from './table.ts'

interface GenerationRow {
  readonly id: string
  readonly generation: bigint
}
const GENERATIONS: Table<GenerationRow> = {
  name: 'PolicyGeneration',
  key: 'id',
  columns: ['id', 'generation'],
}

export function policyLexiconStorage(): LexiconStore {
  return {
    async generation(work) {
      const row = await roundOf(work).get(GENERATIONS, 'lexicon')
      return Number(row?.generation ?? 0n)
    },
    list: (work) =>
      roundOf(work).query(async (client) => {
        const rows = await client.policyLexiconLine.findMany({ orderBy: [{ addedAt: 'asc' }, { id: 'asc' }] })
        return rows.map(toLine)
      }),
    keep: (lines, work) =>
      roundOf(work).query(async (client) => {
        if (lines.length === 0) return
        const generation = await raise(client)
        for (const line of lines) {
          const { id, said, written, ...rest } = toRow(line, generation)
          await client.policyLexiconLine.upsert({
            where: { said_written: { said, written } },
            create: { id, said, written, ...rest },
            update: rest,
          })
        }
      }),
    remove: (ids, work) =>
      roundOf(work).query(async (client) => {
        if (ids.length === 0) return
        await raise(client)
        await client.policyLexiconLine.deleteMany({ where: { id: { in: [...ids] } } })
      }),
  }
}

/** Whoever raises it holds the row to the end of the transaction, so that generations are in the order of commits. */
async function raise(client: Client): Promise<bigint> {
  const [row] = await client.$queryRawUnsafe<{ generation: bigint }[]>(
    `INSERT INTO "PolicyGeneration" ("id", "generation") VALUES ('lexicon', 1)
     ON CONFLICT ("id") DO UPDATE SET "generation" = "PolicyGeneration"."generation" + 1 RETURNING "generation"`,
  )
  return row?.generation ?? 0n
}

const toRow = ({ said, written, ...line }: OwnLine, generation: bigint): LineRow => ({
  ...line,
  said: said.join(' '),
  written: written.join(' '),
  generation,
})

const toLine = ({ generation: _generation, said, written, state, ...row }: LineRow): OwnLine => ({
  ...row,
  said: said.split(' '),
  written: written === '' ? [] : written.split(' '),
  state: state as OwnLineState,
})
