import type { EChartsCoreOption } from 'echarts/core'
import { figuresShown, namesShown } from './plot-labels.ts'
import type { Plot } from './plot-style.ts'
import {
  barColor,
  base,
  count,
  FONT,
  INK,
  LINE_COLOR,
  labelled,
  MARGIN,
  percent,
  quiet,
} from './plot-style.ts'

/**
 * How high bars reach below a curve, as a multiple of the highest, and from where to where the curve's axis runs so
 * that it stays above them: where both matter, and where bars only say how many there were.
 */
const BESIDE = { room: 1.55, curve: { min: -220, max: 105 } } as const
const BEHIND = { room: 2.9, curve: { min: -70, max: 104 } } as const
/** Without bars the curve has a scale of its own, and below this a figure would stand in the names. */
const ROOM_BELOW = 15
const ALONE = {
  room: 1,
  curve: { min: 0, max: 100, interval: 50 },
} as const
const SCALE_WIDTH = 62
const GRID = { lineStyle: { color: '#e5e7eb' } } as const

interface Shown {
  readonly dataIndex: number
}

/** Points side by side: bars from the floor, percentages as a curve above them; neither crosses the other. */
export function upright(
  { width, points, bars, most, line }: Plot,
  emsOf: (words: string) => number,
): EChartsCoreOption {
  const manner = bars.length === 0 ? ALONE : bars.length === 1 ? BEHIND : BESIDE
  const left = manner === ALONE ? SCALE_WIDTH : MARGIN
  const place = (width - left - MARGIN) / Math.max(1, points.length) / FONT
  const top = most ?? Math.max(1, ...bars.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const names = namesShown(points, place, emsOf)
  const isOver = (at: number) => names.at(at) === true && emsOf(points.at(at) ?? '') > place
  return {
    ...base,
    grid: { left, right: MARGIN, top: 40, bottom: 44 },
    xAxis: {
      type: 'category',
      data: points,
      ...quiet,
      axisLabel: {
        fontSize: FONT,
        color: INK,
        interval: (at: number) => names[at] === true,
        showMinLabel: names[0] === true,
        showMaxLabel: true,
        // The outermost ones would stand over the edge where they are longer than their place.
        alignMinLabel: isOver(0) ? 'left' : 'center',
        alignMaxLabel: isOver(-1) ? 'right' : 'center',
      },
    },
    yAxis: [
      {
        type: 'value',
        min: 0,
        max: line === undefined ? most : top * manner.room,
        minInterval: 1,
        axisLabel: { show: false },
        splitLine: { show: line === undefined, ...GRID },
      },
      {
        type: 'value',
        position: 'left',
        show: manner === ALONE,
        splitLine: { show: manner === ALONE, ...GRID },
        ...manner.curve,
        axisLabel: { fontSize: FONT, color: '#9aa3af', formatter: '{value}%' },
      },
    ],
    series: [
      ...bars.map((bar, at) =>
        series(bar, barColor(at, bars.length, line !== undefined), place / bars.length, emsOf),
      ),
      ...(line === undefined ? [] : [curve(line, place, bars.length > 0, emsOf)]),
    ],
  }
}

function series(
  { label, values, written }: Plot['bars'][number],
  color: ReturnType<typeof barColor>,
  place: number,
  emsOf: (words: string) => number,
) {
  const figures = values.map((value, at) => written?.[at] ?? count(value))
  const shown = figuresShown(values, figures, place, emsOf)
  return {
    type: 'bar',
    name: label,
    data: values,
    barGap: '8%',
    barMaxWidth: 74,
    itemStyle: { color: color.bar, borderRadius: [5, 5, 0, 0] },
    label: {
      ...labelled,
      position: 'top',
      color: color.ink,
      // A bar that is the lowest still has its figure on top.
      formatter: ({ dataIndex }: Shown) => (shown[dataIndex] === false ? '' : (figures[dataIndex] ?? '')),
    },
  }
}

/** A gap stays a gap: where nothing could be counted no line is drawn through. */
function curve(
  { label, values }: NonNullable<Plot['line']>,
  place: number,
  hasBars: boolean,
  emsOf: (words: string) => number,
) {
  const figures = values.map(percent)
  const shown = figuresShown(values, figures, place, emsOf)
  return {
    type: 'line',
    name: label,
    yAxisIndex: 1,
    data: values.map((value, at) => ({
      value,
      label: {
        show: shown[at] !== false,
        position: shown[at] === 'below' && (hasBars || (value ?? 0) >= ROOM_BELOW) ? 'bottom' : 'top',
      },
    })),
    connectNulls: false,
    symbol: 'circle',
    symbolSize: values.length > 12 ? 9 : 12,
    showAllSymbol: true,
    lineStyle: { width: 4 },
    itemStyle: { color: LINE_COLOR },
    label: {
      ...labelled,
      position: 'top',
      fontWeight: 'bold',
      color: LINE_COLOR,
      formatter: ({ dataIndex }: Shown) => figures[dataIndex] ?? '',
    },
  }
}
