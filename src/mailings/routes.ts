import { membershipIn, type Reach } from '../kernel/audience.ts'
import { type Chat, chatKey } from '../kernel/chat.ts'
import type { Directory, Group } from '../kernel/directory.ts'

/** How somebody can be written to alone. */
export interface PrivateWay {
  readonly chat: Chat
  /** Accounts by which they could be reached; they are written to on one. */
  readonly ways: number
  /** They have to write to us first, or shut us out: a letter would wait at their door. */
  readonly isShut: boolean
}

/** One chat that a broadcast goes to. */
export interface Route {
  readonly chat: Chat
  readonly title: string
  /** Codes of those of the audience whom it reaches. */
  readonly people: readonly string[]
}

/** Who gets a broadcast by which way; everybody meant is in exactly one of `inGroups`, `privately`, `refusing`, `shut` and `without`. */
export interface Routes {
  readonly groups: readonly Route[]
  readonly private: readonly Route[]
  /** Reached by a group. */
  readonly inGroups: readonly string[]
  /** Of them, those who sit in several of the groups: no letter to them alone is added. */
  readonly inSeveral: readonly string[]
  /** Reached in private only. */
  readonly privately: readonly string[]
  /** Of them, those with several accounts: they get it on one. */
  readonly severalWays: readonly string[]
  /** Do not want this kind of letter, and no group of it is theirs. */
  readonly refusing: readonly string[]
  /** Have an account and never opened it to us. */
  readonly shut: readonly string[]
  /** Neither group nor account. */
  readonly without: readonly string[]
}

export interface RoutesParts {
  readonly directory: Directory
  readonly reach: Pick<Reach, 'groups' | 'people'>
  /** Left out, nothing is known of private chats, and nobody is written to alone. */
  readonly ways?: ReadonlyMap<string, PrivateWay>
  readonly refusing?: ReadonlySet<string>
}

/**
 * Pure. Every group that is meant gets it once; whoever is meant and sits in none of them gets it alone, once, on the
 * account where they were met last. Somebody who shut the door is told of, not written to in vain.
 */
export function routesOf({ directory, reach, ways, refusing = new Set() }: RoutesParts): Routes {
  const seats = membershipIn(directory, reach.groups)
  const inside = new Map<string, string[]>()
  const found = {
    inGroups: [] as string[],
    inSeveral: [] as string[],
    privately: [] as string[],
    severalWays: [] as string[],
    refusing: [] as string[],
    shut: [] as string[],
    without: [] as string[],
  }
  const homes = new Map<string, { chat: Chat; title: string; people: string[] }>()
  for (const code of reach.people) {
    const person = directory.people.get(code)
    const groups = person === undefined ? [] : seats(person)
    if (groups.length > 0) {
      found.inGroups.push(code)
      if (groups.length > 1) found.inSeveral.push(code)
      for (const group of groups) {
        const there = inside.get(group.code)
        if (there === undefined) inside.set(group.code, [code])
        else there.push(code)
      }
      continue
    }
    const way = ways?.get(code)
    if (refusing.has(code)) found.refusing.push(code)
    else if (way === undefined) found.without.push(code)
    else if (way.isShut) found.shut.push(code)
    else {
      found.privately.push(code)
      if (way.ways > 1) found.severalWays.push(code)
      // Two people of one firm may share an account: it is written to once.
      const key = chatKey(way.chat)
      const home = homes.get(key) ?? { chat: way.chat, title: person?.name ?? code, people: [] }
      home.people.push(code)
      homes.set(key, home)
    }
  }
  return {
    ...found,
    groups: reach.groups.map((group) => ({ ...chatOf(group), people: inside.get(group.code) ?? [] })),
    private: [...homes.values()],
  }
}

/** A group of the roster as a chat. */
export function chatOf(group: Group): { readonly title: string; readonly chat: Chat } {
  const { platform, account, chatId, title } = group
  return { title, chat: { platform, account, kind: 'group', chatId, title } }
}
