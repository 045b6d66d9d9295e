import type { DonationsParts } from '../donations.service.ts'
import type { GiftBooks } from './booking/gift-books.ts'

export interface GiftsParts extends DonationsParts {
  readonly giftBooks: GiftBooks
  /** The federation's own seal as it was uploaded, PNG or JPEG; left out where none is configured. */
  readonly seal?: Uint8Array | undefined
}
