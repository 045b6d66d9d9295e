import { openTelegram } from '../../src/adapters/platforms/telegram/telegram.platform.ts'
import type { Chat } from '../../src/kernel/chat.ts'
import {
  BAI,
  HE,
  HOME,
  HOME_OF_HE,
  OTHER_ROOM,
  openTown,
  ROBOT,
  ROOM,
  type TelegramRoom,
  type TelegramUser,
  THREAD,
} from './telegram-people.ts'
import { openTelegramServer, refusal } from './telegram-server.ts'
import type { OpenWire, SentFile, Shown, Somebody } from './wires.ts'

/** Nothing here waits for seconds. */
export const HASTE = {
  firstMs: 5,
  mostMs: 40,
  pollSeconds: 5,
  idleMs: 5,
  watchMs: 30,
  callSeconds: 5,
  fileSeconds: 5,
}
/** As long as a server that is gone stays gone for one letter. */
const GONE_MS = 300

const somebody = ({ id, first_name }: TelegramUser): Somebody => ({ id: String(id), name: first_name })

export const telegramWire: OpenWire = async ({ botNames, now, log, readFile }) => {
  const server = await openTelegramServer()
  const town = openTown(server)
  const { sim, me } = server
  const platform = openTelegram({
    account: 'telegram',
    token: server.token,
    apiRoot: server.url,
    updates: { kind: 'polling' },
    botNames,
    now,
    log,
    readFile,
    pauses: HASTE,
  })
  let moved: TelegramRoom = ROOM
  let pollsBefore = 0
  let albums = 0

  const chat = (room: TelegramRoom, more: Partial<Chat> = {}): Chat => ({
    platform: 'telegram',
    account: 'telegram',
    kind: room.type === 'private' ? 'private' : 'group',
    chatId: String(room.id),
    ...(room.title === undefined ? {} : { title: room.title }),
    ...more,
  })
  const rooms = [HOME, HOME_OF_HE, ROOM, OTHER_ROOM]
  const roomOf = ({ kind, chatId }: Chat): TelegramRoom => {
    const known = [moved, ...rooms].find(({ id }) => String(id) === chatId)
    if (known !== undefined || kind === 'group') return known ?? ROOM
    const home: TelegramRoom = { id: Number(chatId), type: 'private' }
    town.know(home)
    return home
  }
  const userOf = (as?: Somebody): TelegramUser => {
    if (as === undefined) return BAI
    const known = [BAI, HE, ROBOT].find(({ id }) => String(id) === as.id)
    return { is_bot: false, ...known, id: Number(as.id), first_name: as.name }
  }
  /** A topic's messages answer the one that opened it. */
  const inTopic = ({ threadId }: Chat) =>
    threadId === undefined
      ? {}
      : {
          is_topic_message: true,
          message_thread_id: Number(threadId),
          reply_to_message: { message_id: Number(threadId), from: me, forum_topic_created: { name: '报修' } },
        }
  const numberOf = ({ message }: { readonly message: { readonly message_id: number } }) =>
    String(message.message_id)
  const say = async (to: Chat, text: string, as?: Somebody) =>
    numberOf(await town.say(roomOf(to), text, userOf(as), inTopic(to)))

  async function sendFile(to: Chat, file: SentFile, text = '', as?: Somebody, album?: string) {
    const { kind, name, bytes } = file
    const more = {
      ...(text === '' ? {} : { caption: text }),
      ...(album === undefined ? {} : { media_group_id: album }),
      ...inTopic(to),
    }
    const room = roomOf(to)
    const by = userOf(as)
    if (kind === 'image') return numberOf(await town.photo(room, bytes, more, by))
    const type = kind === 'file' ? 'document' : kind
    const about = kind === 'file' ? { file_name: name } : {}
    return numberOf(await town.file(room, type, bytes, about, more, by))
  }

  async function ready() {
    const before = pollsBefore
    await waitFor(() => server.polls() > before && server.callsOf('setMyCommands').length >= 2)
    pollsBefore = server.polls()
  }

  return {
    platform,
    ready,
    bai: somebody(BAI),
    he: somebody(HE),
    robot: somebody(ROBOT),
    home: chat(HOME),
    homeOfHe: chat(HOME_OF_HE),
    get room() {
      return chat(moved)
    },
    otherRoom: chat(OTHER_ROOM),
    thread: chat(ROOM, { threadId: String(THREAD) }),
    say,
    mentions: {
      username: (to, text, as) => say(to, `@${me.username} ${text}`, as),
      'text mention': async (to, text, as) => {
        const made = town.update(userOf(as), roomOf(to), {
          text: `${me.first_name}，${text}`,
          entities: [{ type: 'text_mention', offset: 0, length: me.first_name.length, user: me }],
          ...inTopic(to),
        })
        return numberOf(await town.push(made))
      },
      name: (to, text, as) => say(to, `@娘家 ${text}`, as),
    },
    reply: async (to, text, answered, as) =>
      numberOf(await town.reply(roomOf(to), text, Number(answered.messageId), userOf(as))),
    async choose({ to, choices }, [prompt], index, as) {
      await town.press(roomOf(to), Number(prompt), choices?.[index]?.id ?? '', userOf(as))
    },
    async start(payload) {
      await town.say(HOME, payload === undefined ? '/start' : `/start ${payload}`)
    },
    sendsKinds: ['image', 'file', 'voice', 'video'],
    sendFile: (to, file, text, as) => sendFile(to, file, text, as),
    failDownload: () => server.arm({ kind: 'hang-up-before' }, /^download$/u),
    async album(to, files, text) {
      const album = `album-${++albums}`
      const ids: string[] = []
      for (const [n, file] of files.entries())
        ids.push(await sendFile(to, file, n === 0 ? text : '', undefined, album))
      return ids
    },
    async edit(to, messageId, text) {
      await town.edit(roomOf(to), Number(messageId), text)
    },
    async joins(to, who) {
      await town.service(roomOf(to), { new_chat_members: [userOf(who)] }, userOf(who))
    },
    async leaves(to, who) {
      await town.service(roomOf(to), { left_chat_member: userOf(who) }, userOf(who))
    },
    async botAdded(to) {
      await town.us(roomOf(to), 'left', 'member')
    },
    async botRemoved(to) {
      await town.us(roomOf(to), 'member', 'kicked')
    },
    async migrate() {
      const next: TelegramRoom = { ...ROOM, id: ROOM.id - 500 }
      const old = { ...moved, type: 'group' as const }
      town.know(next)
      await town.service(old, { migrate_to_chat_id: next.id })
      await town.service(next, { migrate_from_chat_id: old.id })
      moved = next
      return chat(next)
    },
    again: async () => void (await server.push(town.last())),
    async reconnect() {
      await server.unplug()
      await server.plug()
      await ready()
    },
    handInRaw: async (nonsense) =>
      typeof nonsense === 'string'
        ? void (await server.push(undefined, nonsense))
        : void (await server.push(nonsense)),
    nonsense: nonsense(),
    async shown(to) {
      const thread = to.threadId === undefined ? undefined : Number(to.threadId)
      const ours = sim.getBotMessages(Number(to.chatId)) as unknown as readonly BotMessage[]
      return ours
        .filter(({ message_thread_id }) => message_thread_id === thread)
        .map((message) => shownOf(message, Number(to.chatId)))
    },
    faults: {
      retryAfter(seconds) {
        server.arm(refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds }))
        return undefined
      },
      transient: () => server.arm(refusal(503, 'Service Unavailable')),
      unreachable: () => {
        void server.unplug()
        setTimeout(() => void server.plug(), GONE_MS)
      },
      hangUp: () => server.arm({ kind: 'hang-up-after' }),
      blocked: () => server.arm(refusal(403, 'Forbidden: bot was blocked by the user')),
      kicked: () => server.arm(refusal(403, 'Forbidden: bot was kicked from the supergroup chat')),
      deactivated: () => server.arm(refusal(403, 'Forbidden: user is deactivated')),
      notOpen: () => server.arm(refusal(403, "Forbidden: bot can't initiate conversation with a user")),
      migrated() {
        const to = ROOM.id - 900
        town.know({ ...ROOM, id: to })
        server.arm(
          refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
            migrate_to_chat_id: to,
          }),
        )
        return String(to)
      },
      permanent: () =>
        server.arm(refusal(400, 'Bad Request: not enough rights to send text messages to the chat')),
    },
    goOffline: () => server.unplug(),
    comeBack: () => server.plug(),
    async loseLogin() {
      server.revoke()
      // The question that waits is answered with the old token still.
      await server.push({ update_id: sim.getNextUpdateId() })
    },
    secrets: [server.token, server.token.split(':')[1] ?? ''],
    cannot: {
      withdraw: 'Telegram does not tell bots of deleted messages',
      'faults.windowClosed': 'Telegram has no window after which a chat closes',
    },
    close: () => server.close(),
  }

  function shownOf(message: BotMessage, chatId: number): Shown {
    const { reply_to_message: answered } = message
    return {
      text: message.text ?? message.caption ?? '',
      buttons: (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text),
      mentions: (message.entities ?? []).flatMap(({ user }) => (user === undefined ? [] : [String(user.id)])),
      ...(answered === undefined ? {} : { answers: String(answered.message_id) }),
      files: server.uploadsOf(chatId, message.message_id),
      isEdited: message.edit_date !== undefined,
    }
  }
}

