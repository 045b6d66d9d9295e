import type { GiftBooks } from '../../features/donations/gifts/booking/gift-books.ts'

/** Loaded by whoever hands in a workbook. */
export function giftBooks(): GiftBooks {
  return {
    async read(bytes, mostRows) {
      const { readGifts } = await import('./read-gifts.ts')
      return readGifts(bytes, mostRows)
    },
  }
}
