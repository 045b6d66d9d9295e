import type { ArrivalContent, Incoming } from '../../../inbox/arrival.ts'
import type { DecodeParts } from './decode-parts.ts'
import { enclosuresOf } from './enclosures.ts'
import { hearWords } from './hear.ts'
import { chatOf, nameOf, personOf } from './place.ts'
import { telegramTexts as texts } from './telegram.texts.ts'
import type { Me, Message } from './update.ts'

/** Telegram's numbers of the account that carries posts of a linked channel, and of those who hide behind a chat. */
const NOBODY_IN_PARTICULAR: readonly number[] = [777000, 1087968824, 136817688]

/**
 * The key is made of the chat's and the message's own numbers: they stay what they are whether the update is polled,
 * pushed, pushed again, or handed in by another Bot API server; update numbers do not.
 */
const keyOf = ({ chat, message_id }: Message) => `message:${chat.id}:${message_id}`

export function decodeMessage(message: Message, me: Me, parts: DecodeParts): Incoming | undefined {
  return decodeMove(message, parts) ?? decodeCompany(message, me, parts) ?? decodeSaid(message, me, parts)
}

export function decodeEdited(
  message: Message,
  update: number,
  me: Me,
  parts: DecodeParts,
): Incoming | undefined {
  const base = baseOf(message, me, parts)
  const text = message.text ?? message.caption
  if (base === undefined || text === undefined) return undefined
  const said = wordsOf(message, text, me, parts)
  return {
    ...base,
    // Two edits within a second are two.
    idempotencyKey: `edited:${message.chat.id}:${message.message_id}:${message.edit_date ?? 0}:${update}`,
    content: { kind: 'edited', message: base.messageId, text: said.text },
  }
}

function decodeSaid(message: Message, me: Me, parts: DecodeParts): Incoming | undefined {
  const base = baseOf(message, me, parts)
  if (base === undefined) return undefined
  const isPrivate = base.chat.kind === 'private'
  const text = message.text ?? message.caption ?? inWords(message) ?? ''
  const heard = wordsOf(message, text, me, parts)
  if (heard.start !== undefined) {
    const { payload } = heard.start
    return { ...base, content: { kind: 'start', ...(payload === '' ? {} : { payload }) } }
  }
  const album = message.media_group_id
  const addressed =
    album === undefined || isPrivate
      ? heard.addressed
      : parts.albums.addressed(`${message.chat.id}:${base.from.id}:${album}`, heard.addressed)
  const attachments = enclosuresOf(message, parts.open)
  const unread = isUnsupported(message) && addressed !== 'none'
  if (text === '' && attachments.length === 0 && !unread) return undefined
  const { reply_to_message: answered } = message
  const content: ArrivalContent = {
    kind: 'message',
    text: heard.text,
    addressed,
    ...(answered === undefined || isTopicRoot(message) ? {} : { replyTo: String(answered.message_id) }),
    ...quoteOf(message, me),
    ...(unread ? { unread: [`${texts.unsupported()}：${texts.unreadable()}`] } : {}),
  }
  return { ...base, content, ...(attachments.length === 0 ? {} : { attachments }) }
}

/** Both chats tell of an upgrade; one key makes it one event, whichever is stored first. */
function decodeMove(message: Message, parts: DecodeParts): Incoming | undefined {
  const { migrate_to_chat_id: to, migrate_from_chat_id: from } = message
  if (to === undefined && from === undefined) return undefined
  const [old, next] = from === undefined ? [message.chat.id, to] : [from, message.chat.id]
  const chat = chatOf({ ...message.chat, id: old, type: 'group' }, parts.account)
  if (chat === undefined) return undefined
  return {
    idempotencyKey: `moved:${old}:${next}`,
    chat,
    // The group itself moved; who pressed the button does not matter, and the second message does not say.
    from: { id: String(old), stability: 'permanent' },
    messageId: `moved-${old}`,
    at: parts.now(),
    content: { kind: 'chat-migrated', to: String(next) },
  }
}

/** People who came or left. What becomes of us is told by `my_chat_member`. */
function decodeCompany(message: Message, me: Me, parts: DecodeParts): Incoming | undefined {
  const { new_chat_members: came, left_chat_member: left } = message
  if (came === undefined && left === undefined) return undefined
  const chat = chatOf(message.chat, parts.account)
  const people = (came ?? (left === undefined ? [] : [left])).filter(({ id }) => id !== me.id)
  const [first] = people
  if (chat === undefined || first === undefined) return undefined
  return {
    idempotencyKey: keyOf(message),
    chat,
    from: personOf(first),
    messageId: String(message.message_id),
    at: parts.now(),
    content: {
      kind: 'membership',
      change: came === undefined ? 'left' : 'joined',
      people: people.map((one) => ({ id: String(one.id), name: nameOf(one) })),
    },
  }
}

function baseOf(message: Message, me: Me, parts: DecodeParts): Omit<Incoming, 'content'> | undefined {
  const thread = message.is_topic_message ? message.message_thread_id : undefined
  const chat = chatOf(message.chat, parts.account, thread)
  const { from } = message
  if (chat === undefined || from === undefined || from.id === me.id) return undefined
  // Anonymous administrators and channels: whoever hides behind a chat cannot be answered as one person.
  if (message.sender_chat || message.is_automatic_forward || NOBODY_IN_PARTICULAR.includes(from.id))
    return undefined
  return {
    idempotencyKey: keyOf(message),
    chat,
    from: personOf(from),
    messageId: String(message.message_id),
    at: parts.now(),
  }
}

function wordsOf(message: Message, text: string, me: Me, parts: DecodeParts) {
  const entities = (message.text === undefined ? message.caption_entities : message.entities) ?? []
  return hearWords(text, entities, me, parts.byName, {
    isPrivate: message.chat.type === 'private',
    isReplyToUs: !isTopicRoot(message) && message.reply_to_message?.from?.id === me.id,
  })
}

/** The words of others that are answered come along: what was not said to us is soon forgotten. */
function quoteOf(message: Message, me: Me): { readonly quote?: string } {
  const { reply_to_message: answered } = message
  if (answered === undefined || isTopicRoot(message) || answered.from?.id === me.id) return {}
  const words = answered.text ?? answered.caption ?? ''
  return words.trim() === '' ? {} : { quote: words }
}

/** In a topic every message answers the one that opened it. */
function isTopicRoot({ reply_to_message: answered, is_topic_message, message_thread_id }: Message): boolean {
  return (
    answered?.forum_topic_created === true || (is_topic_message && answered?.message_id === message_thread_id)
  )
}

function inWords({ sticker, location, venue, contact }: Message): string | undefined {
  if (venue !== undefined) return texts.venue(venue.title, venue.address)
  if (location !== undefined) return texts.place(location.latitude, location.longitude)
  if (contact !== undefined) {
    const { first_name, last_name = '', phone_number } = contact
    return texts.contact(`${first_name} ${last_name}`.trim(), phone_number)
  }
  return sticker?.emoji
}

const isUnsupported = ({ poll, dice, game, story, checklist, paid_media }: Message): boolean =>
  [poll, dice, game, story, checklist, paid_media].includes(true)
