import type { Incoming } from '../../../inbox/arrival.ts'
import type { DecodeParts } from './decode-parts.ts'
import { chatOf, personOf } from './place.ts'
import type { Press } from './update.ts'

/**
 * A button that somebody pressed. Impatient fingers press twice before the buttons are gone: the same button by the
 * same person on the same state of a message is one choice.
 */
export function decodePress({ from, message, data, id }: Press, parts: DecodeParts): Incoming | undefined {
  // Without a message it was not pressed in any chat with us.
  if (message === undefined) return undefined
  const thread = message.is_topic_message ? message.message_thread_id : undefined
  const chat = chatOf(message.chat, parts.account, thread)
  if (chat === undefined) return undefined
  return {
    idempotencyKey: `choice:${chat.chatId}:${message.message_id}:${message.edit_date ?? 0}:${from.id}:${data}`,
    chat,
    from: personOf(from),
    messageId: `choice-${id}`,
    at: parts.now(),
    content: { kind: 'choice', choice: data, prompt: String(message.message_id) },
  }
}
