import type { Entry } from './entry.ts'
import type { Past } from './past.ts'
import { openRoom, type Room } from './room.ts'

/** Rooms nobody watches are kept for who comes back soon; beyond this many the oldest of them go. */
const MOST_IDLE = 200

export interface Rooms {
  /** Resolves with the rooms when all of them know their past, each under the chat's key. */
  enter(chats: readonly string[]): Promise<ReadonlyMap<string, Room>>
  /** Shows an entry to those who watch the chat; where no room is open, the history has it for whoever comes. */
  publish(chat: string, entry: Entry): void
  find(chat: string): Room | undefined
  /** The newest number given out, over all rooms. */
  newest(): number
}

export function openRooms(load: (chat: string) => Promise<Past>): Rooms {
  const rooms = new Map<string, Room>()
  let number = 0

  function open(chat: string): Room {
    const room = openRoom(
      () => load(chat),
      () => ++number,
    )
    rooms.set(chat, room)
    room.ready.catch(() => {
      // The next one who comes tries again.
      if (rooms.get(chat) === room) rooms.delete(chat)
    })
    return room
  }

  function tidy(): void {
    let surplus = rooms.size - MOST_IDLE
    for (const [chat, room] of rooms) {
      if (surplus <= 0) return
      surplus--
      if (!room.isWatched()) rooms.delete(chat)
    }
  }

  return {
    async enter(chats) {
      tidy()
      const entered = new Map(chats.map((chat) => [chat, rooms.get(chat) ?? open(chat)]))
      await Promise.all([...entered.values()].map(({ ready }) => ready))
      // One that was tidied away while the others loaded would be watched, and never hear anything.
      for (const [chat, room] of entered) if (!rooms.has(chat)) rooms.set(chat, room)
      return entered
    },
    publish: (chat, entry) => rooms.get(chat)?.publish(entry),
    find: (chat) => rooms.get(chat),
    newest: () => number,
  }
}
