import type { Arrival } from '../../inbox/arrival.ts'
import type { Letter } from '../../outbox/letter.ts'
import type { Database } from './client.ts'
import { type ArrivalRow, toArrival } from './inbox.storage.ts'
import { type LetterRow, toLetter } from './letter-row.ts'

export interface ChatHistory {
  listLetters(
    chat: string,
    until: Date | undefined,
    limit: number,
  ): Promise<readonly (Letter & { readonly at: Date })[]>
  listArrivals(chat: string, until: Date | undefined, limit: number): Promise<readonly Arrival[]>
  isLetter(chat: string, id: string): Promise<boolean>
}

/** What was said in a chat and is kept, for a page that opens it again. Oldest first. */
export function chatHistoryStorage(database: Database): ChatHistory {
  return {
    async listLetters(chat, until, limit) {
      const rows = await database.$queryRawUnsafe<LetterRow[]>(
        `SELECT * FROM "Letter" WHERE "chatKey" = $1 AND "state" IN ('sending', 'sent', 'uncertain')
           AND NOT ("text" = '' AND "extras" ? 'passing')
           AND ($2::timestamptz IS NULL OR coalesce("sentAt", "writtenAt") <= $2::timestamptz)
         ORDER BY "seq" DESC LIMIT $3`,
        chat,
        until ?? null,
        limit,
      )
      return rows.reverse().map((row) => ({ ...toLetter(row), at: row.sentAt ?? row.writtenAt }))
    },
    async listArrivals(chat, until, limit) {
      // A conversation's key begins with its chat's, so that the index over conversations serves a chat too.
      const rows = await database.$queryRawUnsafe<ArrivalRow[]>(
        `SELECT * FROM "Arrival" WHERE starts_with("conversation", $1) AND "content"->>'kind' IN ('message', 'choice')
           AND NOT ("content"->>'text' = '' AND "content"->'files' = '[]'::jsonb)
           AND ($2::timestamptz IS NULL OR "at" <= $2::timestamptz)
         ORDER BY "seq" DESC LIMIT $3`,
        `${chat}|`,
        until ?? null,
        limit,
      )
      return rows.reverse().map(toArrival)
    },
    async isLetter(chat, id) {
      return (await database.letter.count({ where: { id, chatKey: chat } })) > 0
    },
  }
}
