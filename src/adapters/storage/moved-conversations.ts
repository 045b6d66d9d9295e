import { type Chat, chatKey } from '../../kernel/chat.ts'
import { asJson, type Client } from './table.ts'

/** Keys of conversations in the group or in one of its topics. */
const HERE = `(starts_with(c."key", $1 || '|') OR starts_with(c."key", $1 || '#'))`
const THERE = `$2 || substr(c."key", length($1) + 1)`

/** The frames of a private conversation, with the group that some of them began in under its new number. */
const FRAMES_THERE = `(SELECT jsonb_agg(
    CASE WHEN f->'group' @> $1::jsonb THEN jsonb_set(f, '{group}', (f->'group') || $2::jsonb) ELSE f END ORDER BY n)
  FROM jsonb_array_elements(c."frames") WITH ORDINALITY x(f, n))`

/**
 * Whoever spoke under both numbers keeps the newer conversation, with the dialogues of the older one. Versions are
 * raised, so that a round that has one of them in its hands is done again.
 */
export async function moveConversations(client: Client, from: Chat, to: Chat): Promise<void> {
  const [old, fresh] = [chatKey(from), chatKey(to)]
  await client.$executeRawUnsafe(
    `UPDATE "Conversation" t SET "carriedOn" = c."carriedOn" || t."carriedOn", "version" = t."version" + 1
     FROM "Conversation" c WHERE ${HERE} AND t."key" = ${THERE}`,
    old,
    fresh,
  )
  await client.$executeRawUnsafe(
    `DELETE FROM "Conversation" c WHERE ${HERE} AND EXISTS (SELECT FROM "Conversation" t WHERE t."key" = ${THERE})`,
    old,
    fresh,
  )
  await client.$executeRawUnsafe(
    `UPDATE "Conversation" c SET "key" = ${THERE}, "chat" = c."chat" || $3::jsonb, "version" = c."version" + 1 WHERE ${HERE}`,
    old,
    fresh,
    asJson(placeOf(to)),
  )
  await client.$executeRawUnsafe(
    `UPDATE "Conversation" c SET "frames" = ${FRAMES_THERE}, "version" = c."version" + 1
     WHERE c."frames" @> jsonb_build_array(jsonb_build_object('group', $1::jsonb))`,
    asJson(placeOf(from)),
    asJson(placeOf(to)),
  )
}

const placeOf = ({ platform, account, kind, chatId }: Chat) => ({ platform, account, kind, chatId })
