import type { SentFilesStore } from '../../features/policy/library/sent-files.store.ts'
import { chatKey } from '../../kernel/chat.ts'
import type { FileRef } from '../../kernel/letter-draft.ts'
import { roundOf } from './round.ts'

export function sentFilesStorage(): SentFilesStore {
  return {
    listLast: ({ chat, personId }, since, work) =>
      roundOf(work).query(async (client) => {
        // A conversation's key begins with its chat's, so that the index over conversations serves a chat too.
        // Where what was sent last could not be had, what came before it is not what is meant.
        const [row] = await client.$queryRawUnsafe<{ files: FileRef[] | null }[]>(
          `SELECT "content"->'files' AS "files" FROM "Arrival"
           WHERE starts_with("conversation", $1) AND "personId" = $2 AND "at" >= $3::timestamptz
             AND "content"->>'kind' = 'message'
             AND jsonb_array_length(coalesce("content"->'files', '[]') || coalesce("content"->'unread', '[]')) > 0
           ORDER BY "seq" DESC LIMIT 1`,
          `${chatKey(chat)}|`,
          personId,
          since,
        )
        return row?.files ?? []
      }),
  }
}
