import { type Chat, chatKey } from '../../kernel/chat.ts'
import { LETTER_STATES, type Letter, type LetterState } from '../../outbox/letter.ts'
import type { OutboxStore, Outcome } from '../../outbox/outbox.store.ts'
import { findQuoted } from '../../outbox/quote.ts'
import { keepHolds, readHeldUntil } from './account-holds.ts'
import type { Database } from './client.ts'
import { heldUpBefore, inLane, isInLine, somethingBefore } from './letter-order.ts'
import { LETTERS, type LetterRow, toLetter, toLetterRow } from './letter-row.ts'
import { followMoves, moveWaiting, releaseWaiting } from './moved-chats.ts'
import { type Round, roundOf } from './round.ts'
import { type Client, type Write, writeTogether } from './table.ts'

/** A letter that is not `sending` any more stays as it is: cancelled by staff, or given up by who took over. */
function outcomesOf(outcomes: readonly Outcome[]): Write {
  return {
    rows: outcomes.map((outcome) => ({
      id: outcome.id,
      state: outcome.state,
      tries: outcome.tries,
      // Of one in doubt: it left by then, if it left.
      sentAt: outcome.state === 'sent' || outcome.state === 'uncertain' ? outcome.at : null,
      dueAt: outcome.dueAt ?? null,
      failure: outcome.failure ?? null,
      messageIds: outcome.messageIds ?? [],
    })),
    sql: (rows) =>
      `UPDATE "Letter" t SET "state" = x."state", "tries" = x."tries", "sentAt" = x."sentAt",
         "text" = CASE WHEN t."extras" ? 'passing' AND x."state" <> 'waiting' THEN '' ELSE t."text" END,
         "dueAt" = coalesce(x."dueAt", t."dueAt"), "failure" = x."failure", "messageIds" = x."messageIds"
       FROM jsonb_populate_recordset(NULL::"Letter", ${rows}::jsonb) x
       WHERE t."id" = x."id" AND t."state" = 'sending' RETURNING t."id" AS key`,
  }
}

/** More than the letters themselves changes with these, and only once they are written. */
const hasAftermath = (outcomes: readonly Outcome[]) =>
  outcomes.some(({ movedTo, hold }) => movedTo !== undefined || hold !== undefined)

async function recordAll(client: Client, outcomes: readonly Outcome[]): Promise<void> {
  await writeTogether(client, [outcomesOf(outcomes)])
  if (!hasAftermath(outcomes)) return
  await followMoves(client, outcomes)
  await keepHolds(client, outcomes)
}

/** Somebody who quotes means something they still see. */
const QUOTABLE = 200

