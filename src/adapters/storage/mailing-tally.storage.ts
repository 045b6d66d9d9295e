import type { Work } from '../../kernel/work.ts'
import type { MailingStore } from '../../mailings/mailing.store.ts'
import { noLetters, type Tally } from '../../mailings/mailing.ts'
import type { LetterState } from '../../outbox/letter.ts'
import { roundOf } from './round.ts'
import type { Client } from './table.ts'

type TallySide = Pick<MailingStore, 'tallies' | 'listTroubles' | 'isUnderWay' | 'holdLetters' | 'freeLetters'>

const query = <T>(work: Work, act: (client: Client) => Promise<T>) => roundOf(work).query(act)

/** From the best to the worst, and what is still open above all: a letter in pieces is as good as its worst one. */
const RANKS = [
  'sent',
  'cancelled',
  'uncertain',
  'failed',
  'waiting',
  'sending',
] as const satisfies LetterState[]

const rankOf = (state: string) => `array_position(ARRAY['${RANKS.join("','")}'], ${state})`

const WITHHELD = '内容检查没有放行'

/**
 * One row for each recipient of these broadcasts. One that was written and has no letter was withheld at the gate.
 * Broadcasts older than the recipients' table are counted by their letters.
 */
const ENDS = `
  WITH pieces AS (
    SELECT regexp_replace("key", ':[0-9]+$', '') AS "base", max(${rankOf('"state"')}) AS "rank", max("failure") AS "failure"
    FROM "Letter" WHERE "mailing" = ANY($1::text[]) AND "key" ~ ':[0-9]+$' GROUP BY 1),
  ends AS (
    SELECT r."mailing", r."n"::bigint AS "seq", r."title",
      CASE r."state" WHEN 'owed' THEN 'waiting' WHEN 'dropped' THEN 'cancelled' ELSE
        coalesce((ARRAY['${RANKS.join("','")}'])[greatest(${rankOf('l."state"')}, p."rank")], 'failed') END AS "state",
      CASE WHEN r."state" = 'written' AND l."id" IS NULL THEN '${WITHHELD}' ELSE coalesce(l."failure", p."failure") END AS "failure"
    FROM "MailingRecipient" r
    LEFT JOIN "Letter" l ON l."key" = r."letter"
    LEFT JOIN pieces p ON p."base" = r."letter"
    WHERE r."mailing" = ANY($1::text[])
    UNION ALL
    SELECT l."mailing", l."seq", coalesce(l."chat"->>'title', l."chat"->>'chatId'), l."state", l."failure"
    FROM "Letter" l WHERE l."mailing" = ANY($1::text[])
      AND NOT EXISTS (SELECT FROM "MailingRecipient" r WHERE r."mailing" = l."mailing"))`

/** Far enough to be nobody's turn, near enough for every calendar. */
const HELD_UNTIL = '9000-01-01T00:00:00Z'

export function mailingTallyStorage(): TallySide {
  return {
    async tallies(ids, work) {
      const rows = await query(work, (client) =>
        client.$queryRawUnsafe<{ mailing: string; state: LetterState; n: bigint }[]>(
          `${ENDS} SELECT "mailing", "state", count(*) AS n FROM ends GROUP BY 1, 2`,
          ids,
        ),
      )
      const tallies = new Map<string, Tally>()
      for (const { mailing, state, n } of rows)
        tallies.set(mailing, { ...(tallies.get(mailing) ?? noLetters), [state]: Number(n) })
      return tallies
    },
    async listTroubles(id, most, work) {
      const rows = await query(work, (client) =>
        client.$queryRawUnsafe<{ title: string; state: LetterState; failure: string | null; all: bigint }[]>(
          `${ENDS} SELECT * FROM (
             SELECT "title", "state", "failure", count(*) OVER (PARTITION BY "state") AS "all",
               row_number() OVER (PARTITION BY "state" ORDER BY "seq") AS "place"
             FROM ends WHERE "state" IN ('failed', 'uncertain')) t
           WHERE "place" <= $2 ORDER BY "state", "place"`,
          [id],
          most,
        ),
      )
      const all = (state: LetterState) => Number(rows.find((row) => row.state === state)?.all ?? 0)
      return {
        letters: rows.map(({ title, state, failure }) => ({
          title,
          state,
          ...(failure === null ? {} : { failure }),
        })),
        failed: all('failed'),
        uncertain: all('uncertain'),
      }
    },
    async isUnderWay(id, work) {
      const rows = await query(work, (client) =>
        client.$queryRawUnsafe<unknown[]>(
          `SELECT 1 WHERE EXISTS (SELECT FROM "Letter" WHERE "mailing" = $1 AND "state" IN ('waiting', 'sending'))
             OR EXISTS (SELECT FROM "MailingRecipient" WHERE "mailing" = $1 AND "state" = 'owed')`,
          id,
        ),
      )
      return rows.length > 0
    },
    holdLetters: (id, work) =>
      query(work, (client) =>
        // As if they had never been tried: what is written to the same chat meanwhile does not stand behind them.
        client.$executeRawUnsafe(
          `UPDATE "Letter" SET "dueAt" = $2, "tries" = 0, "failure" = NULL
           WHERE "mailing" = $1 AND "state" = 'waiting' AND "dueAt" <> $2`,
          id,
          new Date(HELD_UNTIL),
        ),
      ),
    freeLetters: (id, work) =>
      query(work, (client) =>
        client.$executeRawUnsafe(
          `UPDATE "Letter" SET "dueAt" = $3 WHERE "mailing" = $1 AND "state" = 'waiting' AND "dueAt" = $2`,
          id,
          new Date(HELD_UNTIL),
          work.at,
        ),
      ),
  }
}
