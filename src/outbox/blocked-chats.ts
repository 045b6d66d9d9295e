/**
 * Chats in which an answer waits in the outbox: what is written to them now must stand behind it. Found anew by each
 * look into the outbox; what was added while that look lasted stays, because it may not have seen it.
 */
export function keepBlockedChats() {
  const blocked = new Map<string, number>()
  let moment = 0
  return {
    add: (key: string) => void blocked.set(key, ++moment),
    has: (key: string) => blocked.has(key),
    isAny: () => blocked.size > 0,
    /** Begins a look; what it gives is called with the chats found, and with those that cannot be judged yet. */
    look(account: string): (waiting: readonly string[], open: readonly string[]) => void {
      const began = moment
      return (waiting, open) => {
        const still = new Set([...waiting, ...open])
        for (const [key, added] of blocked)
          if (added <= began && key.startsWith(`${account}:`) && !still.has(key)) blocked.delete(key)
        for (const key of waiting) if (!blocked.has(key)) blocked.set(key, began)
      }
    },
  }
}

export type BlockedChats = ReturnType<typeof keepBlockedChats>
