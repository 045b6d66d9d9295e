import type { EChartsCoreOption } from 'echarts/core'
import type { ChartPicture } from '../../kernel/picture.ts'
import { SANS } from './fonts.ts'

export interface Plot extends Pick<ChartPicture, 'points' | 'bars' | 'line'> {
  readonly width: number
}

const PALE = { bar: '#c7d7f5', ink: '#5b6472' } as const
const STRONG = { bar: '#2f6fed', ink: '#2f6fed' } as const

/** The last of the bars is the one that matters, and the only one does. */
export const barColor = (at: number, all: number) => (at === all - 1 ? STRONG : PALE)
export const LINE_COLOR = '#d4380d'
const FONT = 22
const UPRIGHT_HEIGHT = 480
const MARGIN = 12
/** A group of lying bars, and what stands above and below them. */
const PER_BAR = 40
const PER_GROUP = 26

/** The plot as SVG. ECharts is loaded by whoever draws the first one: 100 ms and 40 MB. */
export async function drawPlot(
  plot: Plot,
  emsOf: (words: string) => number,
): Promise<{ readonly svg: string; readonly height: number }> {
  const echarts = await import('./echarts-parts.ts')
  const longest = Math.max(...plot.points.map(emsOf))
  const isUpright = standsUpright(plot, longest, emsOf)
  const height = isUpright
    ? UPRIGHT_HEIGHT
    : 60 + plot.points.length * (plot.bars.length * PER_BAR + PER_GROUP)
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: plot.width, height })
  try {
    chart.setOption(
      isUpright ? upright(plot) : lying(plot, Math.min(longest * FONT + 10, plot.width * 0.34), emsOf),
    )
    return { svg: chart.renderToSVGString(), height }
  } finally {
    chart.dispose()
  }
}

/** Only where every name and every figure has its place beside its neighbours. */
function standsUpright(plot: Plot, longestName: number, emsOf: (words: string) => number): boolean {
  const place = (plot.width - 2 * MARGIN) / plot.points.length / FONT
  const figures = Math.max(
    0,
    ...plot.bars.flatMap(({ values }) => values.map((value) => emsOf(count(value)))),
  )
  const rates = Math.max(0, ...(plot.line?.values ?? []).map((value) => emsOf(percent(value))))
  return Math.max(longestName, (figures + 0.2) * plot.bars.length, rates) + 0.25 <= place
}

const count = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 1 })
const percent = (value: number | null) => (value === null ? '' : `${count(value)}%`)
const labelled = { show: true, fontSize: FONT, fontFamily: SANS }
const base = { animation: false, backgroundColor: '#ffffff', textStyle: { fontFamily: SANS, fontSize: FONT } }
const splitLine = { lineStyle: { color: '#e5e7eb' } }
const quiet = { axisTick: { show: false }, axisLine: { lineStyle: { color: '#9aa3af' } } }

/** Bars from the floor to two thirds, the percentages above them: neither crosses the other. */
function upright({ points, bars, line }: Plot): EChartsCoreOption {
  const most = Math.max(1, ...bars.flatMap(({ values }) => values))
  return {
    ...base,
    grid: { left: MARGIN, right: MARGIN, top: 40, bottom: 44 },
    xAxis: {
      type: 'category',
      data: points,
      ...quiet,
      axisLabel: { fontSize: FONT, color: '#374151', interval: 0 },
    },
    yAxis: [
      {
        type: 'value',
        min: 0,
        max: line === undefined ? undefined : most * 1.55,
        minInterval: 1,
        axisLabel: { show: false },
        splitLine: { show: line === undefined, ...splitLine },
      },
      { type: 'value', min: -220, max: 105, show: false },
    ],
    series: [
      ...bars.map(({ label, values }, at) => ({
        type: 'bar',
        name: label,
        data: values,
        barGap: '8%',
        barMaxWidth: 74,
        itemStyle: { color: barColor(at, bars.length).bar, borderRadius: [5, 5, 0, 0] },
        label: { ...labelled, position: 'top', color: barColor(at, bars.length).ink, formatter: figureOf },
        labelLayout: { hideOverlap: true },
      })),
      ...(line === undefined ? [] : [curve(line)]),
    ],
  }
}

const curve = ({ label, values }: NonNullable<Plot['line']>) => ({
  type: 'line',
  name: label,
  yAxisIndex: 1,
  data: values,
  symbol: 'circle',
  symbolSize: 12,
  lineStyle: { width: 4 },
  itemStyle: { color: LINE_COLOR },
  label: {
    ...labelled,
    position: 'top',
    fontWeight: 'bold',
    color: LINE_COLOR,
    formatter: ({ value }: { value: number | null }) => percent(value),
  },
  labelLayout: { hideOverlap: true },
})

/** For long names: they stand to the left and wrap; a percentage is written behind the group's last bar. */
function lying(
  { points, bars, line }: Plot,
  labelWidth: number,
  emsOf: (words: string) => number,
): EChartsCoreOption {
  const longestValue = Math.max(
    0,
    ...bars.flatMap(({ values }) => values.map((value) => emsOf(count(value)))),
  )
  const beside = (longestValue + (line === undefined ? 0.8 : 4.6)) * FONT
  return {
    ...base,
    grid: { left: labelWidth + 16, right: beside, top: 8, bottom: 8 },
    yAxis: {
      type: 'category',
      data: points,
      inverse: true,
      ...quiet,
      axisLabel: {
        fontSize: FONT,
        color: '#374151',
        interval: 0,
        width: labelWidth,
        overflow: 'break',
        lineHeight: 28,
      },
    },
    xAxis: { type: 'value', min: 0, axisLabel: { show: false }, splitLine: { show: false } },
    series: bars.map(({ label, values }, at) => ({
      type: 'bar',
      name: label,
      data: values,
      barGap: '8%',
      barMaxWidth: 32,
      itemStyle: { color: barColor(at, bars.length).bar, borderRadius: [0, 5, 5, 0] },
      label: {
        ...labelled,
        position: 'right',
        color: barColor(at, bars.length).ink,
        rich: { rate: { color: LINE_COLOR, fontWeight: 'bold', fontSize: FONT } },
        formatter: (shown: Shown) => {
          const rate = at === bars.length - 1 ? percent(line?.values[shown.dataIndex] ?? null) : ''
          return rate === '' ? figureOf(shown) : `${figureOf(shown)}  {rate|${rate}}`
        },
      },
    })),
  }
}

interface Shown {
  readonly value: number
  readonly dataIndex: number
}

const figureOf = ({ value }: Pick<Shown, 'value'>) => count(value)
