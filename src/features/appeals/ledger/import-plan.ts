/** What a ledger that came back would change, and what stands in its way. */

/** One cell that staff changed. */
export interface Correction {
  readonly key: string
  readonly heading: string
  readonly from: string
  readonly to: string
}

export interface RowChange {
  readonly row: number
  readonly number: string
  readonly corrections: readonly Correction[]
  /** Where the state changes: by which move of the table. */
  readonly act: 'resolve' | 'close' | null
}

/** The matter changed in the house since it was written out, and in the sheet too. */
export interface Conflict {
  readonly row: number
  readonly number: string
  readonly cells: readonly { readonly heading: string; readonly here: string; readonly there: string }[]
}

export interface WrongCell {
  readonly row: number
  readonly number: string | null
  readonly heading: string | null
  readonly reason: string
}

export interface ImportPlan {
  readonly changes: readonly RowChange[]
  readonly conflicts: readonly Conflict[]
  readonly wrong: readonly WrongCell[]
  /** Rows that are as they went out. */
  readonly unchanged: number
  /** Rows that went out and did not come back: nothing happens to them. */
  readonly absent: number
  readonly missingColumns: readonly string[]
}
