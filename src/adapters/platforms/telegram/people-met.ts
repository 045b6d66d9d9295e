const MOST = 5_000

/** How people call themselves, so that a letter in a group can call them; as many as spoke lately. */
export function rememberPeople() {
  const names = new Map<string, string>()
  return {
    met(id: string, name: string | undefined): void {
      if (name === undefined) return
      names.delete(id)
      names.set(id, name)
      const [oldest] = names.keys()
      if (names.size > MOST && oldest !== undefined) names.delete(oldest)
    },
    nameOf: (id: string): string | undefined => names.get(id),
  }
}
