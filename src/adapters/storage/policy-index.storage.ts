import type { KeptIndexStore, KeptName } from '../../features/policy/library/kept-index.store.ts'
import { roundOf } from './round.ts'

/** Parts are found by their format: until all of them are written they have another. */
const unfinished = (format: string) => `${format} unfinished`

const prefixOf = ({ generation, format, writer }: KeptName) => `${generation}/${format}/${writer}#`

export function policyIndexStorage(): KeptIndexStore {
  return {
    findNewest: (format, work) =>
      roundOf(work).query(async (client) => {
        const [row] = await client.$queryRawUnsafe<{ name: string; generation: bigint; parts: number }[]>(
          `SELECT split_part("id", '#', 1) AS name, "generation", count(*)::int AS parts FROM "PolicyIndexPart"
           WHERE "format" = $1 GROUP BY 1, 2 ORDER BY "generation" DESC, 1 LIMIT 1`,
          format,
        )
        if (row === undefined) return undefined
        const writer = row.name.split('/').at(-1) ?? ''
        return { format, writer, generation: Number(row.generation), parts: row.parts }
      }),
    findPart: (name, part, work) =>
      roundOf(work).query(async (client) => {
        // As base64: the driver takes three times as long over PostgreSQL's own way of writing bytes.
        const [row] = await client.$queryRawUnsafe<{ bytes: string }[]>(
          `SELECT encode("bytes", 'base64') AS bytes FROM "PolicyIndexPart" WHERE "id" = $1`,
          `${prefixOf(name)}${part}`,
        )
        return row && Buffer.from(row.bytes, 'base64')
      }),
    putPart: (name, part, bytes, work) =>
      roundOf(work).query(async (client) => {
        await client.policyIndexPart.create({
          data: {
            id: `${prefixOf(name)}${part}`,
            generation: BigInt(name.generation),
            format: unfinished(name.format),
            part,
            bytes: Uint8Array.from(bytes),
            writtenAt: work.at,
          },
        })
      }),
    publish: (name, parts, work) =>
      roundOf(work).query(async (client) => {
        const generation = BigInt(name.generation)
        const id = { startsWith: prefixOf(name) }
        const there = await client.policyIndexPart.updateMany({
          where: { id },
          data: { format: name.format },
        })
        if (there.count !== parts) {
          await client.policyIndexPart.deleteMany({ where: { id } })
          return false
        }
        await client.policyIndexPart.deleteMany({ where: { generation: { lte: generation }, NOT: { id } } })
        return true
      }),
  }
}
