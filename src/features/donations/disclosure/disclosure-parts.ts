import type { FilesStore } from '../../../files/files.store.ts'
import type { Counters } from '../../../kernel/counters.ts'
import type { Painter } from '../../../kernel/picture.ts'
import type { RoadParts } from '../../../mailings/mailing-road.ts'
import type { DonationsStore } from '../donations.store.ts'
import type { GiftsStore } from '../gifts/gifts.store.ts'
import type { Digest } from './commitment.ts'
import type { DisclosureStore } from './disclosure.store.ts'

export interface DisclosureParts extends RoadParts {
  readonly donations: DonationsStore
  readonly gifts: GiftsStore
  readonly disclosures: DisclosureStore
  readonly files: FilesStore
  readonly counters: Counters
  readonly painter: Painter
  /** The personal codec's keyed digest, which salts come from. */
  readonly codec: { readonly digest: Digest }
  /** Where people reach our pages; undefined: nowhere, and no link is told. */
  readonly publicUrl?: string | undefined
}
