import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnWidths } from '../../../src/adapters/pictures/table-columns.ts'
import { pagesOf } from '../../../src/adapters/pictures/table-pages.ts'

const single = (rows: number) => Array.from({ length: rows }, () => 1)
const sizes = (rows: number) => pagesOf(single(rows)).map(({ from, to }) => to - from)

test('forty rows are one page, and forty-one are two of about the same length', () => {
  expect([0, 1, 40].map(sizes)).toEqual([[0], [1], [40]])
  expect(sizes(41)).toEqual([21, 20])
  expect(sizes(81)).toEqual([27, 27, 27])
})

test('every row stands on exactly one page, in order, and no page grows without end', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 300 }), (lines) => {
      const pages = pagesOf(lines)
      expect(pages[0]?.from).toBe(0)
      expect(pages.at(-1)?.to).toBe(lines.length)
      pages.slice(1).forEach(({ from }, at) => {
        expect(from).toBe(pages[at]?.to)
      })
      for (const { from, to } of pages) {
        expect(to - from).toBeLessThanOrEqual(40)
        expect(lines.slice(from, to).reduce((all, one) => all + one, 0)).toBeLessThanOrEqual(48)
      }
    }),
  )
})

const columns = [
  { label: '序号', align: 'left', share: 10 },
  { label: '捐赠人', align: 'left', share: 45 },
  { label: '金额（元）', align: 'right', share: 25 },
] as const

test('the columns fill the width whatever is in them, and a sum has the room that it needs', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'青禾县12.,A '), maxLength: 40 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, cell, fc.constantFrom('1.00', '1,286,450.00')), { maxLength: 8 }),
      (rows) => {
        const widths = columnWidths({ columns, rows }, 24, 732)
        expect(widths.reduce((all, one) => all + one, 0)).toBe(732)
        for (const width of widths) expect(width).toBeGreaterThan(0)
        if (rows.some(([, , sum]) => sum === '1,286,450.00')) expect(widths[2]).toBeGreaterThan(150)
      },
    ),
  )
})
