import { lying } from './plot-lying.ts'
import { count, FONT, MARGIN, type Plot, percent } from './plot-style.ts'
import { upright } from './plot-upright.ts'

const UPRIGHT_HEIGHT = 480
/** A group of lying bars, and what stands above and below them. */
const PER_BAR = 40
const PER_GROUP = 26

/** The plot as SVG. ECharts is loaded by whoever draws the first one: 100 ms and 40 MB. */
export async function drawPlot(
  plot: Plot,
  emsOf: (words: string) => number,
): Promise<{ readonly svg: string; readonly height: number }> {
  const echarts = await import('./echarts-parts.ts')
  const isUpright = plot.along === undefined ? fitsUpright(plot, emsOf) : plot.along === 'time'
  const height = isUpright
    ? UPRIGHT_HEIGHT
    : 60 + plot.points.length * (Math.max(1, plot.bars.length) * PER_BAR + PER_GROUP)
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: plot.width, height })
  try {
    chart.setOption(isUpright ? upright(plot, emsOf) : lying(plot, emsOf))
    return { svg: chart.renderToSVGString(), height }
  } finally {
    chart.dispose()
  }
}

/** Only where every name and every figure has its place beside its neighbours. */
function fitsUpright({ width, points, bars, line }: Plot, emsOf: (words: string) => number): boolean {
  const place = (width - 2 * MARGIN) / points.length / FONT
  const names = Math.max(0, ...points.map(emsOf))
  const figures = Math.max(
    0,
    ...bars.flatMap(({ values, written }) => values.map((value, at) => emsOf(written?.[at] ?? count(value)))),
  )
  const rates = Math.max(0, ...(line?.values ?? []).map((value) => emsOf(percent(value))))
  return Math.max(names, (figures + 0.2) * bars.length, rates) + 0.25 <= place
}
