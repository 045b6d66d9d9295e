import type { Work } from '../../../kernel/work.ts'
import type { NameBehind } from './commitment.ts'

/** An edition as it is kept. One that waits for a second person is `proposed`; its text does not change any more. */
export interface KeptEdition {
  /** `drive:3:2` once issued; `disclosure:3:2:ab12cd34ef56` before, which is its broadcast's id as well. */
  readonly id: string
  readonly version: number
  /** `drive:3` */
  readonly drive: string
  readonly edition: number
  readonly content: string
  readonly digest: string
  readonly previous: string
  /** A proposal is `dropped` once it was issued, refused or overtaken: the issued edition is a row of its own. */
  readonly state: 'proposed' | 'issued' | 'dropped'
  /** The broadcast that brings it to the groups. */
  readonly mailing: string | null
  /** Code of who prepared it, or `house`. */
  readonly issuedBy: string
  readonly proposedAt: Date
  readonly issuedAt: Date | null
}

/** Without its text, which may be a megabyte. */
export type EditionHead = Omit<KeptEdition, 'content'>

export interface DisclosureStore {
  find(id: string, work: Work): Promise<KeptEdition | undefined>
  /** New with version 1; the id of an issued one can be taken once only. */
  put(edition: KeptEdition, work: Work): void
  /** Issued ones of a drive, in order. */
  listHeads(drive: string, work: Work): Promise<readonly EditionHead[]>
  /** The same with their texts. */
  listIssued(drive: string, work: Work): Promise<readonly KeptEdition[]>
  findNewest(drive: string, work: Work): Promise<KeptEdition | undefined>
  /** Newest issued ones, the drive with the latest first. */
  listNewest(most: number, work: Work): Promise<readonly (EditionHead & { readonly title: string })[]>
  /** When the newest of each drive came out, and whether a final one has, by drive's id. */
  lastOf(work: Work): Promise<ReadonlyMap<string, { readonly issuedAt: Date; readonly isFinal: boolean }>>
  /** Numbers of the editions issued so far, by drive's id. */
  numbers(work: Work): Promise<ReadonlyMap<string, readonly number[]>>

  /** Names that may be shown, of all editions of a drive. */
  listNames(drive: string, work: Work): Promise<readonly NameBehind[]>
  countNames(drive: string, work: Work): Promise<number>
  /** Those that are there already stay. */
  addNames(drive: string, names: readonly (NameBehind & { readonly gift: string })[], work: Work): void
  dropNames(digests: readonly string[], work: Work): Promise<void>
}

export const editionId = (drive: number, edition: number) => `drive:${drive}:${edition}`

const PROPOSAL = 'disclosure:'
export const proposalId = (drive: number, edition: number, digest: string) =>
  `${PROPOSAL}${drive}:${edition}:${digest.slice(0, 12)}`
/** Whether a broadcast of ours brings an edition to the groups. */
export const isProposal = (id: string): boolean => id.startsWith(PROPOSAL)
