import { accountKey, type Chat, chatKey } from '../../kernel/chat.ts'
import type { Outcome } from '../../outbox/outbox.store.ts'
import { NOT_OPEN, UNCONFIRMED } from '../../outbox/outcome.ts'
import type { LetterRow } from './letter-row.ts'
import { asJson, type Client } from './table.ts'

/** What a letter waits for until somebody opens the door or says which chat is meant. */
const AT_THE_DOOR = [NOT_OPEN, UNCONFIRMED]

/** A whole group goes, whichever of its topics a letter is for; what waited at the old door is due. */
export function moveWaiting(client: Client, from: Chat, to: Chat, at: Date): Promise<number> {
  const { threadId: thread, ...target } = to
  const given = thread === undefined ? {} : { threadId: thread }
  return client.$executeRawUnsafe(
    `UPDATE "Letter" SET
       "account" = $2, "chat" = "chat" || $3::jsonb, "chatKey" = $4 || substr("chatKey", length($1) + 1),
       "dueAt" = CASE WHEN "failure" = ANY($5::text[]) THEN $6 ELSE "dueAt" END,
       "failure" = CASE WHEN "failure" = ANY($5::text[]) THEN NULL ELSE "failure" END
     WHERE "state" = 'waiting' AND ("chatKey" = $1 OR starts_with("chatKey", $1 || '#'))`,
    chatKey(from),
    accountKey(to),
    asJson({ ...target, ...given }),
    chatKey(to),
    AT_THE_DOOR,
    at,
  )
}

/** Chats whose platform answered that they have another number; their letters wait by now. */
export async function followMoves(client: Client, outcomes: readonly Outcome[]): Promise<void> {
  for (const { id, movedTo, at } of outcomes) {
    if (movedTo === undefined) continue
    const [letter] = await client.$queryRawUnsafe<LetterRow[]>(`SELECT * FROM "Letter" WHERE "id" = $1`, id)
    if (letter === undefined) continue
    const { threadId: _thread, ...group } = letter.chat
    await moveWaiting(client, group, { ...group, chatId: movedTo }, at)
  }
}

/** The door of this chat is open: what waits at it is due. */
export function releaseWaiting(client: Client, chat: Chat, at: Date): Promise<number> {
  return client.$executeRawUnsafe(
    `UPDATE "Letter" SET "dueAt" = $2, "failure" = NULL
     WHERE "state" = 'waiting' AND "chatKey" = $1 AND "failure" = ANY($3::text[])`,
    chatKey(chat),
    at,
    AT_THE_DOOR,
  )
}