export function outboxStorage(database: Database): OutboxStore {
  const added = new WeakMap<Round, Letter[]>()
  return {
    add(letter, work) {
      const round = roundOf(work)
      const list = added.get(round) ?? []
      list.push(letter)
      added.set(round, list)
      round.add(LETTERS, toLetterRow(letter))
    },
    listAdded(work) {
      const round = roundOf(work)
      const fresh = round.freshIn(LETTERS)
      return (added.get(round) ?? []).filter((letter) => fresh.has(letter.id))
    },
    async record(outcomes) {
      if (outcomes.length > 0) await recordAll(database, outcomes)
    },
    recordWithin(outcomes, work) {
      if (outcomes.length === 0) return
      if (hasAftermath(outcomes)) roundOf(work).atEnd((client) => recordAll(client, outcomes))
      else roundOf(work).alongside(outcomesOf(outcomes))
    },
    async claim({ account, lane, now, except, limit }) {
      const rows = await database.$queryRawUnsafe<LetterRow[]>(
        `UPDATE "Letter" SET "state" = 'sending' WHERE "id" IN (
           SELECT l."id" FROM "Letter" l
           WHERE l."state" = 'waiting' AND l."account" = $1 AND ${inLane('l', lane)} AND l."dueAt" <= $2
             AND NOT l."chat"->>'chatId' = ANY($3::text[])
             AND NOT ${somethingBefore('l', lane, '$2')}
           ORDER BY l."dueAt", l."seq" LIMIT $4 FOR UPDATE SKIP LOCKED)
         RETURNING *`,
        account,
        now,
        except,
        limit,
      )
      return rows.sort((a, b) => Number(seqOf(a) - seqOf(b))).map(toLetter)
    },
    async giveUpSending(account, at) {
      const { count } = await database.letter.updateMany({
        where: { account, state: 'sending' },
        data: { state: 'uncertain', sentAt: at, failure: '发送途中程序中断，是否送达不明' },
      })
      return count
    },
    async find(id, work) {
      const row = await roundOf(work).get(LETTERS, id)
      return row === undefined ? undefined : toLetter(row)
    },
    async findByMessageId(chat, messageId, work) {
      const rows = await roundOf(work).query((client) =>
        client.$queryRawUnsafe<LetterRow[]>(
          `SELECT * FROM "Letter" WHERE "chatKey" = $1 AND "messageIds" @> $2::jsonb LIMIT 1`,
          chatKey(chat),
          JSON.stringify([messageId]),
        ),
      )
      return rows[0] === undefined ? undefined : toLetter(rows[0])
    },
    async listOpenChats(account, now) {
      const rows = await database.$queryRawUnsafe<{ chatKey: string; state: LetterState }[]>(
        `SELECT DISTINCT l."chatKey", l."state" FROM "Letter" l
         WHERE l."state" IN ('waiting', 'sending') AND l."account" = $1 AND ${inLane('l', 'answers')}
           AND (l."state" = 'sending' OR ${isInLine('l', '$2')})`,
        account,
        now,
      )
      const chats = (wanted: LetterState) =>
        rows.flatMap((row) => (row.state === wanted ? [row.chatKey] : []))
      return { waiting: chats('waiting'), sending: chats('sending') }
    },
    async nextDueAt(accounts, except = []) {
      // The first of each account that nothing stands before, from the one that is due first.
      const [row] = await database.$queryRawUnsafe<{ at: Date | null }[]>(
        `SELECT min(first."dueAt") AS at FROM unnest($1::text[]) a, LATERAL (
           SELECT l."dueAt" FROM "Letter" l
           WHERE l."state" = 'waiting' AND l."account" = a AND NOT l."chat"->>'chatId' = ANY($2::text[])
             AND NOT ${heldUpBefore('l')}
           ORDER BY l."dueAt" LIMIT 1) first`,
        accounts,
        except,
      )
      return row?.at ?? undefined
    },
    async listLeft(account, since) {
      return database.$queryRawUnsafe<{ chat: Chat; at: Date }[]>(
        `SELECT "chat", "sentAt" AS at FROM "Letter" WHERE "account" = $1 AND "sentAt" > $2`,
        account,
        since,
      )
    },
    heldUntil: (account) => readHeldUntil(database, account),
    release: (chat, at, work) => roundOf(work).query((client) => releaseWaiting(client, chat, at)),
    moveChat: (from, to, work) => roundOf(work).query((client) => moveWaiting(client, from, to, work.at)),
    async findByQuote(chat, words, work) {
      const rows = await roundOf(work).query((client) =>
        client.$queryRawUnsafe<LetterRow[]>(
          `SELECT * FROM "Letter" WHERE "chatKey" = $1 AND "state" IN ('sent', 'uncertain') ORDER BY "seq" DESC LIMIT $2`,
          chatKey(chat),
          QUOTABLE,
        ),
      )
      const found = findQuoted(rows, words)
      return found === undefined ? undefined : toLetter(found)
    },
    cancelMailing: (mailing, work) =>
      roundOf(work).query((client) =>
        client.$executeRawUnsafe(
          `UPDATE "Letter" SET "state" = 'cancelled' WHERE "mailing" = $1 AND "state" = 'waiting'`,
          mailing,
        ),
      ),
    async tally(mailing, work) {
      const rows = await roundOf(work).query((client) =>
        client.$queryRawUnsafe<{ state: LetterState; n: bigint }[]>(
          `SELECT "state", count(*) AS n FROM "Letter" WHERE "mailing" = $1 GROUP BY "state"`,
          mailing,
        ),
      )
      const counts = Object.fromEntries(LETTER_STATES.map((state) => [state, 0])) as Record<
        LetterState,
        number
      >
      for (const row of rows) counts[row.state] = Number(row.n)
      return counts
    },
  }
}

const seqOf = (row: LetterRow) => (row as LetterRow & { seq: bigint }).seq
