/** Lines that fall due within so long of each other are forgotten together. */
const TOGETHER_MS = 15_000
const MINUTE = 60_000

/** When lines to others will have to be forgotten: `keptMs` after they were said, and seldom in a quiet house. */
export function planSweeps(openedAt: Date, keptMs: number) {
  const due = new Set<number>()
  // Of what was said before this process nobody noted when.
  for (let at = openedAt.getTime(); at <= openedAt.getTime() + keptMs + MINUTE; at += MINUTE) due.add(at)

  return {
    /** Gives when a line said then will be forgotten. */
    note(said: Date): Date {
      const at = Math.ceil((said.getTime() + keptMs + 1) / TOGETHER_MS) * TOGETHER_MS
      due.add(at)
      return new Date(at)
    },
    /** True when it is time, which is over then. */
    take(now: Date): boolean {
      const passed = [...due].filter((at) => at <= now.getTime())
      for (const at of passed) due.delete(at)
      return passed.length > 0
    },
    next: (): Date | undefined => (due.size === 0 ? undefined : new Date(Math.min(...due))),
  }
}