interface BotMessage {
  readonly message_id: number
  readonly message_thread_id?: number
  readonly text?: string
  readonly caption?: string
  readonly edit_date?: number
  readonly reply_to_message?: { readonly message_id: number }
  readonly entities?: readonly { readonly user?: { readonly id: number } }[]
  readonly reply_markup?: { readonly inline_keyboard: readonly (readonly { readonly text: string }[])[] }
}

async function waitFor(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 1_500) throw new Error('The bot did not begin to listen.')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Good updates, each wrong in one place. */
function nonsense(): readonly unknown[] {
  const message = { message_id: 5, date: 1, chat: HOME, from: BAI, text: '好' }
  let id = 1_000_000
  const around = (given: object) => ({ update_id: ++id, ...given })
  return [
    around({ message: { ...message, message_id: '5' } }),
    around({ message: { ...message, message_id: 2 ** 60 } }),
    around({ message: { ...message, chat: { ...HOME, id: null } } }),
    around({ message: { ...message, chat: { ...HOME, type: 'secret' } } }),
    around({ message: { ...message, from: { id: {} } } }),
    around({ message: { ...message, from: undefined } }),
    around({ message: { ...message, text: 7, entities: 'all' } }),
    around({ message: { ...message, text: '', photo: [] } }),
    around({ message: { ...message, text: undefined, photo: [{ file_id: 3 }] } }),
    around({ message: { ...message, text: '', document: 'file' } }),
    around({ message: [] }),
    around({ edited_message: { chat: HOME } }),
    around({ callback_query: { id: '1', from: BAI, data: 'x'.repeat(999), message } }),
    around({ callback_query: { id: '1', from: BAI, data: '\ud83d', message } }),
    around({ callback_query: { id: '1', from: BAI } }),
    around({ my_chat_member: { chat: ROOM, from: BAI } }),
    around({ poll: { id: 1 } }),
    around({}),
  ]
}
