import { expect, it } from 'vitest'
import { findPeriod } from '../../src/kernel/spoken-period.ts'

const AT = new Date('2026-11-05T17:30:00+08:00')

it.each([
  ['春节后', '2026-02-24', '2026-11-05'],
  ['年后', '2026-02-24', '2026-11-05'],
  ['国庆前', '2026-01-01', '2026-09-30'],
  ['国庆期间', '2026-10-01', '2026-10-07'],
  ['十一以后', '2026-10-08', '2026-11-05'],
  ['节后', '2026-10-08', '2026-11-05'],
  ['去年国庆后', '2025-10-09', '2025-12-31'],
  ['十一月', '2026-11-01', '2026-11-30'],
])('%s', (words, from, to) => {
  const { period } = findPeriod(words, AT) ?? {}
  expect([period?.from, period?.to]).toEqual([from, to])
})

it.each(['三年前', '通知六十一谁没回', '过年', '调节后'])('no festival in: %s', (words) =>
  expect(findPeriod(words, AT)).toBeUndefined(),
)
