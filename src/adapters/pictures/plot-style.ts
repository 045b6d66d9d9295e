import type { ChartPicture } from '../../kernel/picture.ts'
import { SANS } from './fonts.ts'

export interface Plot extends Pick<ChartPicture, 'points' | 'along' | 'bars' | 'most' | 'line'> {
  readonly width: number
}

/** What the two kinds of plot have in common: sizes in the units of the sheet, colours, how a figure is written. */
export const FONT = 22
export const MARGIN = 12
export const INK = '#374151'
export const LINE_COLOR = '#d4380d'

const PALE = { bar: '#c7d7f5', ink: '#5b6472' } as const
const STRONG = { bar: '#2f6fed', ink: '#2f6fed' } as const

/** The last of the bars is the one that matters, and the only one does, but stands back where a curve is what matters. */
export const barColor = (at: number, all: number, hasLine: boolean) =>
  at === all - 1 && !(hasLine && all === 1) ? STRONG : PALE

export const count = (value: number | null) =>
  value === null ? '' : value.toLocaleString('en-US', { maximumFractionDigits: 1 })
export const percent = (value: number | null) => (value === null ? '' : `${count(value)}%`)

export const labelled = { show: true, fontSize: FONT, fontFamily: SANS }
export const base = {
  animation: false,
  backgroundColor: '#ffffff',
  textStyle: { fontFamily: SANS, fontSize: FONT },
}
export const quiet = { axisTick: { show: false }, axisLine: { lineStyle: { color: '#9aa3af' } } }
