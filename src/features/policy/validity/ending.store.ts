import type { Work } from '../../../kernel/work.ts'

/** A current document that ends, or ended. */
export interface EndingDocument {
  readonly id: string
  readonly doc: string
  readonly title: string
  readonly documentNumber: string | undefined
  readonly endsOn: string
}

export interface EndingStore {
  /** Current documents that end from one day to another, the earliest end first. */
  listEnding(from: string, to: string, work: Work): Promise<readonly EndingDocument[]>
  /** The same, only those of whose end staff were not told; marks them as told. */
  takeEndingUntold(from: string, to: string, work: Work): Promise<readonly EndingDocument[]>
  /** The earliest end from a day on of which staff were not told. */
  nextEndUntold(from: string, work: Work): Promise<string | undefined>
}
