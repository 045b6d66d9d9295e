import type { OneTimeLink, OneTimeLinkStore } from '../../conversation/one-time-links.ts'
import { SIDE_DOOR_PREFIX } from '../../conversation/side-door.ts'
import { type Chat, chatKey, conversationKey } from '../../kernel/chat.ts'
import type { Work } from '../../kernel/work.ts'
import { NOT_OPEN } from '../../outbox/outcome.ts'
import { type ArrivalRow, toArrival } from './inbox.storage.ts'
import { type LetterRow, toLetter } from './letter-row.ts'
import { roundOf } from './round.ts'
import { asJson } from './table.ts'

interface LinkRow {
  readonly digest: string
  readonly chat: Chat
  readonly groupKey: string
  readonly personId: string
  readonly issuedAt: Date
  readonly expiresAt: Date
  readonly browser: string | null
  readonly code: string | null
  readonly provedAt: Date | null
}

/** A page shows so much of what was said, and no more. */
const MOST_SHOWN = 200

function toLink({ browser, code, provedAt, ...row }: LinkRow): OneTimeLink {
  return {
    digest: row.digest,
    chat: row.chat,
    groupKey: row.groupKey,
    personId: row.personId,
    issuedAt: row.issuedAt,
    expiresAt: row.expiresAt,
    ...(browser === null ? {} : { browser }),
    ...(code === null ? {} : { code }),
    ...(provedAt === null ? {} : { provedAt }),
  }
}

export function oneTimeLinkStorage(): OneTimeLinkStore {
  async function find(where: string, work: Work, ...values: unknown[]): Promise<OneTimeLink | undefined> {
    const [row] = await roundOf(work).query((client) =>
      client.$queryRawUnsafe<LinkRow[]>(
        `SELECT * FROM "OneTimeLink" WHERE ${where} ORDER BY "issuedAt" DESC LIMIT 1`,
        ...values,
      ),
    )
    return row === undefined ? undefined : toLink(row)
  }
  const change = (sql: string, work: Work, ...values: unknown[]) =>
    roundOf(work).query((client) => client.$executeRawUnsafe(`UPDATE "OneTimeLink" SET ${sql}`, ...values))

  return {
    async add(link, work) {
      await roundOf(work).query(async (client) => {
        const key = chatKey(link.chat)
        await client.$executeRawUnsafe(
          `DELETE FROM "OneTimeLink" WHERE "chatKey" = $1 AND ("provedAt" IS NULL OR "expiresAt" <= $2)`,
          key,
          work.at,
        )
        await client.$executeRawUnsafe(
          `INSERT INTO "OneTimeLink" ("digest", "chat", "chatKey", "groupKey", "personId", "issuedAt", "expiresAt")
           VALUES ($1, $2::jsonb, $3, $4, $5, $6, $7)`,
          link.digest,
          asJson(link.chat),
          key,
          link.groupKey,
          link.personId,
          link.issuedAt,
          link.expiresAt,
        )
      })
    },
    findByDigest: (digest, work) => find(`"digest" = $1`, work, digest),
    findByBrowser: (browser, work) => find(`"browser" = $1`, work, browser),
    findOpened: (groupKey, personId, work) =>
      find(
        `"groupKey" = $1 AND "personId" = $2 AND "browser" IS NOT NULL AND "provedAt" IS NULL AND "expiresAt" > $3`,
        work,
        groupKey,
        personId,
        work.at,
      ),
    findProved: (chat, work) =>
      find(`"chatKey" = $1 AND "provedAt" IS NOT NULL AND "expiresAt" > $2`, work, chatKey(chat), work.at),
    async open(digest, browser, code, until, work) {
      const opened = await change(
        `"browser" = $2, "code" = $3, "openedAt" = $4, "expiresAt" = $5
         WHERE "digest" = $1 AND "browser" IS NULL AND "expiresAt" > $4`,
        work,
        digest,
        browser,
        code,
        work.at,
        until,
      )
      return opened === 1
    },
    async prove(digest, until, work) {
      await change(
        `"code" = NULL, "provedAt" = $2, "expiresAt" = $3 WHERE "digest" = $1`,
        work,
        digest,
        work.at,
        until,
      )
    },
    async changeCode(digest, code, work) {
      await change(`"code" = $2 WHERE "digest" = $1`, work, digest, code)
    },
    async extend(digest, until, work) {
      await change(`"expiresAt" = $2 WHERE "digest" = $1`, work, digest, until)
    },
    async collect(chat, work) {
      await roundOf(work).query((client) =>
        client.$executeRawUnsafe(
          `UPDATE "Letter" SET "state" = 'sent', "sentAt" = $2, "failure" = NULL
           WHERE "chatKey" = $1 AND "state" = 'waiting' AND "failure" = $3`,
          chatKey(chat),
          work.at,
          NOT_OPEN,
        ),
      )
    },
    async listTalk({ chat, personId, issuedAt }, work) {
      return roundOf(work).query(async (client) => {
        const letters = await client.$queryRawUnsafe<LetterRow[]>(
          `SELECT * FROM "Letter" WHERE "chatKey" = $1 AND "state" = 'sent' AND "sentAt" >= $2
           ORDER BY "seq" DESC LIMIT ${MOST_SHOWN}`,
          chatKey(chat),
          issuedAt,
        )
        const lines = await client.$queryRawUnsafe<ArrivalRow[]>(
          `SELECT * FROM "Arrival" WHERE "conversation" = $1 AND starts_with("messageId", $2) AND "at" >= $3
           ORDER BY "seq" DESC LIMIT ${MOST_SHOWN}`,
          conversationKey(chat, personId),
          SIDE_DOOR_PREFIX,
          issuedAt,
        )
        return { letters: letters.reverse().map(toLetter), lines: lines.reverse().map(toArrival) }
      })
    },
    async findName({ chat, personId }, work) {
      const [row] = await roundOf(work).query((client) =>
        client.$queryRawUnsafe<{ personName: string | null }[]>(
          `SELECT "personName" FROM "Conversation" WHERE "key" = $1`,
          conversationKey(chat, personId),
        ),
      )
      return row?.personName ?? undefined
    },
  }
}
