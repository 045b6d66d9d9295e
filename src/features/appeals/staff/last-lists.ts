import type { ListAsked } from '../appeals.effects.ts'

const KEPT_MS = 2 * 3_600_000
const MOST_PEOPLE = 500

/**
 * The list that somebody saw last, for 下一页. Kept by this process alone: whoever asks after a restart is asked back
 * for its name, and nothing is lost.
 */
export function lastLists() {
  const lists = new Map<string, { readonly asked: ListAsked; readonly at: Date }>()
  return {
    remember(person: string | undefined, asked: ListAsked, at: Date): void {
      if (person === undefined) return
      lists.delete(person)
      lists.set(person, { asked, at })
      const [oldest] = lists.keys()
      if (lists.size > MOST_PEOPLE && oldest !== undefined) lists.delete(oldest)
    },
    find(person: string | undefined, now: Date): ListAsked | undefined {
      const last = person === undefined ? undefined : lists.get(person)
      return last === undefined || now.getTime() - last.at.getTime() > KEPT_MS ? undefined : last.asked
    },
  }
}
