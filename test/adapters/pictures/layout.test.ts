import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import * as samples from '../../../bench/pictures/samples.ts'
import { type Canvas, openCanvas, type Sheet } from '../../../src/adapters/pictures/canvas.ts'
import { laySheets } from '../../../src/adapters/pictures/draw-picture.ts'
import type { Picture, TablePicture } from '../../../src/kernel/picture.ts'
import { asPlan, type Line, linesOn } from './measured.ts'

/** What a phone shows a picture in, and the smallest type on it that is read without effort. */
const PHONE = 390
const SMALLEST = 10.5

let canvas: Canvas
beforeAll(async () => {
  canvas = await openCanvas()
})

const lay = (picture: Picture) => laySheets(picture, canvas.has)

const pictures: Readonly<Record<string, Picture>> = {
  poster: samples.poster,
  'plain-poster': samples.plainPoster,
  certificate: samples.certificate,
  'long-certificate': samples.longCertificate,
  'table-of-none': samples.table(0),
  'table-of-one': samples.table(1),
  'table-of-90': samples.table(90),
  'chart-of-months': samples.chartOfMonths,
  'rate-trend': samples.rateTrend,
  ranking: samples.ranking,
  'brief-of-1': samples.brief(1),
  'brief-of-8': samples.brief(8),
}

test.each(Object.entries(pictures))('%s is laid out as it was', async (name, picture) => {
  const plans: string[] = []
  for (const sheet of await lay(picture)) plans.push(asPlan(await canvas.measure(sheet)))
  await expect(plans.join('\n')).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `${name}.txt`))
})

describe('on every sheet', () => {
  test.each(Object.entries(pictures))(
    'of %s nothing is cut off, covered, or too small for a phone',
    async (_, picture) => {
      for (const sheet of await lay(picture)) await expectReadable(sheet)
    },
  )

  test('whatever is written', { timeout: 600_000 }, async () => {
    const words = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'青禾县恒拓机械（有限）公司，、Ab1 ¥.😀𥐕䶮'), maxLength: 60 }),
      fc.stringMatching(/^[A-Za-z0-9/.]{0,70}$/u),
    )
    const money = fc.integer({ min: 0, max: 99_999_999 }).map((yuan) => `${yuan.toLocaleString('en-US')}.00`)
    const picture: fc.Arbitrary<Picture> = fc.oneof(
      fc.record({
        kind: fc.constant('poster' as const),
        federation: words,
        title: words,
        slogan: words,
        lines: fc.array(
          fc.oneof(
            words,
            fc.tuple(words, words).map((two) => two.join('：')),
          ),
          { maxLength: 9 },
        ),
        code: fc.constant({ url: 'https://charity.example/a', caption: '扫码查看' }),
        progress: fc.record({ per10000: fc.integer({ min: 0, max: 20_000 }), words }),
      }),
      fc.record({
        kind: fc.constant('certificate' as const),
        title: words.map((title) => title.slice(0, 16)),
        to: words,
        body: fc.tuple(words, words, words).map((three) => three.join('')),
        from: words,
        day: fc.constant('二〇二六年十一月二十二日'),
        number: fc.constant('QH-2026-F3-0042'),
      }),
      fc.record({
        kind: fc.constant('table' as const),
        title: words,
        subtitle: words,
        columns: fc.constant(samples.table(0).columns),
        rows: fc.array(fc.tuple(fc.constant('12'), words, money, fc.constant('11-22')), { maxLength: 6 }),
        foot: words,
      }),
      fc.record({
        kind: fc.constant('brief' as const),
        title: words,
        subtitle: words,
        matters: fc.array(
          fc.record({
            head: words,
            state: words,
            isLate: fc.boolean(),
            facts: fc.array(
              fc.record({ label: fc.constantFrom('反映', '待定'), lines: fc.array(words, { maxLength: 3 }) }),
              { maxLength: 3 },
            ),
          }),
          { maxLength: 3 },
        ),
        foot: words,
      }),
    )
    await fc.assert(
      fc.asyncProperty(picture, async (one) => {
        for (const sheet of await lay(one)) await expectReadable(sheet)
      }),
      { numRuns: 100 },
    )
  })
})

async function expectReadable(sheet: Sheet): Promise<void> {
  const measured = await canvas.measure(sheet)
  expect(measured.width).toBe(sheet.width)
  const lines = linesOn(measured).filter(({ words }) => words.trim() !== '')
  const phone = PHONE / sheet.width
  const margin = 8 / phone
  for (const line of lines) {
    expect(line.left, line.words).toBeGreaterThanOrEqual(margin - 1)
    // A blank at the end of a line hangs over and is not seen.
    if (!line.words.endsWith(' '))
      expect(line.right, line.words).toBeLessThanOrEqual(measured.width - margin + 1)
    expect(line.bottom, line.words).toBeLessThanOrEqual(measured.height - margin + 1)
    expect((line.bottom - line.top) * phone, line.words).toBeGreaterThanOrEqual(SMALLEST)
  }
  for (const [at, line] of lines.entries())
    for (const other of lines.slice(at + 1))
      expect(overlap(line, other), `${line.words} / ${other.words}`).toBe(false)
}

/** By more than the descent of one line may hang into the next. */
function overlap(one: Line, other: Line): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return across > 2 && down > 2
}

describe('a table', () => {
  const linesOf = async (picture: TablePicture) => {
    const all: Line[][] = []
    for (const sheet of await lay(picture)) all.push([...linesOn(await canvas.measure(sheet))])
    return all
  }

  test('of five hundred rows repeats its head and numbers its pages', async () => {
    const pages = await linesOf(samples.table(500))
    expect(pages.length).toBeGreaterThanOrEqual(13)
    pages.forEach((lines, at) => {
      const words = lines.map((line) => line.words)
      expect(words).toContain('捐赠人')
      expect(words).toContain(`第 ${at + 1} 页，共 ${pages.length} 页`)
    })
    const numbers = pages.flatMap((lines) =>
      lines.map(({ words }) => words).filter((words) => /^\d{1,3}$/u.test(words)),
    )
    expect(numbers).toEqual(Array.from({ length: 500 }, (_, at) => String(at + 1)))
  })

  test('keeps every figure on one line, and figures in line at their right edge', async () => {
    const [lines = []] = await linesOf(samples.table(20))
    const figures = lines.filter(({ words }) => /^[\d,]+\.\d\d$/u.test(words))
    expect(figures.length).toBeGreaterThan(14)
    for (const { right } of figures) expect(right).toBeCloseTo(figures[0]?.right ?? 0, 0)
  })

  test('of none says so instead of ending below its head', async () => {
    const [lines = []] = await linesOf(samples.table(0))
    expect(lines.map(({ words }) => words)).toContain('暂无记录')
  })
})
