/** 明细: a number as it was told, with exactly the matters behind it, line by line. */
import type { Question } from '../asking/question.ts'

export interface FigureLine {
  /** What the line is about: 融资, 10月, 还有 6 件没办完. */
  readonly label: string
  readonly n: number
  /** The denominator, of a rate. */
  readonly of: number | null
  /** Numbers of the matters behind it, in the order of the list; of a rate those of the denominator. */
  readonly numbers: readonly string[]
  /** Of a rate: those of them that count for it. */
  readonly counted?: readonly string[]
}

export interface Figure {
  /** 明细12 is `figure:12`. */
  readonly id: string
  readonly version: number
  readonly number: number
  readonly person: string
  readonly at: Date
  readonly question: Question
  /** By the responsibilities of which day it was counted, YYYY-MM-DD. */
  readonly day: string
  /** The head of the answer. */
  readonly said: string
  /** The first line is the number itself; of a ranking or a trend the others are its lines. */
  readonly lines: readonly FigureLine[]
  /** False where more matters stand behind it than are kept by number; it is then counted anew when opened, and says so. */
  readonly isWhole: boolean
}

/** More matters than these are not kept by number. */
export const MOST_KEPT = 5000

export const figureId = (number: number): string => `figure:${number}`

/** 明细12, 明细12-3. */
export const spokenFigure = (number: number, line?: number): string =>
  line === undefined ? `明细${number}` : `明细${number}-${line}`
