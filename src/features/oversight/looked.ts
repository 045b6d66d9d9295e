/** What came of a question: facts for the dialogue to say. */
import type { LedgerEntry, LedgerEvent } from './ledger-entry.ts'
import type { LedgerPage, News, Reach } from './oversight.store.ts'

export type Looked =
  /** The roles allow nothing. */
  | { readonly kind: 'not-allowed' }
  /** A leader who answers for nobody on this day. */
  | { readonly kind: 'nobody' }
  /** A firm or chamber that is somebody else's; whether anything of it is there is not looked at. */
  | {
      readonly kind: 'outside'
      readonly company: string | null
      readonly chamber: string | null
      readonly leader: string | null
    }
  /** Not there or not theirs to see: the same to them. */
  | { readonly kind: 'not-found'; readonly asked: string | null; readonly seesAll: boolean }
  | { readonly kind: 'counted'; readonly reach: Reach; readonly page: LedgerPage }
  | { readonly kind: 'told'; readonly reach: Reach; readonly news: News }
  | {
      readonly kind: 'entry'
      readonly reach: Reach
      readonly entry: LedgerEntry
      readonly history: readonly LedgerEvent[]
    }
  /** Several may be meant. `surely` false: nothing fits the words, these are what there is of that firm or subject. */
  | { readonly kind: 'several'; readonly entries: readonly LedgerEntry[]; readonly surely: boolean }
  | { readonly kind: 'scope'; readonly reach: Reach; readonly leader: string }

/** Lines in one answer; the rest follows on 继续. */
export const LINES = 5
