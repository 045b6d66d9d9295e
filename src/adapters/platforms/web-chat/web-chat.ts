import { randomBytes } from 'node:crypto'
import type { ChatByCode, Doorstep, OutgoingLetter, Platform } from '../../../conversation/platform.ts'
import { chatKey } from '../../../kernel/chat.ts'
import { letterEntry } from './encode.ts'
import { readPageFiles } from './page-files.ts'
import { readPast } from './past.ts'
import { openRooms } from './rooms.ts'
import { routeRequest } from './routes.ts'
import { openStreams } from './stream.ts'
import { WEB_CHAT } from './web-chat.capabilities.ts'
import type { WebChatParts } from './web-chat-parts.ts'

export interface WebChat extends Platform, ChatByCode {
  readonly name: 'web-chat'
  /** Everything under `/chat`. */
  handle(request: Request): Promise<Response>
}

/** All files of one message together; the server lets no more through. */
export const UPLOAD_LIMIT_BYTES = 40_000_000

const PAST_SHOWN = 200

/**
 * The chat in a browser, for trying the house out and for a desk without any messenger: one page, in which
 * one is whoever of the roster one chooses. Nobody signs in, hence the two settings above.
 */
export async function openWebChat(parts: WebChatParts): Promise<WebChat> {
  const { account, clock, history, botNames } = parts
  const page = await readPageFiles()
  const botName = botNames[0] ?? ''
  const rooms = openRooms(async (chat) =>
    readPast(history, chat, { directory: await parts.directory(), botName }, undefined, PAST_SHOWN),
  )
  const streams = openStreams(rooms, randomBytes(8).toString('hex'))
  let doorstep: Doorstep | undefined

  return {
    name: 'web-chat',
    platform: 'web-chat',
    account,
    can: WEB_CHAT,
    async open(given) {
      doorstep = given
    },
    /** The letter is stored already; whoever is there sees it now, and whoever comes later reads it then. */
    async send(letter: OutgoingLetter) {
      if (doorstep === undefined) return { kind: 'account-offline' }
      // Names of those mentioned are an ornament; a roster that cannot be read just now costs only them.
      const directory = await parts.directory().catch(() => undefined)
      rooms.publish(chatKey(letter.to), letterEntry({ ...letter, at: clock.now() }, directory))
      return { kind: 'ok', messageIds: [letter.id] }
    },
    async close() {
      doorstep = undefined
      streams.endAll()
    },
    chatOf: (code) => ({ platform: 'web-chat', account, kind: 'private', chatId: code }),
    handle: (request) => routeRequest(request, { ...parts, rooms, streams, page, doorstep }),
  }
}
