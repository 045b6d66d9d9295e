import type { EChartsCoreOption } from 'echarts/core'
import type { Plot } from './plot-style.ts'
import { barColor, base, count, FONT, INK, LINE_COLOR, labelled, percent, quiet } from './plot-style.ts'

/** Of the width, what names may take before they wrap. */
const NAMES_SHARE = 0.34

interface Shown {
  readonly dataIndex: number
}

/** Points one below the other, for long names: they stand to the left and wrap; what is written stands behind its bar. */
export function lying(
  { width, points, bars, most, line }: Plot,
  emsOf: (words: string) => number,
): EChartsCoreOption {
  const longest = Math.max(0, ...points.map(emsOf))
  const labelWidth = Math.min(longest * FONT + 10, width * NAMES_SHARE)
  const figures = bars.map(({ values, written }) => values.map((value, at) => written?.[at] ?? count(value)))
  const rate = (at: number, point: number) =>
    at === bars.length - 1 ? percent(line?.values[point] ?? null) : ''
  const widest = Math.max(
    0,
    ...figures.flatMap((all, at) => all.map((words, point) => emsOf(`${words}${rate(at, point)}`))),
  )
  return {
    ...base,
    grid: {
      left: labelWidth + 16,
      right: (widest + (line === undefined ? 0.8 : 1.6)) * FONT,
      top: 8,
      bottom: 8,
    },
    yAxis: {
      type: 'category',
      data: points,
      inverse: true,
      ...quiet,
      axisLabel: {
        fontSize: FONT,
        color: INK,
        interval: 0,
        width: labelWidth,
        overflow: 'break',
        lineHeight: 28,
      },
    },
    xAxis: { type: 'value', min: 0, max: most, axisLabel: { show: false }, splitLine: { show: false } },
    series: bars.map(({ label, values }, at) => ({
      type: 'bar',
      name: label,
      // A gap has no bar and still says what is written beside it.
      data: values.map((value) => value ?? 0),
      barGap: '8%',
      barMaxWidth: 32,
      itemStyle: { color: barColor(at, bars.length, line !== undefined).bar, borderRadius: [0, 5, 5, 0] },
      label: {
        ...labelled,
        position: 'right',
        color: barColor(at, bars.length, line !== undefined).ink,
        rich: { rate: { color: LINE_COLOR, fontWeight: 'bold', fontSize: FONT } },
        formatter: ({ dataIndex }: Shown) => {
          const words = figures[at]?.[dataIndex] ?? ''
          const beside = rate(at, dataIndex)
          return beside === '' ? words : `${words}  {rate|${beside}}`
        },
      },
    })),
  }
}
