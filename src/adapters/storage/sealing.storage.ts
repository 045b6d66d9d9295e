import type { SealingStore } from '../../features/appeals/sealing/sealing.store.ts'
import { type Chat, chatKey } from '../../kernel/chat.ts'
import { anonymousDigest } from './appeals-asker.storage.ts'
import type { PersonalCodec } from './personal-codec.ts'
import { roundOf } from './round.ts'

/** Looks at a sealed asker, and what leads to them, as the audit names them. */
const LOOKS = ['appeals.look-sealed', 'appeals.unseal', 'appeals.ask-unsealing', 'appeals.refuse-unsealing']

export function sealingStorage(codec: PersonalCodec): SealingStore {
  const triesOf = (chat: Chat, hour: Date) =>
    `code-missed:${codec.digest(chatKey(chat), 'appeal.code-tries').slice(0, 24)}:${hour.toISOString().slice(0, 13)}`

  return {
    async unname(number, hide, work) {
      await roundOf(work).query(async (client) => {
        await client.$executeRawUnsafe(
          `UPDATE "AppealEvent" SET "by" = NULL WHERE "number" = $1 AND "role" = 'asker'`,
          number,
        )
        const noted = await client.appealEvent.findMany({
          where: { number, note: { not: null } },
          select: { id: true, note: true },
        })
        for (const { id, note } of noted)
          if (note !== null && hide(note) !== note)
            await client.appealEvent.update({ where: { id }, data: { note: hide(note) } })
      })
    },
    async unjoin(number, work) {
      await roundOf(work).query((client) =>
        client.$executeRawUnsafe(
          `UPDATE "Letter" SET "key" = 'appeal:' || "id" WHERE starts_with("key", $1) AND "state" <> 'sending'`,
          `appeal:${number}:`,
        ),
      )
    },
    async findByCode(code, work) {
      const row = await roundOf(work).query((client) =>
        client.appeal.findUnique({
          where: { codeDigest: anonymousDigest(codec, code) },
          select: { number: true },
        }),
      )
      return row?.number
    },
    async countMissed(chat, hour, work) {
      const row = await roundOf(work).query((client) =>
        client.counter.findUnique({ where: { name: triesOf(chat, hour) } }),
      )
      return Number(row?.value ?? 0n)
    },
    async noteMissed(chat, hour, work) {
      const name = triesOf(chat, hour)
      await roundOf(work).query(async (client) => {
        // Hours that are over count nothing any more.
        await client.$executeRawUnsafe(
          `DELETE FROM "Counter" WHERE "name" >= 'code-missed:' AND "name" < 'code-missed;' AND right("name", 13) < $1`,
          hour.toISOString().slice(0, 13),
        )
        await client.$executeRawUnsafe(
          `INSERT INTO "Counter" ("name", "value") VALUES ($1, 1)
           ON CONFLICT ("name") DO UPDATE SET "value" = "Counter"."value" + 1`,
          name,
        )
      })
    },
    async forgetSaid(said, personId, work) {
      if (said.length === 0) return
      roundOf(work).atEnd(async (client) => {
        for (const { place, message } of said)
          await client.$executeRawUnsafe(
            `UPDATE "Arrival" SET "personName" = NULL,
               "content" = ("content" - 'quote' - 'later' - 'data') || '{"text": "", "files": []}'::jsonb
             WHERE "conversation" = ANY($1::text[]) AND ("messageId" = $2 OR "content"->>'message' = $2
               OR ("content"->>'kind' = 'invited' AND "content"->'data'->'pieces' @> jsonb_build_array(jsonb_build_object('message', $2::text))))`,
            [`${place}|${personId}`, `${privateOf(place, personId)}|${personId}`],
            message,
          )
      })
    },
    async forgetAnswers(frame, home, work) {
      roundOf(work).atEnd(async (client) => {
        await client.$executeRawUnsafe(
          `UPDATE "Letter" SET "text" = '', "extras" = "extras" || '{"passing": true}'::jsonb
           WHERE "chatKey" = $1 AND "extras"->>'frame' = $2 AND "state" NOT IN ('waiting', 'sending')`,
          chatKey(home),
          frame,
        )
        await client.$executeRawUnsafe(
          `UPDATE "Letter" SET "extras" = "extras" || '{"passing": true}'::jsonb
           WHERE "chatKey" = $1 AND "extras"->>'frame' = $2 AND "state" IN ('waiting', 'sending')`,
          chatKey(home),
          frame,
        )
      })
    },
    async listLooks(number, work) {
      const rows = await roundOf(work).query((client) =>
        client.auditEntry.findMany({
          where: { subject: number, action: { in: LOOKS } },
          orderBy: { seq: 'asc' },
          select: { at: true, actor: true, action: true, detail: true },
        }),
      )
      return rows.map(({ at, actor, action, detail }) => {
        const { shownTo } = detail as { shownTo?: string }
        return { at, actor: shownTo ?? actor, action }
      })
    },
  }
}

/** The private chat of somebody who spoke in a group: `platform:account:group:id` → `platform:account:private:person`. */
function privateOf(place: string, personId: string): string {
  const [platform = '', account = ''] = place.split(':')
  return chatKey({ platform, account, kind: 'private', chatId: personId })
}
