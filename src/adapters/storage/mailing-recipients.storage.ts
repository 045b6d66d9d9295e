import { chatKey } from '../../kernel/chat.ts'
import type { Work } from '../../kernel/work.ts'
import type { MailingStore } from '../../mailings/mailing.store.ts'
import { letterKeyOf } from '../../mailings/mailing.ts'
import { RECIPIENTS, type RecipientRow, toRecipient } from './mailing-row.ts'
import { roundOf } from './round.ts'
import { asJson, type Client } from './table.ts'

type RecipientSide = Pick<
  MailingStore,
  | 'addRecipients'
  | 'listRecipients'
  | 'placesOf'
  | 'nextOwed'
  | 'markWritten'
  | 'drop'
  | 'moveRecipients'
  | 'listReached'
>

const query = <T>(work: Work, act: (client: Client) => Promise<T>) => roundOf(work).query(act)

/**
 * The letter of each recipient that tells of it, and whether any piece of it may have been read. Of a text in several
 * pieces none can take the place of all; what is enclosed stands by itself, and leaves the words one letter.
 */
const REACHED = `
  SELECT DISTINCT ON (r."chatKey") r.*, CASE WHEN pieces."n" IS NULL OR pieces."enclosed" THEN l."id" END AS "reachedBy"
  FROM "MailingRecipient" r
  JOIN "Mailing" m ON m."id" = r."mailing"
  JOIN "Letter" l ON l."key" = r."letter"
  LEFT JOIN (
    SELECT regexp_replace("key", ':[0-9]+$', '') AS "base", count(*) AS "n",
      bool_or("state" IN ('sent', 'uncertain', 'sending')) AS "some",
      bool_and("text" = '' AND "extras" ? 'files') AS "enclosed"
    FROM "Letter" WHERE "mailing" = ANY($1::text[]) AND "key" ~ ':[0-9]+$' GROUP BY 1
  ) pieces ON pieces."base" = r."letter"
  WHERE r."mailing" = ANY($1::text[]) AND (l."state" IN ('sent', 'uncertain', 'sending') OR pieces."some")
  ORDER BY r."chatKey", m."preparedAt" DESC`

export function mailingRecipientsStorage(): RecipientSide {
  return {
    addRecipients(recipients, work) {
      const round = roundOf(work)
      for (const one of recipients)
        round.add(RECIPIENTS, {
          ...one,
          chatKey: chatKey(one.chat),
          letter: one.letter ?? null,
          replaces: one.replaces ?? null,
        })
    },
    async listRecipients(id, work) {
      const rows = await query(work, (client) =>
        client.$queryRawUnsafe<RecipientRow[]>(
          `SELECT * FROM "MailingRecipient" WHERE "mailing" = $1 ORDER BY "n"`,
          id,
        ),
      )
      return rows.map(toRecipient)
    },
    async placesOf(id, work) {
      const [row] = await query(work, (client) =>
        client.$queryRawUnsafe<{ groups: readonly string[] | null; privately: bigint }[]>(
          `SELECT array_agg("title" ORDER BY "n") FILTER (WHERE "chat"->>'kind' = 'group') AS "groups",
             count(*) FILTER (WHERE "chat"->>'kind' = 'private') AS "privately"
           FROM "MailingRecipient" WHERE "mailing" = $1`,
          id,
        ),
      )
      return { groups: row?.groups ?? [], privately: Number(row?.privately ?? 0) }
    },
    async nextOwed(id, ahead, work) {
      // What waits at somebody's door, or for an hour named by the platform, holds up nobody else's letter.
      const rows = await query(work, (client) =>
        client.$queryRawUnsafe<RecipientRow[]>(
          `WITH waiting AS (
             SELECT "account", count(*) AS "n" FROM "Letter"
             WHERE "mailing" = $1 AND "state" IN ('waiting', 'sending') AND "dueAt" <= $3 GROUP BY 1)
           SELECT r.* FROM (
             SELECT r.*, row_number() OVER (PARTITION BY r."chat"->>'platform', r."chat"->>'account' ORDER BY r."n") AS "place"
             FROM "MailingRecipient" r WHERE r."mailing" = $1 AND r."state" = 'owed') r
           LEFT JOIN waiting w ON w."account" = (r."chat"->>'platform') || ':' || (r."chat"->>'account')
           WHERE r."place" <= $2 - coalesce(w."n", 0) ORDER BY r."n"`,
          id,
          ahead,
          new Date(work.at.getTime() + SOON_MS),
        ),
      )
      return rows.map(toRecipient)
    },
    async markWritten(recipients, work) {
      if (recipients.length === 0) return
      await query(work, (client) =>
        client.$executeRawUnsafe(
          `UPDATE "MailingRecipient" r SET "state" = 'written', "letter" = x."letter"
           FROM jsonb_to_recordset($1::jsonb) AS x("id" text, "letter" text) WHERE r."id" = x."id"`,
          asJson(recipients.map((one) => ({ id: one.id, letter: letterKeyOf(one.mailing, one) }))),
        ),
      )
    },
    drop: (id, recipients, work) =>
      query(work, (client) =>
        client.$executeRawUnsafe(
          `UPDATE "MailingRecipient" SET "state" = 'dropped'
           WHERE "mailing" = $1 AND "state" = 'owed' AND ($2::text[] IS NULL OR "id" = ANY($2::text[]))`,
          id,
          recipients ?? null,
        ),
      ),
    async moveRecipients(owner, from, to, work) {
      const { threadId: _thread, ...target } = to
      await query(work, (client) =>
        client.$executeRawUnsafe(
          `UPDATE "MailingRecipient" r SET "chat" = r."chat" || $3::jsonb, "chatKey" = $4
           FROM "Mailing" m WHERE m."id" = r."mailing" AND m."owner" = $1 AND m."settledAt" IS NULL
             AND r."state" = 'owed' AND r."chatKey" = $2`,
          owner,
          chatKey(from),
          asJson(target),
          chatKey(to),
        ),
      )
    },
    async listReached(ids, work) {
      const rows = await query(work, (client) =>
        client.$queryRawUnsafe<(RecipientRow & { reachedBy: string | null })[]>(REACHED, ids),
      )
      return rows
        .sort((a, b) => a.n - b.n)
        .map(({ reachedBy, ...row }) => ({
          recipient: toRecipient(row),
          ...(reachedBy === null ? {} : { letter: row.replaces ?? reachedBy }),
        }))
    },
  }
}

/** A letter that may not leave sooner is not counted as waiting in line. */
const SOON_MS = 60_000
