/** An answer before its code and its footing: what is said, line by line, and what is kept of it. */
import type { ChartPicture } from '../../../kernel/picture.ts'
import type { FigureLine } from '../figures/figure.ts'

export interface Draft {
  /** The number or the sentence. */
  readonly head: string
  /** At most five; numbered when they are told. */
  readonly lines: readonly string[]
  /** Said under the lines: what is left out, how to get the rest. */
  readonly after: readonly string[]
  /** How it is counted; empty where there is nothing to count. */
  readonly definition: string
  readonly chart?: ChartPicture
  /** What is kept under a code; undefined for what is no number. */
  readonly figure?: {
    readonly lines: readonly FigureLine[]
    readonly isWhole: boolean
    readonly shown: number
  }
}
