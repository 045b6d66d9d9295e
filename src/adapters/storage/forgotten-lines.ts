import type { ArrivalContent, StoredArrival } from '../../inbox/arrival.ts'
import type { Database } from './client.ts'
import { deleteUnusedFiles } from './person-data-files.storage.ts'
import type { Client } from './table.ts'

const NOTHING = `'{"kind": "message", "text": "", "addressed": "none"}'::jsonb`

/** An enclosure is stored some time after its line was written. */
const MARGIN_MS = 2 * 60_000

const filesIn = (contents: readonly ArrivalContent[]): readonly string[] =>
  contents.flatMap((content) =>
    content.kind === 'message' ? (content.files ?? []).map(({ sha256 }) => sha256) : [],
  )

/** The row stays, so that the same line is not taken in again. */
export async function forgetWords(client: Client, lines: readonly StoredArrival[]): Promise<void> {
  await client.$executeRawUnsafe(
    `UPDATE "Arrival" SET "state" = 'done', "personName" = NULL, "content" = ${NOTHING} WHERE "id" = ANY($1::text[])`,
    lines.map(({ id }) => id),
  )
  await deleteUnusedFiles(filesIn(lines.map(({ content }) => content)), client)
}

/** A new wording of what was said to us is evidence like the first one; of anything else it is not ours. */
export async function forgetChanges(client: Client, ids: readonly string[]): Promise<void> {
  await client.$executeRawUnsafe(
    `UPDATE "Arrival" e SET "personName" = NULL, "content" = e."content" || '{"text": ""}'
     WHERE e."id" = ANY($1::text[]) AND e."content"->>'kind' = 'edited' AND NOT EXISTS (
       SELECT FROM "Arrival" m WHERE m."conversation" = e."conversation" AND m."messageId" = e."content"->>'message'
         AND m."content"->>'kind' = 'message' AND m."state" IN ('waiting', 'done') AND m."content"->>'text' <> '')`,
    [...ids],
  )
}

export async function forgetHeard(database: Database, before: Date): Promise<number> {
  return database.$transaction(async (client) => {
    const rows = await client.$queryRawUnsafe<{ content: ArrivalContent }[]>(
      `DELETE FROM "Arrival" h WHERE h."state" = 'heard' AND h."at" < $1 AND NOT EXISTS (
         SELECT 1 FROM "Arrival" w WHERE w."state" = 'waiting' AND w."conversation" = h."conversation")
       RETURNING h."content"`,
      before,
    )
    // The same picture may be on its way in again just now: stored, and not yet referred to.
    const storedBefore = new Date(before.getTime() + MARGIN_MS)
    await deleteUnusedFiles(filesIn(rows.map(({ content }) => content)), client, storedBefore)
    return rows.length
  })
}
