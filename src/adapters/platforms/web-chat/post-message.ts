import type { Doorstep } from '../../../conversation/platform.ts'
import type { KeepFile } from '../../../inbox/receive.ts'
import { type Chat, chatKey } from '../../../kernel/chat.ts'
import type { Clock } from '../../../kernel/clock.ts'
import { json, refuse } from './answers.ts'
import { decode, messageIdOf } from './decode.ts'
import { arrivalEntry } from './encode.ts'
import type { WebChatHistory } from './history.ts'
import { keepFiles } from './keep-files.ts'
import type { Place } from './place.ts'
import { readPost } from './read-post.ts'
import type { Rooms } from './rooms.ts'
import { webChatTexts } from './web-chat.texts.ts'

export interface PostParts {
  readonly botNames: readonly string[]
  readonly clock: Clock
  readonly rooms: Rooms
  readonly history: WebChatHistory
  readonly keepFile: KeepFile
  findPlace(as: string, chat: string): Promise<Place | { readonly refused: Response }>
}

/** Answers 200 only when the doorstep has stored it; anything else means that the page may send it again. */
export async function postMessage(request: Request, parts: PostParts, doorstep: Doorstep): Promise<Response> {
  const read = await readPost(request)
  if ('refused' in read) return refuse(400, read.refused)
  const { posted, files: uploads } = read
  const place = await parts.findPlace(posted.as, posted.chat)
  if ('refused' in place) return place.refused
  const { persona, chat, directory } = place

  const kept = await keepFiles(uploads, parts.keepFile)
  const incoming = decode(posted, persona, chat, {
    botNames: parts.botNames,
    at: parts.clock.now(),
    isReplyToUs: posted.replyTo !== undefined && (await isLetter(chat, posted.replyTo, parts)),
    ...kept,
  })
  const received = await doorstep.receive(incoming)
  // What was seen before was shown then, or is in the history that the room was filled from.
  if (received === 'stored') {
    const entry = arrivalEntry(incoming, parts.botNames[0] ?? '', directory)
    if (entry !== undefined) parts.rooms.publish(chatKey(chat), entry)
  }
  return json({ received, id: messageIdOf(persona.id, posted.id), unread: kept.unread })
}

async function isLetter(chat: Chat, id: string, { rooms, history }: PostParts): Promise<boolean> {
  const key = chatKey(chat)
  const room = rooms.find(key)
  if (room?.has(id)) return room.hasLetter(id)
  return history.isLetter(key, id)
}

export const postFailed = () => refuse(503, webChatTexts.notStored)
