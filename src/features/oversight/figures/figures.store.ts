import type { Work } from '../../../kernel/work.ts'
import type { Figure } from './figure.ts'

/** A page in the browser with what is behind one number. */
export interface FigureLink {
  /** Of the token in the link. */
  readonly digest: string
  readonly figure: string
  readonly person: string
  readonly issuedAt: Date
  readonly expiresAt: Date
  /** The digest of what the browser that opened it was given. */
  readonly browser: string | null
  readonly openedAt: Date | null
}

/** Port: numbers that were told, and the pages that open them. */
export interface FiguresStore {
  add(figure: Figure, work: Work): void
  find(number: number, work: Work): Promise<Figure | undefined>
  /** The last that this person was told or opened, not before `since`. */
  findLast(person: string, since: Date, work: Work): Promise<Figure | undefined>
  /** So many lines of it were told by now, and just now; the last word holds. */
  noteShown(id: string, shown: number, work: Work): void
  addLink(link: FigureLink, work: Work): void
  findLink(digest: string, work: Work): Promise<FigureLink | undefined>
  findLinkByBrowser(browser: string, work: Work): Promise<FigureLink | undefined>
  /** Binds it to the browser that opens it first; false where another was first or its time is over. */
  openLink(digest: string, browser: string, work: Work): Promise<boolean>
  /** When the oldest was told. */
  oldestAt(work: Work): Promise<Date | undefined>
  /** Figures, with their links, that were told before `before`; gives how many went. */
  forget(before: Date, work: Work): Promise<number>
}
