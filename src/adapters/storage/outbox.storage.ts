import { chatKey } from '../../kernel/chat.ts'
import { LETTER_STATES, type Letter, type LetterState } from '../../outbox/letter.ts'
import type { OutboxStore, Outcome } from '../../outbox/outbox.store.ts'
import type { Database } from './client.ts'
import { LETTERS, type LetterRow, toLetter, toLetterRow } from './letter-row.ts'
import { type Round, roundOf } from './round.ts'
import { asJson, type Client, type Write, writeTogether } from './table.ts'

/**
 * A letter that was tried, or found its account offline, and waits until then: what is written to the same chat
 * stands behind it. One that was merely meant for later holds nobody up.
 */
const heldUntil = (letter: string, until: string) =>
  `(${letter}."state" = 'waiting' AND ${letter}."dueAt" > ${until} AND (${letter}."tries" > 0 OR ${letter}."failure" IS NOT NULL))`

/** A letter that is not `sending` any more stays as it is: cancelled by staff, or given up by who took over. */
function outcomesOf(outcomes: readonly Outcome[]): Write {
  return {
    rows: outcomes.map((outcome) => ({
      id: outcome.id,
      state: outcome.state,
      tries: outcome.tries,
      sentAt: outcome.state === 'sent' ? outcome.at : null,
      dueAt: outcome.dueAt ?? null,
      failure: outcome.failure ?? null,
      messageIds: outcome.messageIds ?? [],
    })),
    sql: (rows) =>
      `UPDATE "Letter" t SET "state" = x."state", "tries" = x."tries", "sentAt" = x."sentAt",
         "dueAt" = coalesce(x."dueAt", t."dueAt"), "failure" = x."failure", "messageIds" = x."messageIds"
       FROM jsonb_populate_recordset(NULL::"Letter", ${rows}::jsonb) x
       WHERE t."id" = x."id" AND t."state" = 'sending' RETURNING t."id" AS key`,
  }
}

async function moveAll(client: Client, outcomes: readonly Outcome[]): Promise<void> {
  for (const { id, movedTo } of outcomes) {
    if (movedTo !== undefined) await moveChat(client, id, movedTo)
  }
}

/** The chat was given another number: this letter and those that wait behind it go there. */
async function moveChat(client: Client, id: string, chatId: string): Promise<void> {
  const [letter] = await client.$queryRawUnsafe<LetterRow[]>(`SELECT * FROM "Letter" WHERE "id" = $1`, id)
  if (letter === undefined) return
  const chat = { ...letter.chat, chatId }
  await client.$executeRawUnsafe(
    `UPDATE "Letter" SET "chat" = $2::jsonb, "chatKey" = $3 WHERE "chatKey" = $1 AND ("state" = 'waiting' OR "id" = $4)`,
    letter.chatKey,
    asJson(chat),
    chatKey(chat),
    id,
  )
}

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
      if (outcomes.length === 0) return
      await writeTogether(database, [outcomesOf(outcomes)])
      await moveAll(database, outcomes)
    },
    recordWithin(outcomes, work) {
      if (outcomes.length === 0) return
      roundOf(work).alongside(outcomesOf(outcomes))
      if (outcomes.some(({ movedTo }) => movedTo !== undefined)) {
        roundOf(work).atEnd((client) => moveAll(client, outcomes))
      }
    },
    async claim(accounts, now, busyChats, limit) {
      const rows = await database.$queryRawUnsafe<LetterRow[]>(
        `UPDATE "Letter" SET "state" = 'sending' WHERE "id" IN (
           SELECT l."id" FROM "Letter" l
           WHERE l."state" = 'waiting' AND l."account" = ANY($1::text[]) AND l."dueAt" <= $2
             AND NOT l."chatKey" = ANY($3::text[])
             AND NOT EXISTS (SELECT 1 FROM "Letter" e WHERE e."chatKey" = l."chatKey" AND e."seq" < l."seq"
                             AND (e."state" = 'sending' OR ${heldUntil('e', '$2')}))
           ORDER BY l."seq" LIMIT $4 FOR UPDATE SKIP LOCKED)
         RETURNING *`,
        accounts,
        now,
        busyChats,
        limit,
      )
      return rows.sort((a, b) => Number(seqOf(a) - seqOf(b))).map(toLetter)
    },
    async giveUpSending(account) {
      const { count } = await database.letter.updateMany({
        where: { account, state: 'sending' },
        data: { state: 'uncertain', failure: '发送途中程序中断，是否送达不明' },
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
    async listHeldChats(accounts) {
      const rows = await database.letter.findMany({
        where: {
          state: 'waiting',
          account: { in: [...accounts] },
          OR: [{ tries: { gt: 0 } }, { failure: { not: null } }],
        },
        select: { chatKey: true },
        distinct: ['chatKey'],
      })
      return rows.map((row) => row.chatKey)
    },
    async nextDueAt(accounts) {
      const [row] = await database.$queryRawUnsafe<{ at: Date | null }[]>(
        `SELECT min(l."dueAt") AS at FROM "Letter" l WHERE l."state" = 'waiting' AND l."account" = ANY($1::text[])
         AND NOT EXISTS (SELECT 1 FROM "Letter" e WHERE e."chatKey" = l."chatKey" AND e."seq" < l."seq" AND ${heldUntil('e', 'l."dueAt"')})`,
        accounts,
      )
      return row?.at ?? undefined
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
