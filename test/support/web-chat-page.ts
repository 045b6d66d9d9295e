import { createHash } from 'node:crypto'
import { type HttpServer, openHttpServer } from '../../src/adapters/http/http-server.ts'
import type { PastLetter, WebChatHistory } from '../../src/adapters/platforms/web-chat/history.ts'
import {
  openWebChat,
  UPLOAD_LIMIT_BYTES,
  type WebChat,
} from '../../src/adapters/platforms/web-chat/web-chat.ts'
import type { OutgoingLetter } from '../../src/conversation/platform.ts'
import type { Arrival, Incoming } from '../../src/inbox/arrival.ts'
import { type Chat, chatKey } from '../../src/kernel/chat.ts'
import { type Clock, systemClock } from '../../src/kernel/clock.ts'
import { newId } from '../../src/kernel/ids.ts'
import type { LetterDraft } from '../../src/kernel/letter-draft.ts'
import { smallTown } from './small-town.ts'

/** What the page needs of a house, in memory: it keeps what comes, answers by a script, and survives restarts. */
export interface ScriptedHouse {
  readonly url: string
  readonly webChat: WebChat
  readonly arrivals: readonly Arrival[]
  /** Called for each arrival that is new, after it was stored. */
  script: (incoming: Incoming) => void | Promise<void>
  /** While true, nothing can be stored and nothing can be read. */
  isDown: boolean
  say(draft: Omit<LetterDraft, 'origin'>): Promise<string>
  privateChat(person: string): Chat
  groupChat(id: string): Chat
  putFile(bytes: Uint8Array, mediaType: string, name: string): string
  stop(): Promise<void>
  /** Goes away and comes back on the same port, with nothing but what was stored. */
  restart(): Promise<void>
}

export interface HouseOptions {
  readonly demonstration?: boolean
  readonly isLocalOnly?: boolean
}

export async function openScriptedHouse(options: HouseOptions = {}): Promise<ScriptedHouse> {
  const clock = tickingClock()
  const directory = smallTown()
  const stored: Arrival[] = []
  const letters: { chat: string; letter: PastLetter }[] = []
  const files = new Map<string, { bytes: Uint8Array; mediaType: string; name: string }>()
  const log = { warn() {}, error() {} }
  let server: HttpServer
  let webChat: WebChat
  let port = 0

  const upTo = <T extends { readonly at: Date }>(all: readonly T[], until: Date | undefined, limit: number) =>
    all.filter(({ at }) => until === undefined || at <= until).slice(-limit)
  const alive = () => {
    if (house.isDown) throw new Error('the database is away')
  }
  const history: WebChatHistory = {
    async listLetters(chat, until, limit) {
      alive()
      return upTo(
        letters.filter((one) => one.chat === chat).map(({ letter }) => letter),
        until,
        limit,
      )
    },
    async listArrivals(chat, until, limit) {
      alive()
      return upTo(
        stored.filter((one) => chatKey(one.chat) === chat),
        until,
        limit,
      )
    },
    async isLetter(chat, id) {
      return letters.some((one) => one.chat === chat && one.letter.id === id)
    },
  }

  function putFile(bytes: Uint8Array, mediaType: string, name: string): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    files.set(sha256, { bytes, mediaType, name })
    return sha256
  }

  async function receive(incoming: Incoming): Promise<'stored' | 'seen'> {
    alive()
    if (stored.some(({ idempotencyKey }) => idempotencyKey === incoming.idempotencyKey)) return 'seen'
    stored.push(incoming)
    setImmediate(() => void house.script(incoming))
    return 'stored'
  }

  async function start(): Promise<void> {
    server = await openHttpServer({ host: '127.0.0.1', port, log })
    port = server.address.port
    webChat = await openWebChat({
      account: 'web',
      botNames: ['娘家', '小娘家'],
      demonstration: options.demonstration ?? false,
      isLocalOnly: options.isLocalOnly ?? server.isLocalOnly,
      directory: async () => directory,
      files: {
        find: async (sha256) => files.get(sha256),
        async keep(attachment) {
          const bytes = await attachment.open(1_000_000)
          if (attachment.name.endsWith('.exe')) return { refused: '这种文件不收' }
          const mediaType = attachment.kind === 'image' ? 'image/png' : 'application/pdf'
          return {
            sha256: putFile(bytes, mediaType, attachment.name),
            name: attachment.name,
            kind: attachment.kind,
          }
        },
      },
      history,
      clock,
      log,
    })
    await webChat.open({ receive, report: () => undefined })
    server.mount('/chat', webChat.handle, { bodyLimitBytes: UPLOAD_LIMIT_BYTES })
  }

  async function stop(): Promise<void> {
    await webChat.close()
    await server.close()
  }

  const house: ScriptedHouse = {
    get url() {
      return server.address.url
    },
    get webChat() {
      return webChat
    },
    arrivals: stored,
    script: () => {},
    isDown: false,
    async say(draft) {
      const at = clock.now()
      const letter: OutgoingLetter = { ...draft, origin: 'automatic', id: newId('out', at) }
      letters.push({ chat: chatKey(letter.to), letter: { ...letter, at } })
      await webChat.send(letter)
      return letter.id
    },
    privateChat: (chatId) => ({ platform: 'web-chat', account: 'web', kind: 'private', chatId }),
    groupChat: (chatId) => ({ platform: 'web-chat', account: 'web', kind: 'group', chatId }),
    putFile,
    stop,
    async restart() {
      await stop()
      await start()
    },
  }
  await start()
  return house
}

/** Real time, and no two moments of it alike: what was said first is known by its time, also after a restart. */
function tickingClock(): Clock {
  const system = systemClock()
  let last = 0
  return {
    ...system,
    now() {
      last = Math.max(last + 1, system.now().getTime())
      return new Date(last)
    },
  }
}
