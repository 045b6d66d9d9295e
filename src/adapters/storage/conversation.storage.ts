import type { ConversationStore } from '../../conversation/conversation.store.ts'
import type { Conversation, Frame } from '../../conversation/conversation.ts'
import { silentAt } from '../../conversation/conversation.ts'
import { type Manners, readManners } from '../../conversation/manners.ts'
import type { Chat } from '../../kernel/chat.ts'
import type { Database } from './client.ts'
import { moveConversations } from './moved-conversations.ts'
import { roundOf } from './round.ts'
import type { Table } from './table.ts'

interface ConversationRow {
  readonly key: string
  readonly chat: Chat
  readonly personId: string
  readonly personName: string | null
  readonly version: number
  readonly frames: readonly Frame[]
  readonly carriedOn: readonly string[]
  readonly listeningUntil: Date | null
  readonly silentAt: Date | null
  readonly manners: Manners | null
}

const CONVERSATIONS: Table<ConversationRow> = {
  name: 'Conversation',
  key: 'key',
  versioned: true,
  columns: [
    'key',
    'chat',
    'personId',
    'personName',
    'version',
    'frames',
    'carriedOn',
    'listeningUntil',
    'silentAt',
    'manners',
  ],
}

const ACCOUNT = `("chat"->>'platform') || ':' || ("chat"->>'account')`

function toConversation(row: ConversationRow): Conversation {
  return {
    key: row.key,
    chat: row.chat,
    personId: row.personId,
    personName: row.personName ?? undefined,
    version: row.version,
    frames: row.frames,
    carriedOn: row.carriedOn,
    listeningUntil: row.listeningUntil ?? undefined,
    manners: row.manners === null ? undefined : readManners(row.manners),
  }
}

export function conversationStorage(database: Database): ConversationStore {
  return {
    async find(key, work) {
      const row = await roundOf(work).get(CONVERSATIONS, key)
      return row === undefined ? undefined : toConversation(row)
    },
    save(conversation, work) {
      roundOf(work).put(CONVERSATIONS, {
        key: conversation.key,
        chat: conversation.chat,
        personId: conversation.personId,
        personName: conversation.personName ?? null,
        version: conversation.version + 1,
        frames: conversation.frames,
        carriedOn: conversation.carriedOn,
        listeningUntil: conversation.listeningUntil ?? null,
        silentAt: silentAt(conversation) ?? null,
        manners: conversation.manners ?? null,
      })
    },
    moveGroup: (from, to, work) => roundOf(work).query((client) => moveConversations(client, from, to)),
    async listSilent(accounts, until, limit) {
      const rows = await database.$queryRawUnsafe<ConversationRow[]>(
        `SELECT * FROM "Conversation" WHERE "silentAt" <= $1 AND ${ACCOUNT} = ANY($2::text[]) ORDER BY "silentAt" LIMIT $3`,
        until,
        accounts,
        limit,
      )
      return rows.map(toConversation)
    },
    async nextSilence(accounts) {
      const [row] = await database.$queryRawUnsafe<{ silentAt: Date }[]>(
        `SELECT "silentAt" FROM "Conversation"
         WHERE "silentAt" IS NOT NULL AND ${ACCOUNT} = ANY($1::text[]) ORDER BY "silentAt" LIMIT 1`,
        accounts,
      )
      return row?.silentAt
    },
  }
}
