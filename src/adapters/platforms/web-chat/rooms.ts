import type { Entry } from './entry.ts'
import type { Past } from './past.ts'
import { openRoom, type Room } from './room.ts'

/** Rooms nobody is in are kept for who comes back soon; beyond this many the oldest of them go. */
const MOST_IDLE = 200

export interface Entered {
  readonly rooms: ReadonlyMap<string, Room>
  leave(): void
}

export interface Rooms {
  /** Resolves when all of these rooms know their past; rejects when the history cannot be read. */
  enter(chats: readonly string[]): Promise<Entered>
  /** Shows an entry to those who are there; where no room is open, the history has it for whoever comes. */
  publish(chat: string, entry: Entry): void
  find(chat: string): Room | undefined
  /** The newest number given out, over all rooms. */
  newest(): number
}

interface Held {
  readonly room: Room
  guests: number
}

export function openRooms(load: (chat: string) => Promise<Past>): Rooms {
  const open = new Map<string, Held>()
  let number = 0

  function openFor(chat: string): Held {
    const held = {
      room: openRoom(
        () => load(chat),
        () => ++number,
      ),
      guests: 0,
    }
    open.set(chat, held)
    held.room.ready.catch(() => {
      // The next one who comes tries again.
      if (open.get(chat) === held) open.delete(chat)
    })
    return held
  }

  function tidy(): void {
    let surplus = open.size - MOST_IDLE
    for (const [chat, held] of open) {
      if (surplus-- <= 0) return
      if (held.guests === 0) open.delete(chat)
    }
  }

  return {
    async enter(chats) {
      tidy()
      // Held before anything is awaited: a room that is being entered is not tidied away.
      const entered = new Map(chats.map((chat) => [chat, open.get(chat) ?? openFor(chat)]))
      for (const held of entered.values()) held.guests++
      let hasLeft = false
      const leave = () => {
        if (!hasLeft) for (const held of entered.values()) held.guests--
        hasLeft = true
      }
      try {
        await Promise.all([...entered.values()].map(({ room }) => room.ready))
      } catch (error) {
        leave()
        throw error
      }
      return { rooms: new Map([...entered].map(([chat, { room }]) => [chat, room])), leave }
    },
    publish: (chat, entry) => open.get(chat)?.room.publish(entry),
    find: (chat) => open.get(chat)?.room,
    newest: () => number,
  }
}
