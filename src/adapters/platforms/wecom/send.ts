import type { SendMsgBody, WSClient, WsFrameHeaders } from '@wecom/aibot-node-sdk'
import type { OutgoingLetter, SendResult } from '../../../conversation/platform.ts'
import type { Chat } from '../../../kernel/chat.ts'
import type { Clock } from '../../../kernel/clock.ts'
import type { Connection } from './connection.ts'
import { asMarkdown } from './markup.ts'
import type { Media, MediaShelf } from './media.ts'
import { errcodeOf, isConnectionUseless, isMediaExpired, resultOf } from './refusal.ts'
import { WECOM } from './wecom.capabilities.ts'
import { wecomTexts } from './wecom.texts.ts'
import type { openWelcomes } from './welcome.ts'

export interface SendParts {
  readonly connection: Connection
  readonly media: MediaShelf
  readonly welcomes: ReturnType<typeof openWelcomes>
  readonly clock: Clock
  warn(what: string, detail: Readonly<Record<string, unknown>>): void
}

const MOST_BYTES = 20_480
const OK: SendResult = { kind: 'ok', messageIds: [] }
/** What WeCom lets a user id consist of; anything else could draw something. */
const USER_ID = /^[\w.@-]{1,64}$/u

export function sendLetters(parts: SendParts) {
  const { connection, media, welcomes, clock } = parts

  /** Says one message and waits for WeCom's word that it has it. */
  async function say(client: WSClient, to: Chat, message: () => Promise<unknown>): Promise<SendResult> {
    if (!client.isConnected) return { kind: 'account-offline' }
    try {
      await message()
      return OK
    } catch (reason) {
      const code = errcodeOf(reason)
      if (code === undefined) {
        // It left, and nothing came back: too late, or the connection is gone.
        connection.doubt(client)
        return { kind: 'uncertain', why: wecomTexts.noReceipt() }
      }
      parts.warn('WeCom refused a message', { errcode: code })
      if (isConnectionUseless(code)) connection.drop(client)
      return resultOf(code, to)
    }
  }

  async function sayWords(client: WSClient, letter: OutgoingLetter): Promise<SendResult> {
    const { to } = letter
    const text = wordsOf(letter)
    const welcome = to.kind === 'private' ? welcomes.take(to.chatId, text, clock.now()) : undefined
    if (welcome !== undefined) {
      const welcomed = await say(client, to, () => sayWelcome(client, welcome, text))
      // What WeCom did not take as a welcome was surely not said.
      if (welcomed.kind === 'ok' || welcomed.kind === 'uncertain') return welcomed
    }
    const content = cutBytes(callsOf(letter) + asMarkdown(text))
    return say(client, to, () =>
      client.sendMessage(to.chatId, inChat(to, { msgtype: 'markdown', markdown: { content } })),
    )
  }

  async function sayMedia(client: WSClient, to: Chat, sha256: string, { type, id }: Media) {
    const body = { msgtype: type, [type]: { media_id: id } } as SendMsgBody
    let isExpired = false
    const said = await say(client, to, () =>
      client.sendMessage(to.chatId, inChat(to, body)).catch((reason) => {
        isExpired = isMediaExpired(errcodeOf(reason) ?? 0)
        throw reason
      }),
    )
    if (isExpired) media.forget(sha256)
    return said
  }

  return async (letter: OutgoingLetter): Promise<SendResult> => {
    const client = await connection.client()
    if (client === undefined) return { kind: 'account-offline' }
    const files = letter.files ?? []
    // Files are put on the shelf before the first word is said: what can fail fails early.
    const given: Media[] = []
    for (const file of files) {
      const found = await media.give(client, file, letter.to)
      if ('kind' in found) return found
      given.push(found)
    }
    let said = 0
    if (wordsOf(letter) !== '') {
      const result = await sayWords(client, letter)
      if (result.kind !== 'ok') return result
      said++
    }
    for (const [n, { sha256 }] of files.entries()) {
      const result = await sayMedia(client, letter.to, sha256, given[n] as Media)
      if (result.kind !== 'ok') return said > 0 ? { kind: 'uncertain', why: wecomTexts.onlyPart() } : result
      said++
    }
    return OK
  }
}

const sayWelcome = (client: WSClient, frame: WsFrameHeaders, content: string) =>
  client.replyWelcome(frame, { msgtype: 'text', text: { content } })

/** Otherwise WeCom takes a number for a group's if it can be one. */
const inChat = ({ kind }: Chat, body: SendMsgBody): SendMsgBody => {
  const typed = { ...body, chat_type: kind === 'private' ? 1 : 2 }
  return typed
}

function wordsOf({ text, choices = [] }: OutgoingLetter): string {
  const lines = [text, ...choices.map(({ label }, n) => `${n + 1}. ${label}`)].filter((line) => line !== '')
  const words = lines.join('\n').toWellFormed().slice(0, WECOM.longestText)
  return words.isWellFormed() ? words : words.slice(0, -1)
}

function callsOf({ to, mention = [] }: OutgoingLetter): string {
  if (to.kind === 'private') return ''
  return mention
    .filter((id) => USER_ID.test(id))
    .map((id) => `<@${id}> `)
    .join('')
}

/** However many are called: never in the middle of a character. */
function cutBytes(content: string): string {
  if (Buffer.byteLength(content) <= MOST_BYTES) return content
  return new TextDecoder().decode(Buffer.from(content).subarray(0, MOST_BYTES), { stream: true })
}
