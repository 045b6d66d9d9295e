import pg from 'pg'
import type { Chat } from '../../kernel/chat.ts'
import { isoShanghai } from '../../kernel/clock.ts'
import type { LetterState } from '../../outbox/letter.ts'
import { OFFLINE } from '../../outbox/outcome.ts'

/** One letter as other programs read it (CONTRACTS §1). */
export interface LetterLine {
  readonly id: string
  readonly key: string
  readonly platform: string
  /** The platform's number of the chat. */
  readonly chat: string
  readonly state: LetterState
  readonly origin: string
  readonly tries: number
  /** ISO 8601 with +08:00. */
  readonly sentAt: string | null
  readonly failure: string | null
}

type Row = Omit<LetterLine, 'platform' | 'chat' | 'sentAt'> & {
  readonly chat: Chat
  readonly sentAt: Date | null
}

const PAGE = 2_000

/**
 * Every letter in the order it was written, as they stand in one moment, a page at a time: a county writes a
 * hundred thousand a year. A cursor, because pages asked for one by one would sort the table each time. A letter that
 * waits for an account that does not speak says so, although nobody tried it.
 */
export async function* listLetterLines(url: string): AsyncGenerator<readonly LetterLine[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'niangjia letters' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    await client.query(
      `DECLARE letter_rows NO SCROLL CURSOR FOR
       SELECT l."id", l."key", l."chat", l."state", l."origin", l."tries", l."sentAt",
         CASE WHEN l."state" = 'waiting' AND a."key" IS NOT NULL THEN coalesce(l."failure", '${OFFLINE}') ELSE l."failure" END AS "failure"
       FROM "Letter" l LEFT JOIN "Account" a ON a."key" = l."account" AND a."state" NOT IN ('online', 'restricted')
       ORDER BY l."seq"`,
    )
    for (;;) {
      const { rows } = await client.query<Row>(`FETCH ${PAGE} FROM letter_rows`)
      if (rows.length === 0) return
      yield rows.map(toLine)
    }
  } finally {
    await client.end().catch(() => undefined)
  }
}

function toLine({ id, key, chat, state, origin, tries, sentAt, failure }: Row): LetterLine {
  const { platform, chatId } = chat
  const sent = sentAt === null ? null : isoShanghai(sentAt)
  return { id, key, platform, chat: chatId, state, origin, tries, sentAt: sent, failure }
}
