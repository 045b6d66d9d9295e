import type { Work } from '../../../kernel/work.ts'
import type { DocumentLink, DocumentMention } from './document-link.ts'

export type LinkState = 'found' | 'confirmed' | 'rejected'

export interface StoredLink extends DocumentMention {
  readonly id: string
  /** The document that says so, by its name. */
  readonly doc: string
  /** The other document, by its name, where it is in the house. */
  readonly other?: string
  readonly state: LinkState
  /** A person's code, or `command-line`. */
  readonly notedBy: string
  readonly notedAt: Date
}

/** What is settled about a link: with what it began, and which document it is about. */
export interface Decision {
  readonly state: 'confirmed' | 'rejected'
  readonly from?: string
  readonly other?: string
}

export interface LinksStore {
  /** What a document says about another is kept once, and what was decided stays: gives each as it is kept. */
  note(links: readonly StoredLink[], work: Work): Promise<readonly StoredLink[]>
  find(id: string, work: Work): Promise<StoredLink | undefined>
  /** Everything noted about what this document says, decided or not. */
  listOf(doc: string, work: Work): Promise<readonly StoredLink[]>
  /** Those that nobody has decided, the oldest first, of documents that are still there. */
  listFound(limit: number, work: Work): Promise<readonly StoredLink[]>
  /** Decided by now, of documents that are still there. */
  listConfirmed(work: Work): Promise<readonly DocumentLink[]>
  decide(id: string, decision: Decision, by: string, work: Work): Promise<void>
  /** Raised with every decision, in its transaction; 0 before the first. One batched read. */
  generation(work: Work): Promise<number>
  /** Found, and staff have not been asked to look at them; marks them as asked. */
  takeUntold(limit: number, work: Work): Promise<readonly StoredLink[]>
}
