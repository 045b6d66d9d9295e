import type { StoredArrival } from '../inbox/arrival.ts'
import type { Chat } from '../kernel/chat.ts'
import type { Work } from '../kernel/work.ts'
import type { Letter } from '../outbox/letter.ts'

/** A link to a page that stands for somebody's private chat; see side-door.ts. */
export interface OneTimeLink {
  /** Of the token in the link. */
  readonly digest: string
  /** The private chat. */
  readonly chat: Chat
  /** Where it was given, and where its holder proves to be the person. */
  readonly groupKey: string
  readonly personId: string
  readonly issuedAt: Date
  /** To be opened until then; after that, the end of the present silence. */
  readonly expiresAt: Date
  /** The digest of what the browser that opened it was given. */
  readonly browser?: string
  /** What its holder says in the group. */
  readonly code?: string
  readonly provedAt?: Date
}

/** What was said by way of the page since the link was given, in order. */
export interface PageTalk {
  readonly letters: readonly Letter[]
  readonly lines: readonly StoredArrival[]
}

export interface OneTimeLinkStore {
  /** Earlier links to this chat that were not proved are void from now on. */
  add(link: OneTimeLink, work: Work): Promise<void>
  findByDigest(digest: string, work: Work): Promise<OneTimeLink | undefined>
  findByBrowser(browser: string, work: Work): Promise<OneTimeLink | undefined>
  /** Opened, not proved and not expired. */
  findOpened(groupKey: string, personId: string, work: Work): Promise<OneTimeLink | undefined>
  /** Proved and not expired. */
  findProved(chat: Chat, work: Work): Promise<OneTimeLink | undefined>
  /** False when somebody else opened it meanwhile, or it expired. */
  open(digest: string, browser: string, code: string, until: Date, work: Work): Promise<boolean>
  prove(digest: string, until: Date, work: Work): Promise<void>
  changeCode(digest: string, code: string, work: Work): Promise<void>
  extend(digest: string, until: Date, work: Work): Promise<void>
  /** Letters that wait at the door of this chat are read now. */
  collect(chat: Chat, work: Work): Promise<void>
  listTalk(link: Pick<OneTimeLink, 'chat' | 'personId' | 'issuedAt'>, work: Work): Promise<PageTalk>
  /** How this person is shown, as far as anybody said. */
  findName(link: OneTimeLink, work: Work): Promise<string | undefined>
}
