import type { ArrivalContent, ArrivalState, StoredArrival } from '../../inbox/arrival.ts'
import { type BurstSettings, burstReadyAt } from '../../inbox/burst.ts'
import type { InboxStore, NewArrival, Waiting } from '../../inbox/inbox.store.ts'
import { accountKey, type Chat } from '../../kernel/chat.ts'
import type { Database } from './client.ts'
import { forgetChanges, forgetHeard, forgetWords } from './forgotten-lines.ts'
import { roundOf } from './round.ts'
import { asJson, type Client, insertRows, type Table } from './table.ts'

export interface ArrivalRow {
  readonly id: string
  readonly seq?: bigint
  readonly idempotencyKey: string
  readonly account: string
  readonly conversation: string
  readonly chat: Chat
  readonly personId: string
  readonly personName: string | null
  readonly stability: string
  readonly isBot?: boolean
  readonly messageId: string
  readonly at: Date
  readonly content: ArrivalContent
  readonly state: string
  readonly readyAt: Date
}

const ARRIVALS: Table<ArrivalRow> = {
  name: 'Arrival',
  key: 'id',
  once: 'idempotencyKey',
  columns: [
    'id',
    'idempotencyKey',
    'account',
    'conversation',
    'chat',
    'personId',
    'personName',
    'stability',
    'isBot',
    'messageId',
    'at',
    'content',
    'state',
    'readyAt',
  ],
}

function toRow(arrival: NewArrival): ArrivalRow {
  return {
    id: arrival.id,
    idempotencyKey: arrival.idempotencyKey,
    account: accountKey(arrival.chat),
    conversation: arrival.conversation,
    chat: arrival.chat,
    personId: arrival.from.id,
    personName: arrival.from.name ?? null,
    stability: arrival.from.stability,
    isBot: arrival.from.isBot ?? false,
    messageId: arrival.messageId,
    at: arrival.at,
    content: arrival.content,
    state: arrival.state,
    readyAt: arrival.readyAt,
  }
}

export function toArrival(row: ArrivalRow): StoredArrival {
  return {
    id: row.id,
    seq: row.seq ?? 0n,
    idempotencyKey: row.idempotencyKey,
    conversation: row.conversation,
    chat: row.chat,
    from: {
      id: row.personId,
      ...(row.personName === null ? {} : { name: row.personName }),
      stability: row.stability === 'session' ? 'session' : 'permanent',
      ...(row.isBot === true ? { isBot: true } : {}),
    },
    messageId: row.messageId,
    at: row.at,
    content: row.content,
    state: row.state as ArrivalState,
    readyAt: row.readyAt,
  }
}

/** An advisory lock's number for a conversation; taken for the length of a transaction, in real time. */
async function tryLock(client: Client, keys: readonly string[]): Promise<Set<string>> {
  const sorted = [...keys].sort()
  const rows = await client.$queryRawUnsafe<{ key: string; locked: boolean }[]>(
    `SELECT k.key, pg_try_advisory_xact_lock(hashtextextended(k.key, 1)) AS locked
     FROM unnest($1::text[]) WITH ORDINALITY AS k(key, n) ORDER BY n`,
    sorted,
  )
  return new Set(rows.filter((row) => row.locked).map((row) => row.key))
}

/** What was forgotten is there without its words. */
const hasWords = (content: ArrivalContent) =>
  content.kind === 'message' && (content.text.trim() !== '' || (content.files?.length ?? 0) > 0)

