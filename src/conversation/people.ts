import type { Chat, PlatformPerson } from '../kernel/chat.ts'
import type { Directory } from '../kernel/directory.ts'
import type { Person } from '../kernel/person.ts'
import type { NameList } from '../kernel/privacy.ts'
import type { Work } from '../kernel/work.ts'

/** What the corridor has to know about people; membership fulfils it. */
export interface People {
  /** Who speaks with this account; a stranger where the roster does not know it. */
  identify(chat: Chat, from: PlatformPerson, work: Work): Promise<Person>
  groupOf(chat: Chat, work: Work): Promise<KnownGroup | undefined>
  /** The private chat in which a person of the roster is best written to. */
  reach(code: string, work: Work, how?: HowToReach): Promise<Chat | undefined>
  /** The same for many at once, without those who have no account; `ways` counts their accounts. */
  reachAll(
    codes: readonly string[],
    work: Work,
  ): Promise<ReadonlyMap<string, { readonly chat: Chat; readonly ways: number }>>
  names(work: Work): Promise<NameList>
  /** The roster as it stands in this transaction. */
  directory(work: Work): Promise<Directory>
}

export interface HowToReach {
  /** An account of ours that is not to carry it: `platform:account`. */
  readonly avoid?: string
}

export interface KnownGroup {
  readonly code: string
  readonly chat: Chat
  readonly audience: 'public' | 'members' | 'internal'
  readonly chamber?: string
}
