import type { Chat } from '../../../kernel/chat.ts'
import type { Work } from '../../../kernel/work.ts'

/** A page by which a unit without account works on one appeal. */
export interface UnitLink {
  /** Of the token in the link; the token itself is kept nowhere. */
  readonly digest: string
  readonly number: string
  readonly unit: string
  /** Roster code. */
  readonly issuedBy: string
  readonly issuedAt: Date
  readonly expiresAt: Date
  /** The digest of what the one browser was given that opened it. */
  readonly browser: string | null
  readonly openedAt: Date | null
  readonly closedAt: Date | null
}

/** Port. `find` is gathered with those of other conversations, the others are a statement each. */
export interface UnitLinkStore {
  find(digest: string, work: Work): Promise<UnitLink | undefined>
  findByBrowser(browser: string, work: Work): Promise<UnitLink | undefined>
  /** Not closed and not expired, the newest first. */
  listOpen(number: string, work: Work): Promise<readonly UnitLink[]>
  add(link: UnitLink, work: Work): Promise<void>
  /** False when another browser was faster, or it is over. */
  open(digest: string, browser: string, work: Work): Promise<boolean>
  /** Those of the appeal, or only that unit's; they open nothing from now on. */
  close(number: string, unit: string | null, work: Work): Promise<void>
}

/** The door to the pages: links nobody can guess, and the private chat behind each. */
export interface UnitDoor {
  mint(): { readonly url: string; readonly digest: string }
  chatOf(digest: string): Chat
}

export const LINK_DAYS = 30

export const isOver = ({ closedAt, expiresAt }: Pick<UnitLink, 'closedAt' | 'expiresAt'>, at: Date) =>
  closedAt !== null || expiresAt <= at
