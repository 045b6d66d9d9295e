import type { ArrivalContent, Attachment, Incoming } from '../../../inbox/arrival.ts'
import type { Chat } from '../../../kernel/chat.ts'
import { addressingByName } from '../addressing.ts'
import type { Ids } from './login.ts'
import type { MessagePayload } from './payload.ts'
import { looksLikeXml, readQuote } from './quote.ts'
import { recalledMessage } from './recalled.ts'
import { wechatTexts } from './wechat.texts.ts'

/** What has to be known around a message to read it. */
export interface Around {
  readonly account: string
  readonly ids: Ids
  /** The account's own id, and every name it goes by: in this room, its own, and what it is configured to hear. */
  readonly self: string
  readonly names: readonly string[]
  /** How people see the talker, in this room if it has its own name for them. */
  readonly talkerName: string | undefined
  readonly topic: string | undefined
  /** A link, a card, a place and the like in plain words. */
  readonly shared: string | undefined
  readonly now: Date
  open(messageId: string, limitBytes: number): Promise<Uint8Array>
}

/** A puppet's name for a kind of message, where it is an enclosure. */
const ENCLOSURES: Readonly<Record<string, Attachment['kind']>> = {
  Image: 'image',
  Attachment: 'file',
  Audio: 'voice',
  Video: 'video',
}

/** A message as an arrival; undefined for what nobody said to anybody: stickers, system lines, calls. */
export function decode(payload: MessagePayload, kind: string, around: Around): Incoming | undefined {
  const content = contentOf(payload, kind, around)
  if (content === undefined) return undefined
  const enclosed = isEnclosure(payload, kind)
  return {
    // Its own second too: there are puppets that begin to count anew.
    idempotencyKey: `message:${payload.id}:${payload.at?.getTime() ?? 0}`,
    messageId: payload.id,
    chat: chatOf(payload, around),
    from: personOf(payload.talkerId, around.talkerName, around.ids),
    at: around.now,
    content,
    ...(enclosed ? { attachments: [attachmentOf(payload, kind, around)] } : {}),
  }
}

function contentOf(payload: MessagePayload, kind: string, around: Around): ArrivalContent | undefined {
  const text = payload.text ?? ''
  if (kind === 'Recalled') {
    const message = recalledMessage(text)
    return message === undefined ? undefined : { kind: 'withdrawn', message }
  }
  if (around.shared !== undefined) return spoken(around.shared, payload, around)
  if (isEnclosure(payload, kind)) {
    // Some puppets write down what a voice says; others put WeChat's own description of it there.
    const heard = kind === 'Audio' && !looksLikeXml(text) ? text : ''
    return spoken(heard, payload, around)
  }
  const isWords = kind === 'Text' || kind === 'GroupNote' || readQuote(text) !== undefined
  return isWords && text.trim() !== '' ? spoken(text, payload, around) : undefined
}

function spoken(text: string, payload: MessagePayload, around: Around): ArrivalContent {
  const quoted = readQuote(text)
  const said = (quoted?.text ?? text).replaceAll('\u2005', ' ')
  const isReplyToUs =
    quoted !== undefined && (quoted.by === around.self || around.names.includes(quoted.name.trim()))
  const isPrivate = payload.roomId === undefined
  const heard = addressingByName(around.names)(said, { isPrivate, isReplyToUs })
  const called = calledByNumber(payload, said, around) && quoted === undefined && heard.addressed === 'none'
  return {
    kind: 'message',
    ...(called ? { text: withoutFirstCall(said), addressed: 'mention' as const } : heard),
    ...(quoted?.of === undefined ? {} : { replyTo: quoted.of }),
    ...(quoted === undefined || quoted.words === '' ? {} : { quote: quoted.words }),
  }
}

/** Called under a name that we do not know of yet. A call to everybody is no call to us. */
function calledByNumber({ mentionIdList = [] }: MessagePayload, text: string, { self }: Around): boolean {
  return mentionIdList.includes(self) && !/[@＠](?:所有人|all\b)/iu.test(text)
}

function withoutFirstCall(text: string): string {
  return text.replace(/^\s*[@＠]\S{1,64}\s*/u, '').trim()
}

function isEnclosure({ text = '' }: MessagePayload, kind: string): boolean {
  return ENCLOSURES[kind] !== undefined && readQuote(text) === undefined
}

function attachmentOf({ id, filename, text = '' }: MessagePayload, kind: string, around: Around): Attachment {
  const named =
    filename?.trim() || (kind === 'Attachment' && /^[^<>\n]{1,200}\.\w{1,8}$/u.test(text) ? text : '')
  return {
    kind: ENCLOSURES[kind] ?? 'file',
    name: named || wechatTexts.enclosure[ENCLOSURES[kind] ?? 'file'],
    ref: id,
    open: (limitBytes) => around.open(id, limitBytes),
  }
}

export function chatOf(
  { roomId, talkerId }: { readonly roomId?: string | undefined; readonly talkerId: string },
  { account, ids, topic }: Pick<Around, 'account' | 'ids' | 'topic'>,
): Chat {
  return {
    platform: 'wechat',
    account,
    kind: roomId === undefined ? 'private' : 'group',
    chatId: ids.ours(roomId ?? talkerId),
    ...(roomId === undefined || !topic ? {} : { title: topic }),
  }
}

export function personOf(id: string, name: string | undefined, ids: Ids): Incoming['from'] {
  return { id: ids.ours(id), ...(name ? { name } : {}), stability: ids.stability }
}
