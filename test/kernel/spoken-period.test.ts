import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/kernel/clock.ts'
import { findPeriod } from '../../src/kernel/spoken-period.ts'

/** A Thursday. */
const AT = new Date('2026-03-05T17:30:00+08:00')

describe('relative days', () => {
  it.each([
    ['今天有啥新情况', '2026-03-05', '2026-03-05'],
    ['昨天', '2026-03-04', '2026-03-04'],
    ['前天', '2026-03-03', '2026-03-03'],
    ['大前天', '2026-03-02', '2026-03-02'],
    ['这两天', '2026-03-04', '2026-03-05'],
    ['最近三天', '2026-03-03', '2026-03-05'],
    ['近10天', '2026-02-24', '2026-03-05'],
    ['最近', '2026-02-27', '2026-03-05'],
    ['本周', '2026-03-02', '2026-03-08'],
    ['这个星期', '2026-03-02', '2026-03-08'],
    ['上周', '2026-02-23', '2026-03-01'],
    ['上周五', '2026-02-27', '2026-02-27'],
    ['周一以来', '2026-03-02', '2026-03-05'],
    ['周日', '2026-03-01', '2026-03-01'],
    ['这个月', '2026-03-01', '2026-03-31'],
    ['上个月', '2026-02-01', '2026-02-28'],
    ['2月份', '2026-02-01', '2026-02-28'],
    ['12月', '2025-12-01', '2025-12-31'],
    ['3月2日以来', '2026-03-02', '2026-03-05'],
    ['三月二号', '2026-03-02', '2026-03-02'],
    ['一季度', '2026-01-01', '2026-03-31'],
    ['上季度', '2025-10-01', '2025-12-31'],
    ['上半年', '2026-01-01', '2026-06-30'],
    ['今年以来', '2026-01-01', '2026-03-05'],
    ['去年', '2025-01-01', '2025-12-31'],
    ['2025年10月的台账', '2025-10-01', '2025-10-31'],
    ['去年三季度', '2025-07-01', '2025-09-30'],
    ['去年上半年', '2025-01-01', '2025-06-30'],
    ['2025年', '2025-01-01', '2025-12-31'],
    ['2025年度', '2025-01-01', '2025-12-31'],
    ['1到2月', '2026-01-01', '2026-02-28'],
    ['2025年1-9月', '2025-01-01', '2025-09-30'],
    ['11月到1月', '2025-11-01', '2026-01-31'],
    ['今年3月2日', '2026-03-02', '2026-03-02'],
  ])('%s', (text, from, to) => {
    const { period } = findPeriod(text, AT) ?? {}
    expect([period?.from, period?.to]).toEqual([from, to])
  })

  it.each(['还有几件没办完', '三天没人管', '办了两个月'])('none in: %s', (text) =>
    expect(findPeriod(text, AT)).toBeUndefined(),
  )
})

it('counts days in China: half past midnight is the new day, whatever it is in Greenwich', () => {
  expect(findPeriod('今天', new Date('2026-03-04T16:30:00Z'))?.period.from).toBe('2026-03-05')
  expect(findPeriod('今天', new Date('2026-03-04T15:30:00Z'))?.period.from).toBe('2026-03-04')
})

it('says the days it took, so that the asker can see them', () => {
  expect(findPeriod('昨天', AT)?.period.label).toBe('昨天（3月4日）')
  expect(findPeriod('去年', AT)?.period.label).toBe('去年（2025年1月1日至2025年12月31日）')
})

it('a period never ends before it begins, and yesterday is the day before today, on every day of ten years', () => {
  const moments = fc.date({
    min: new Date('2020-01-01T00:00:00Z'),
    max: new Date('2030-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  const words = fc.constantFrom(
    '上周',
    '上个月',
    '上季度',
    '这个月',
    '本周',
    '周三',
    '上上周',
    '12月',
    '这半个月',
    '近两个月',
    '昨天',
  )
  fc.assert(
    fc.property(moments, words, (at, said) => {
      const { from = '', to = '' } = findPeriod(said, at)?.period ?? {}
      expect(from <= to).toBe(true)
      if (said === '昨天')
        expect(new Date(`${from}T12:00:00Z`).getTime() + 86_400_000).toBe(
          new Date(`${dayOf(at)}T12:00:00Z`).getTime(),
        )
      if (said === '上周') expect(to < dayOf(at)).toBe(true)
      if (said === '周三') expect(to <= dayOf(at)).toBe(true)
    }),
  )
})
