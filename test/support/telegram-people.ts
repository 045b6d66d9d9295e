import type { TelegramStandIn } from './telegram-server.ts'

/** As Telegram has them; more than the simulator's types allow is wanted here. */
export interface TelegramUser {
  readonly id: number
  readonly is_bot: boolean
  readonly first_name: string
  readonly username?: string
}
export interface TelegramRoom {
  readonly id: number
  readonly type: 'private' | 'group' | 'supergroup' | 'channel'
  readonly title?: string
  readonly first_name?: string
}
type Fields = Readonly<Record<string, unknown>>
export interface MessageUpdate {
  readonly update_id: number
  // biome-ignore lint/suspicious/noExplicitAny: a message as it is on the wire, to be changed by tests
  readonly message: Record<string, any> & { message_id: number }
}

export const BAI: TelegramUser = { id: 100_001, is_bot: false, first_name: '白帆' }
export const HE: TelegramUser = { id: 100_002, is_bot: false, first_name: '何志平' }
export const ROBOT: TelegramUser = { id: 100_003, is_bot: true, first_name: '天气', username: 'weather_bot' }
export const HOME: TelegramRoom = { id: BAI.id, type: 'private', first_name: BAI.first_name }
export const HOME_OF_HE: TelegramRoom = { id: HE.id, type: 'private', first_name: HE.first_name }
export const ROOM: TelegramRoom = { id: -1_001_000_000_001, type: 'supergroup', title: '陶艺商会群' }
export const OTHER_ROOM: TelegramRoom = { id: -1_001_000_000_002, type: 'supergroup', title: '茶业商会群' }
/** What a group is before it becomes a supergroup. */
export const SMALL_ROOM: TelegramRoom = { id: -40_001, type: 'group', title: '筹备小群' }
export const THREAD = 77

/** People and chats of a Bot API server, and what they do there, as updates. */
export function openTown(server: TelegramStandIn) {
  const { sim, me } = server
  for (const room of [HOME, HOME_OF_HE, ROOM, OTHER_ROOM, SMALL_ROOM]) know(room)

  function know(room: TelegramRoom): void {
    sim.chatState.getOrCreate(room as never)
    // Administrators are not held back by the simulator's own pace; ours is tested elsewhere.
    sim.memberState.setAdmin(room.id, me as never, {})
  }

  function update(by: TelegramUser, room: TelegramRoom, fields: Fields): MessageUpdate {
    const made = sim.simulateUserMessage(by as never, room as never, '') as unknown as MessageUpdate
    delete made.message.text
    Object.assign(made.message, fields)
    return made
  }

  const lastOf: { update?: unknown } = {}
  async function push<T>(one: T): Promise<T> {
    // As it is on the wire: what is stored may change later.
    lastOf.update = structuredClone(one)
    await server.push(lastOf.update)
    return one
  }

  const entitiesOf = (text: string): Fields => {
    const command = /^\/[A-Za-z0-9_]+(?:@\w+)?/u.exec(text)?.[0]
    const mentions = [...text.matchAll(/(?<!\w)@\w{3,}/gu)].map((found) => ({
      type: 'mention',
      offset: found.index,
      length: found[0].length,
    }))
    const all =
      command === undefined ? mentions : [{ type: 'bot_command', offset: 0, length: command.length }]
    return all.length === 0 ? {} : { entities: all }
  }

  return {
    know,
    update,
    push,
    /** The update that was handed in last. */
    last: () => lastOf.update,
    say: (room: TelegramRoom, text: string, by = BAI, more: Fields = {}) =>
      push(update(by, room, { text, ...entitiesOf(text), ...more })),
    /** Calls the bot by a link on a name, as one does whom no username is known of. */
    callByLink: (room: TelegramRoom, text: string, by = BAI) =>
      push(
        update(by, room, {
          text: `😀${me.first_name} ${text}`,
          entities: [{ type: 'text_mention', offset: 2, length: me.first_name.length, user: me }],
        }),
      ),
    reply: (room: TelegramRoom, text: string, to: number, by = BAI, more: Fields = {}) =>
      push(update(by, room, { text, reply_to_message: sim.getMessage(room.id, to), ...more })),
    edit: (room: TelegramRoom, message: number, text: string, by = BAI) =>
      push({
        update_id: sim.getNextUpdateId(),
        edited_message: {
          message_id: message,
          date: 1_700_000_000,
          edit_date: 1_700_000_060,
          chat: room,
          from: by,
          text,
        },
      }),
    press: (room: TelegramRoom, message: number, data: string, by = BAI) =>
      push(
        sim.simulateCallbackQuery(
          by as never,
          room as never,
          data,
          structuredClone(sim.getMessage(room.id, message)),
        ),
      ),
    photo(room: TelegramRoom, bytes: Uint8Array, more: Fields = {}, by = BAI) {
      const photo = sim.fileState.storePhoto(1_280, 960, { content: bytes, fileSize: bytes.length })
      return push(update(by, room, { photo, ...more }))
    },
    file(
      room: TelegramRoom,
      kind: 'document' | 'voice' | 'video' | 'audio' | 'video_note' | 'animation',
      bytes: Uint8Array,
      about: Fields = {},
      more: Fields = {},
      by = BAI,
    ) {
      const { fileId, fileUniqueId } = sim.fileState.storeFile(kind, {
        content: bytes,
        fileSize: bytes.length,
      })
      const kept = { file_id: fileId, file_unique_id: fileUniqueId, file_size: bytes.length, ...about }
      return push(update(by, room, { [kind]: kept, ...more }))
    },
    /** What becomes of the bot in a chat. */
    us: (room: TelegramRoom, from: string, to: string, by = BAI) =>
      push({
        update_id: sim.getNextUpdateId(),
        my_chat_member: {
          chat: room,
          from: by,
          date: 1_700_000_000,
          old_chat_member: { status: from, user: me },
          new_chat_member: { status: to, user: me },
        },
      }),
    service: (room: TelegramRoom, fields: Fields, by = BAI) => push(update(by, room, fields)),
  }
}
export type TelegramTown = ReturnType<typeof openTown>
