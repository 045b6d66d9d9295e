import type { Doorstep } from '../../../conversation/platform.ts'
import { chatKey } from '../../../kernel/chat.ts'
import { json, refuse } from './answers.ts'
import { houseFacts } from './house-facts.ts'
import type { PageFiles } from './page-files.ts'
import { readPast } from './past.ts'
import { findPersona } from './personas.ts'
import { chatsOf, findPlace } from './place.ts'
import { postFailed, postMessage } from './post-message.ts'
import type { Rooms } from './rooms.ts'
import { serveFile } from './serve-file.ts'
import type { Streams } from './stream.ts'
import { webChatTexts } from './web-chat.texts.ts'
import type { WebChatParts } from './web-chat-parts.ts'

export interface RouteParts extends WebChatParts {
  readonly rooms: Rooms
  readonly streams: Streams
  readonly page: PageFiles
  readonly doorstep: Doorstep | undefined
}

const EARLIER_AT_ONCE = 60

/** Everything under `/chat`. */
export async function routeRequest(request: Request, parts: RouteParts): Promise<Response> {
  if (!parts.isLocalOnly && parts.personasElsewhere !== true) {
    return new Response(webChatTexts.personasRefused, { status: 403 })
  }
  const url = new URL(request.url)
  const path = url.pathname.replace(/^\/chat/, '')
  // Without the slash at its end the page's own files would be looked for one level too high.
  if (path === '') return new Response(null, { status: 308, headers: { location: `/chat/${url.search}` } })
  try {
    return await answer(request, url, path, parts)
  } catch (error) {
    parts.log.error(
      { path: url.pathname, error: error instanceof Error ? error.name : 'unknown' },
      '网页聊天请求失败',
    )
    return request.method === 'POST' ? postFailed() : refuse(503, webChatTexts.notYet)
  }
}

async function answer(request: Request, url: URL, path: string, parts: RouteParts): Promise<Response> {
  if (request.method === 'POST') {
    if (path !== '/api/messages') return refuse(405, webChatTexts.wrongMethod)
    return parts.doorstep === undefined
      ? postFailed()
      : await postMessage(request, postParts(parts), parts.doorstep)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, webChatTexts.wrongMethod)
  const file = /^\/api\/files\/([0-9a-f]{64})$/.exec(path)?.[1]
  if (file !== undefined) return serveFile(file, url.searchParams.get('name'), parts.files.find)
  switch (path) {
    case '/api/house':
      return house(url, parts)
    case '/api/stream':
      return stream(request, url, parts)
    case '/api/earlier':
      return earlier(url, parts)
    default:
      return parts.page(path.slice(1), request) ?? refuse(404, webChatTexts.noPage)
  }
}

const postParts = (parts: RouteParts) => ({
  ...parts,
  keepFile: parts.files.keep,
  findPlace: async (as: string, chat: string) => findPlace(await parts.directory(), parts.account, as, chat),
})

async function house(url: URL, parts: RouteParts): Promise<Response> {
  const directory = await parts.directory()
  const viewer = findPersona(directory, url.searchParams.get('as') ?? '')
  return json(houseFacts(directory, parts, viewer))
}

async function stream(request: Request, url: URL, parts: RouteParts): Promise<Response> {
  if (parts.doorstep === undefined) return refuse(503, webChatTexts.notYet)
  const directory = await parts.directory()
  const viewer = findPersona(directory, url.searchParams.get('as') ?? '')
  if (viewer === undefined) return refuse(403, webChatTexts.unknownPersona)
  const chats = [...chatsOf(directory, viewer, parts.account)].map(
    ([name, chat]) => [name, chatKey(chat)] as const,
  )
  // The header is what the browser itself remembers; the address is what the page asks for after a pause.
  const after = request.headers.get('last-event-id') ?? url.searchParams.get('after') ?? undefined
  return parts.streams.open({ viewer: viewer.id, chats: new Map(chats), after })
}

/** What lies before the oldest entry that the page shows; entries of that same moment come again. */
async function earlier(url: URL, parts: RouteParts): Promise<Response> {
  const query = url.searchParams
  const directory = await parts.directory()
  const place = findPlace(directory, parts.account, query.get('as') ?? '', query.get('chat') ?? '')
  if ('refused' in place) return place.refused
  const until = new Date(Number(query.get('until') ?? Number.NaN))
  if (Number.isNaN(until.getTime())) return refuse(400, webChatTexts.malformed)
  const names = { directory, botName: parts.botNames[0] ?? '' }
  const past = await readPast(parts.history, chatKey(place.chat), names, until, EARLIER_AT_ONCE)
  const entries = past.entries.filter(
    (entry) => entry.kind !== 'choice' || entry.from.id === place.persona.id,
  )
  return json({ entries, more: past.more })
}