export function inboxStorage(database: Database, burst: BurstSettings): InboxStore {
  /** Ids of what this transaction worked on, marked in one statement at its end. */
  const done = new WeakMap<object, string[]>()
  return {
    async keep(arrivals) {
      return new Set(await insertRows(database, ARRIVALS, arrivals.map(toRow)))
    },
    keepWithin: (arrival, work) => roundOf(work).add(ARRIVALS, toRow(arrival)),
    lock: (conversations, work) => roundOf(work).aside((client) => tryLock(client, conversations)),
    async takeWaiting(conversations, work) {
      const taken = new Map<string, StoredArrival[]>()
      const rows = await roundOf(work).aside(async (client) => {
        const locked = await tryLock(client, conversations)
        for (const key of locked) taken.set(key, [])
        return client.$queryRawUnsafe<ArrivalRow[]>(
          `SELECT * FROM "Arrival" WHERE "state" IN ('waiting', 'heard') AND "conversation" = ANY($1::text[]) ORDER BY "seq"`,
          [...locked],
        )
      })
      for (const row of rows) taken.get(row.conversation)?.push(toArrival(row))
      return taken
    },
    async findSaid({ chat, conversation, message, since }, work) {
      // What is open has an index of its own; what is done is looked for in one conversation only.
      const rows = await roundOf(work).aside((client) =>
        client.$queryRawUnsafe<ArrivalRow[]>(
          `(SELECT * FROM "Arrival" WHERE "conversation" = $1 AND "messageId" = $2 AND "content"->>'kind' = 'message')
           UNION ALL
           (SELECT * FROM "Arrival" WHERE "state" IN ('waiting', 'heard') AND "account" = $3 AND "messageId" = $2
             AND "chat"->>'chatId' = $4 AND "at" >= $5 AND "content"->>'kind' = 'message')
           LIMIT 1`,
          conversation,
          message,
          accountKey(chat),
          chat.chatId,
          since,
        ),
      )
      const row = rows[0]
      return row === undefined || !hasWords(row.content) ? undefined : toArrival(row)
    },
    markDone(arrivals, work) {
      const round = roundOf(work)
      const ids = done.get(round)
      if (ids !== undefined) {
        ids.push(...arrivals.map(({ id }) => id))
        return
      }
      const first = arrivals.map(({ id }) => id)
      done.set(round, first)
      round.alongside({
        rows: first,
        sql: (ids) =>
          `UPDATE "Arrival" SET "state" = 'done'
           WHERE "id" IN (SELECT jsonb_array_elements_text(${ids}::jsonb)) RETURNING "id" AS key`,
      })
    },
    markWaiting(id, work) {
      roundOf(work).atEnd(async (client) => {
        await client.$executeRawUnsafe(
          `UPDATE "Arrival" SET "state" = 'waiting' WHERE "id" = $1 AND "state" = 'heard'`,
          id,
        )
      })
    },
    markHeard(arrivals, work) {
      if (arrivals.length === 0) return
      roundOf(work).atEnd(async (client) => {
        await client.$executeRawUnsafe(
          `UPDATE "Arrival" SET "state" = 'heard' WHERE "id" = ANY($1::text[]) AND "state" = 'waiting'`,
          arrivals.map(({ id }) => id),
        )
      })
    },
    forgetWords(arrivals, work) {
      if (arrivals.length > 0) roundOf(work).atEnd((client) => forgetWords(client, arrivals))
    },
    forgetChanges(arrivals, work) {
      const ids = arrivals.map(({ id }) => id)
      if (ids.length > 0) roundOf(work).atEnd((client) => forgetChanges(client, ids))
    },
    replaceContent(id, content, work) {
      roundOf(work).atEnd(async (client) => {
        await client.$executeRawUnsafe(
          `UPDATE "Arrival" SET "content" = $2::jsonb WHERE "id" = $1`,
          id,
          asJson(content),
        )
      })
    },
    async listWaiting(accounts) {
      const rows = await database.$queryRawUnsafe<ArrivalRow[]>(
        `SELECT * FROM "Arrival" WHERE "state" = 'waiting' AND ($1::text[] IS NULL OR "account" = ANY($1::text[])) ORDER BY "seq"`,
        accounts ?? null,
      )
      const byConversation = new Map<string, StoredArrival[]>()
      for (const row of rows) {
        const list = byConversation.get(row.conversation) ?? []
        list.push(toArrival(row))
        byConversation.set(row.conversation, list)
      }
      const waiting: Waiting[] = []
      for (const [conversation, arrivals] of byConversation) {
        const readyAt = burstReadyAt(arrivals, burst)
        if (readyAt !== undefined) waiting.push({ conversation, readyAt })
      }
      return waiting
    },
    async listWaitingIn(conversation) {
      const rows = await database.$queryRawUnsafe<ArrivalRow[]>(
        `SELECT * FROM "Arrival" WHERE "state" = 'waiting' AND "conversation" = $1 ORDER BY "seq"`,
        conversation,
      )
      return rows.map(toArrival)
    },
    async listOpenIn(conversation) {
      const rows = await database.$queryRawUnsafe<ArrivalRow[]>(
        `SELECT * FROM "Arrival" WHERE "state" IN ('waiting', 'heard') AND "conversation" = $1 ORDER BY "seq"`,
        conversation,
      )
      return rows.map(toArrival)
    },
    async listOpen(conversations, work) {
      const rows = await roundOf(work).aside((client) =>
        client.$queryRawUnsafe<ArrivalRow[]>(
          `SELECT * FROM "Arrival" WHERE "state" IN ('waiting', 'heard') AND "conversation" = ANY($1::text[]) ORDER BY "seq"`,
          conversations,
        ),
      )
      return Map.groupBy(rows.map(toArrival), ({ conversation }) => conversation)
    },
    async listHeard(accounts) {
      const rows = await database.$queryRawUnsafe<ArrivalRow[]>(
        `SELECT * FROM "Arrival" WHERE "state" = 'heard' AND "account" = ANY($1::text[]) ORDER BY "seq"`,
        accounts,
      )
      return rows.map(toArrival)
    },
    forgetHeard: (before) => forgetHeard(database, before),
  }
}
