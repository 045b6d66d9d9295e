/** Those who wait until something is over that nobody can promise. */
export function keepWaiters() {
  let waiting: { readonly isOver: () => boolean; readonly wake: () => void }[] = []
  return {
    until: (isOver: () => boolean): Promise<void> =>
      isOver() ? Promise.resolve() : new Promise((wake) => void waiting.push({ isOver, wake })),
    /** Something changed. */
    look(): void {
      const before = waiting
      waiting = []
      for (const one of before) {
        if (one.isOver()) one.wake()
        else waiting.push(one)
      }
    },
  }
}
