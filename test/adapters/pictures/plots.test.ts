import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as samples from '../../../bench/pictures/samples.ts'
import { drawPlot } from '../../../src/adapters/pictures/draw-plot.ts'
import { emsOf } from '../../../src/adapters/pictures/fit-text.ts'
import type { Plot } from '../../../src/adapters/pictures/plot-style.ts'
import type { ChartPicture } from '../../../src/kernel/picture.ts'
import { asPlotPlan, textsOf } from './plotted.ts'

const WIDTH = 720
const draw = (plot: Omit<Plot, 'width'>) => drawPlot({ ...plot, width: WIDTH }, emsOf)

const charts: Readonly<Record<string, ChartPicture>> = {
  'trend-with-gaps': samples.rateTrend,
  'trend-of-1': samples.trendOfOne,
  'trend-of-24': samples.trendOf24,
  'trend-of-days': samples.trendOfDays,
  comparison: samples.comparison,
  ranking: samples.ranking,
  ages: samples.ages,
}

test.each(Object.entries(charts))('the plot of %s is what it was', async (name, chart) => {
  const golden = join(import.meta.dirname, 'golden', `plot-${name}.txt`)
  await expect(asPlotPlan(await draw(chart))).toMatchFileSnapshot(golden)
})

test('figures and bars are those of the data', async () => {
  const { svg } = await draw(samples.ranking)
  const words = textsOf(svg).map((one) => one.words)
  for (const written of samples.ranking.bars[0]?.written ?? []) expect(words).toContain(written)
  const ages = textsOf((await draw(samples.ages)).svg).map((one) => one.words)
  for (const point of samples.ages.points) expect(ages).toContain(point)
  expect(
    ages
      .filter((one) => /^\d+$/u.test(one))
      .map(Number)
      .sort((a, b) => a - b),
  ).toEqual(samples.ages.bars.flatMap(({ values }) => values.map(Number)).sort((a, b) => a - b))
})

describe('a row of points', () => {
  test('however many always names the last, and of a rate the last figure', async () => {
    for (const chart of [samples.trendOf24, samples.trendOfDays, samples.rateTrend]) {
      const words = textsOf((await draw(chart)).svg).map((one) => one.words)
      expect(words).toContain(chart.points.at(-1))
    }
    expect(textsOf((await draw(samples.rateTrend)).svg).map((one) => one.words)).toContain('77.8%')
  })

  test('shows no figure and no curve where nothing could be counted', async () => {
    const gap = { points: ['1月', '2月', '3月'], along: 'time' as const, bars: [] }
    const { svg } = await draw({ ...gap, line: { label: '解决率', values: [80, null, 60] } })
    const figures = textsOf(svg)
      .map((one) => one.words)
      .filter((one) => /\d%$/u.test(one) && !/^(?:0|50|100)%$/u.test(one))
    expect(figures).toEqual(['80%', '60%'])
  })

  test('never writes one word over another or over the edge', { timeout: 60_000 }, async () => {
    const value = fc.option(fc.integer({ min: 0, max: 12_345 }), { nil: null, freq: 6 })
    const rate = fc.option(
      fc.integer({ min: 0, max: 1000 }).map((one) => one / 10),
      { nil: null, freq: 6 },
    )
    const name = fc.constantFrom('1月', '12月', '25年1月', '10月26日–11月1日', '11月23日', '融资')
    const plot = fc.integer({ min: 1, max: 40 }).chain((count) => {
      const many = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: count, maxLength: count })
      return fc.record({
        along: fc.constant('time' as const),
        points: many(name),
        bars: fc.oneof(
          fc.constant([]),
          many(value).map((values) => [{ label: '新增', values }]),
        ),
        line: many(rate).map((values) => ({ label: '解决率', values })),
      })
    })
    await fc.assert(
      fc.asyncProperty(plot, fc.boolean(), async ({ line, ...rest }, hasLine) => {
        const { svg } = await draw(hasLine || rest.bars.length === 0 ? { ...rest, line } : rest)
        const texts = textsOf(svg).filter(({ words }) => words !== '')
        const row = texts.filter(({ top }) => top > 440)
        for (const { left, right, words } of row) {
          expect(left, words).toBeGreaterThanOrEqual(-1)
          expect(right, words).toBeLessThanOrEqual(WIDTH + 1)
        }
        const sorted = [...row].sort((a, b) => a.left - b.left)
        for (const [at, one] of sorted.entries()) {
          const next = sorted[at + 1]
          if (next !== undefined)
            expect(next.left - one.right, `${one.words} ${next.words}`).toBeGreaterThan(2)
        }
        expect(row.length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })
})
