/** How often something happened within the last minute; the names longest unheard of are forgotten when there are too many. */
export function perMinute(most: number) {
  const times = new Map<string, readonly number[]>()
  const recent = (name: string, at: Date) =>
    (times.get(name) ?? []).filter((time) => time > at.getTime() - 60_000)
  return {
    isOver: (name: string, at: Date): boolean => recent(name, at).length >= most,
    count(name: string, at: Date): void {
      const now = [...recent(name, at), at.getTime()]
      times.delete(name)
      times.set(name, now)
      if (times.size > 10_000) times.delete(times.keys().next().value as string)
    },
    /** It was none of what is counted after all. */
    forgive: (name: string): void => void times.set(name, (times.get(name) ?? []).slice(0, -1)),
  }
}
