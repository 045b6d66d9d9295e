/** 明细: a number as it was told, with exactly the matters behind it, line by line. */
import type { Question } from '../asking/question.ts'
import type { BehindAsked } from '../measures/measures.store.ts'

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
  /** Its value in words where `n` alone is not it: 6.5 天（12 件）. */
  readonly told?: string
  /** What it was counted by: a line that keeps no numbers is counted anew when it is opened. */
  readonly asked?: BehindAsked
}

export interface Figure {
  /** 明细12 is `figure:12`. */
  readonly id: string
  readonly version: number
  readonly number: number
  readonly person: string
  readonly at: Date
  /** When it was last told or opened: what somebody goes on with is the latest by this. */
  readonly lastAt: Date
  readonly question: Question
  /** By the responsibilities of which day it was counted, YYYY-MM-DD. */
  readonly day: string
  /** The head of the answer. */
  readonly said: string
  /** The first line is the number itself; of a ranking or a trend the others are its lines. */
  readonly lines: readonly FigureLine[]
  /** False where more matters stand behind it than are kept by number; it is then counted anew when opened, and says so. */
  readonly isWhole: boolean
  /** How many of its matters were told in chat so far, so that 继续 goes on from there. */
  readonly shown: number
}

/** More matters than these are not kept by number. */
export const MOST_KEPT = 5000

export const figureId = (number: number): string => `figure:${number}`
export const numberOfFigure = (id: string): number => Number(id.slice('figure:'.length))

/** 明细12, 明细12-3. */
export const spokenFigure = (number: number, line?: number): string =>
  line === undefined ? `明细${number}` : `明细${number}-${line}`
