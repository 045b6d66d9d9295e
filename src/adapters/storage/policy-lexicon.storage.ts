import type {
  LexiconStore,
  OwnLine,
  OwnLineState,
} from '../../features/policy/search/lexicon/lexicon.store.ts'
import type { PolicyLexiconLine as LineRow } from './generated/client.ts'
import { generationOf, raise } from './policy-generation.storage.ts'
import { roundOf } from './round.ts'

export function policyLexiconStorage(): LexiconStore {
  return {
    generation: (work) => generationOf('lexicon', work),
    list: (work) =>
      roundOf(work).query(async (client) => {
        const rows = await client.policyLexiconLine.findMany({ orderBy: [{ addedAt: 'asc' }, { id: 'asc' }] })
        return rows.map(toLine)
      }),
    keep: (lines, work) =>
      roundOf(work).query(async (client) => {
        if (lines.length === 0) return
        const generation = await raise('lexicon', client)
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
        await raise('lexicon', client)
        await client.policyLexiconLine.deleteMany({ where: { id: { in: [...ids] } } })
      }),
  }
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
