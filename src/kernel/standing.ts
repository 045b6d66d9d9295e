/**
 * How something that one feature keeps stands, told for another to say: a drive, a notice's receipts, visits owed.
 * Complete Chinese; what the asker may not see is left out by the feature that answers.
 */
export interface Standing {
  /** The number or the sentence, first. */
  readonly head: string
  /** What stands behind it, the most important first; the asker shows five and the rest on request. */
  readonly lines: readonly string[]
  /** How it is counted, short. */
  readonly definition: string
  /** The same for reading aloud, at most 90 characters. */
  readonly aloud: string
  /** What can be drawn of it: named points with values. */
  readonly chart?: {
    readonly points: readonly string[]
    readonly values: readonly number[]
    readonly label: string
  }
  /** Rows with a heading, for a sheet. */
  readonly table?: {
    readonly heading: readonly string[]
    readonly rows: readonly (readonly (string | number | null)[])[]
  }
}

/** Something with a name and days by which people name a time: 防汛那次. */
export interface Occasion {
  /** As people call it: the drive's title. */
  readonly title: string
  /** The drive's number. */
  readonly drive: number
  /** YYYY-MM-DD, both included; `to` null while it goes on. */
  readonly from: string
  readonly to: string | null
}
