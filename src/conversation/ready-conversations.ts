/** Conversations in which something is complete, and those in which it soon will be. */
export function keepReady(wake: () => void) {
  const ready = new Set<string>()
  /** Being asked of a model, or locked by another process, and ready when that is over. */
  const soon = new Map<string, Promise<void>>()

  function add(key: string): void {
    ready.add(key)
    wake()
  }

  return {
    add,
    addAfter(key: string, what: Promise<void>): void {
      const waiting = what.then(() => {
        if (soon.get(key) === waiting) soon.delete(key)
        add(key)
      })
      soon.set(key, waiting)
    },
    /** The same where it may turn out that somebody else is to do it. */
    addIf(key: string, what: Promise<boolean>): void {
      const waiting = what.then((isReady) => {
        if (soon.get(key) === waiting) soon.delete(key)
        if (isReady) add(key)
      })
      soon.set(key, waiting)
    },
    take(most: number): readonly string[] {
      const keys = [...ready].slice(0, most)
      for (const key of keys) ready.delete(key)
      return keys
    },
    isAny: () => ready.size > 0,
    isAnySoon: () => ready.size > 0 || soon.size > 0,
    /** Resolves when one of those to come has come, or at the next turn of the event loop. */
    wait: () => soon.values().next().value ?? new Promise<void>((resolve) => setImmediate(resolve)),
  }
}
