import type { Attachment, Incoming } from '../../../inbox/arrival.ts'
import type { Chat } from '../../../kernel/chat.ts'
import type { callsTo } from './call.ts'
import { openEnclosure, refOf } from './enclosure.ts'
import { AnyEvent, type Content, type Enclosed, EventBody, MessageBody } from './frame.ts'
import { asPlain } from './markup.ts'
import { wecomTexts } from './wecom.texts.ts'

export interface Decoding {
  readonly account: string
  readonly now: Date
  readonly call: ReturnType<typeof callsTo>
}

/** `nothing`: understood, and none of our business. `broken`: no good server would say this. */
export type Decoded = { readonly incoming: Incoming } | 'nothing' | 'broken'

export function decodeMessage(body: unknown, decoding: Decoding): Decoded {
  const parsed = MessageBody.safeParse(body)
  if (!parsed.success) return 'broken'
  const message = parsed.data
  const chat = chatOf(message, decoding.account)
  if (chat === undefined) return 'broken'
  const { text, enclosed, isKnown } = contentOf(message)
  const isPrivate = chat.kind === 'private'
  const { quote } = message
  const heard = decoding.call(text, { isPrivate, isAnswer: quote !== undefined })
  const quoted = quote === undefined ? undefined : contentOf(quote)
  const words = quoted === undefined ? '' : asPlain(quoted.text)
  // A picture that others sent to the group never reached us; whoever quotes it hands it in.
  const attachments = [...enclosed, ...(isPrivate ? [] : (quoted?.enclosed ?? []))]
  return {
    incoming: {
      ...baseOf(message, chat, decoding.now),
      content: {
        kind: 'message',
        ...heard,
        ...(words === '' ? {} : { quote: words }),
        ...(isKnown ? {} : { unread: [wecomTexts.unknownKind()] }),
      },
      ...(attachments.length > 0 ? { attachments } : {}),
    },
  }
}

export function decodeEvent(body: unknown, decoding: Decoding): Decoded {
  const any = AnyEvent.safeParse(body)
  if (!any.success) return 'broken'
  if (any.data.event.eventtype !== 'enter_chat') return 'nothing'
  const parsed = EventBody.safeParse(body)
  if (!parsed.success) return 'broken'
  const chat = chatOf({ ...parsed.data, chattype: 'single' }, decoding.account)
  return chat === undefined
    ? 'broken'
    : { incoming: { ...baseOf(parsed.data, chat, decoding.now), content: { kind: 'start' } } }
}

type Sent = Pick<MessageBody, 'msgid' | 'chatid' | 'chattype' | 'from'>

/** A private chat has no number but the person's own. */
function chatOf({ chatid, chattype, from }: Sent, account: string): Chat | undefined {
  const kind = (chattype ?? (chatid === undefined ? 'single' : 'group')) === 'group' ? 'group' : 'private'
  const chatId = kind === 'group' ? chatid : from.userid
  return chatId === undefined ? undefined : { platform: 'wecom', account, kind, chatId }
}

const baseOf = ({ msgid, from }: Sent, chat: Chat, at: Date) => ({
  idempotencyKey: msgid,
  messageId: msgid,
  chat,
  from: { id: from.userid, stability: 'permanent' as const },
  at,
})

function contentOf(content: Content): {
  readonly text: string
  readonly enclosed: readonly Attachment[]
  readonly isKnown: boolean
} {
  const { msgtype, text, voice, mixed } = content
  if (msgtype === 'text' && text !== undefined) return { text: text.content, enclosed: [], isKnown: true }
  // WeCom has written down what was spoken; the sound itself is not handed on.
  if (msgtype === 'voice' && voice !== undefined) return { text: voice.content, enclosed: [], isKnown: true }
  if (msgtype === 'mixed' && mixed !== undefined) {
    const items = mixed.msg_item.filter((item) => item !== null)
    return {
      text: items.flatMap((item) => (item.msgtype === 'text' ? [item.text.content] : [])).join('\n'),
      enclosed: items.flatMap((item) => (item.msgtype === 'image' ? [attached(item.image, 'image')] : [])),
      isKnown: items.length === mixed.msg_item.length,
    }
  }
  for (const kind of ['image', 'file', 'video'] as const) {
    const enclosed = content[kind]
    if (msgtype === kind && enclosed !== undefined)
      return { text: '', enclosed: [attached(enclosed, kind)], isKnown: true }
  }
  return { text: '', enclosed: [], isKnown: false }
}

const NAMES = { image: wecomTexts.picture, file: wecomTexts.file, video: wecomTexts.film }

/** A message tells no names. */
function attached(enclosed: Enclosed, kind: keyof typeof NAMES): Attachment {
  const ref = refOf(enclosed)
  return { name: NAMES[kind](), kind, ref, open: (limitBytes) => openEnclosure(ref, limitBytes) }
}
