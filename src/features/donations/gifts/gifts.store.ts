import type { Work } from '../../../kernel/work.ts'
import type { Gift, GiftUse, Pledge } from './gift.ts'

/** Sums of a drive in fen, counting what stands: goods with what they were valued at, nothing reversed or withdrawn. */
export interface DriveSums {
  readonly pledgedFen: number
  readonly bookedFen: number
  readonly usedFen: number
}

/** By code of the roster, by account, or by the company in whose name it was given. */
export interface Whose {
  readonly person?: string | undefined
  readonly account?: string
  readonly company?: string | undefined
}

/** Pledges, gifts and uses. Lists are in the order of their numbers, with what was withdrawn or reversed. */
export interface GiftsStore {
  findPledge(id: string, work: Work): Promise<Pledge | undefined>
  putPledge(pledge: Pledge, work: Work): void
  listPledges(drive: string, work: Work): Promise<readonly Pledge[]>
  /** In every drive. */
  listPledgesOf(whose: Whose, work: Work): Promise<readonly Pledge[]>

  findGift(id: string, work: Work): Promise<Gift | undefined>
  /** A new one has version 1. */
  putGift(gift: Gift, work: Work): void
  listGifts(drive: string, work: Work): Promise<readonly Gift[]>
  listGiftsOf(whose: Whose, work: Work): Promise<readonly Gift[]>
  /** By the charity's receipt, in any drive. */
  findByReceipt(receipts: readonly string[], work: Work): Promise<readonly Gift[]>

  findUse(id: string, work: Work): Promise<GiftUse | undefined>
  putUse(use: GiftUse, work: Work): void
  listUses(drive: string, work: Work): Promise<readonly GiftUse[]>

  /** By drive's id; a drive without anything is left out. */
  sums(work: Work): Promise<ReadonlyMap<string, DriveSums>>
  /** Names that may not be told: of donors of this drive, or of any, who did not agree, withdrawn pledges included. */
  listSilentNames(drive: string | undefined, work: Work): Promise<readonly string[]>
}
