import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_SPOKEN, spokenAnswer } from '../../../../src/features/oversight/answers/aloud.ts'
import { dayOfQuestion } from '../../../../src/features/oversight/answers/answer-day.ts'
import { chartQuestion } from '../../../../src/features/oversight/answers/chart-question.ts'
import { comparisonChart, rankingChart } from '../../../../src/features/oversight/answers/charts.ts'
import { compareTexts } from '../../../../src/features/oversight/answers/compare.texts.ts'
import { measureTexts } from '../../../../src/features/oversight/answers/measure.texts.ts'
import { movedGroups } from '../../../../src/features/oversight/answers/moved.ts'
import { rankTexts } from '../../../../src/features/oversight/answers/rank.texts.ts'
import { wholeOf } from '../../../../src/features/oversight/answers/share.ts'
import { trendTexts } from '../../../../src/features/oversight/answers/trend.texts.ts'
import { NOWHERE, type Question } from '../../../../src/features/oversight/asking/question.ts'
import type { Measured } from '../../../../src/features/oversight/measures/measures.store.ts'

const count = (n: number): Measured => ({ kind: 'count', n })
const rate = (n: number, of: number, out = 0): Measured => ({
  kind: 'rate',
  raw: { n, of },
  after: { n, of: of - out },
})
const october = { from: '2026-10-01', to: '2026-10-31', label: '10月（10月1日至10月31日）' }
const november = { from: '2026-11-01', to: '2026-11-30', label: '11月（11月1日至11月30日）' }

describe('an answer for the ear', () => {
  it('has no codes and no brackets, and the groups that still fit', () => {
    const line = (label: string, n: number) => ({ label, n, of: null, numbers: [] })
    expect(
      spokenAnswer('今年（1月1日至12月31日）新增最多的是融资，12 件，一共 31 件。', [
        line('用工', 9),
        line('水电气', 6),
      ]),
    ).toBe('今年新增最多的是融资，12件，一共31件，用工9件，水电气6件。')
  })

  it('a rate and a mean are said as such', () => {
    expect(
      spokenAnswer('三率如下：', [
        { label: '解决率', n: 12, of: 15, numbers: [] },
        { label: '金融办', n: 12, of: null, numbers: [], told: '6.5 天（12 件）' },
      ]),
    ).toBe('三率如下，解决率80.0%，金融办6.5天。')
  })

  it('is never longer than twenty seconds, whatever it is made of', () => {
    const words = fc.string({
      unit: fc.constantFrom(...'还有件没办完，。；：（）明细0123 2026-0001融资天禾农机'),
      maxLength: 200,
    })
    fc.assert(
      fc.property(
        words,
        fc.array(fc.record({ label: words, n: fc.nat(99) }), { maxLength: 6 }),
        (head, groups) => {
          const spoken = spokenAnswer(
            head,
            groups.map((group) => ({ ...group, of: null, numbers: [] })),
          )
          expect([...spoken].length).toBeLessThanOrEqual(MOST_SPOKEN)
          expect(spoken).not.toMatch(/明细\d|\d{4}-\d{4}/u)
        },
      ),
    )
  })
})

describe('why it fell', () => {
  it('a group pulls a rate down by what it solved less than the whole did before', () => {
    const here = [
      { code: 'financing', value: rate(1, 4) },
      { code: 'labour', value: rate(4, 4) },
    ]
    const there = [
      { code: 'financing', value: rate(4, 4) },
      { code: 'labour', value: rate(4, 6) },
    ]
    const moved = movedGroups(here, there, rate(8, 10))
    const partOf = (code: string) => moved.find((one) => one.code === code)?.part ?? Number.NaN
    expect(partOf('financing')).toBeCloseTo(-3, 5)
    expect(partOf('labour')).toBeCloseTo(1.6, 5)
  })

  it('what is in one period only counts as nought in the other, and the parts of a count are its difference', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.array(fc.nat(50), { minLength: 1 }), (a, b) => {
        const groups = (all: readonly number[]) => all.map((n, i) => ({ code: `g${i}`, value: count(n) }))
        const sum = (all: readonly number[]) => all.reduce((one, other) => one + other, 0)
        const moved = movedGroups(groups(a), groups(b), count(sum(b)))
        expect(sum(moved.map(({ part }) => part))).toBe(sum(a) - sum(b))
      }),
    )
  })
})

describe('what is compared', () => {
  it.each([
    ['fresh', count(12), count(9), '多 3 件（+33%）'],
    // Of so few a per cent would only sound like something.
    ['fresh', count(3), count(1), '多 2 件'],
    ['resolution', rate(8, 10), rate(9, 10), '降 10.0 个百分点'],
    ['resolution', rate(0, 0), rate(9, 10), '没法比'],
    ['days', { kind: 'days', mean: 6.5, of: 4 }, { kind: 'days', mean: 8, of: 2 }, '快 1.5 天'],
    ['open', count(4), count(4), '持平'],
  ] as const)('%s %#', (of, now, before, words) => {
    expect(measureTexts.change(of, now as Measured, before as Measured)).toBe(words)
  })

  it('a rate stands beside what it is out of, and beside what is left after exclusions where that differs', () => {
    expect(measureTexts.value(rate(12, 15))).toBe('80.0%（12/15）')
    expect(measureTexts.value(rate(12, 15, 3))).toBe('80.0%（12/15），剔除 3 件后 100.0%（12/12）')
    expect(measureTexts.changeAfter('resolution', rate(12, 15, 3), rate(9, 10))).toBe(
      '，剔除后升 10.0 个百分点',
    )
  })

  it('too few to rank is said once: by the head, or by the line of the small ones', () => {
    const small = [{ label: '融资', value: { kind: 'count', n: 2 } as const }]
    expect(rankTexts.small(small)).toBe('不足 5 件，不排名：融资 2 件。')
    expect(rankTexts.small(small, true)).toBe('融资 2 件。')
  })

  it('where there is nothing to count from, no blank is compared', () => {
    const here = { from: '2026-03-01', to: '2026-03-31', label: '这个月（3月1日至3月31日）' }
    const before = { from: '2026-02-01', to: '2026-02-28', label: '上个月（2月1日至2月28日）' }
    const head = (now: Measured, then: Measured) => compareTexts.head('resolution', here, now, before, then)
    expect(head(rate(0, 0), rate(0, 0))).toBe('这个月和上个月都还没有能算解决率的（0 件）。')
    expect(head(rate(0, 0), rate(9, 10))).toBe(
      '这个月还没有能算解决率的（0 件），上个月 90.0%（9/10），没法比。',
    )
    expect(head(rate(9, 10), rate(0, 0))).toBe(
      '这个月解决率 90.0%（9/10），上个月没有可算的（0 件），没法比。',
    )
    expect(
      trendTexts.head(
        'days',
        '今年',
        { label: '11月', value: { kind: 'days', mean: null, of: 0 } },
        undefined,
        undefined,
      ),
    ).toBe('11月还没有能算平均用时的（0 件）。')
  })

  it('nobody is ranked on fewer than five, and how many there are at most is said', () => {
    expect(rankTexts.head('fresh', 'category', 'most', [], '', 7, 4)).toBe(
      '各类别的新增都不足 5 件（最多 4 件），不排名。',
    )
  })
})

it('a part is measured against the whole that it was asked of', () => {
  const where = { ...NOWHERE, chamber: 'machinery', category: 'financing' } as const
  expect(wholeOf(where)).toEqual({ ...NOWHERE, chamber: 'machinery' })
  expect(wholeOf({ ...NOWHERE, chamber: 'machinery' })).toEqual(NOWHERE)
})

it('responsibilities count as of the last day asked about, of two periods the later, never after today', () => {
  const where = NOWHERE
  const of = 'fresh'
  const ask = (question: Question) => dayOfQuestion(question, '2026-11-20')
  expect(ask({ kind: 'share', of, where, period: october, unread: null })).toBe('2026-10-31')
  expect(ask({ kind: 'comparison', of, where, period: october, with: november, unread: null })).toBe(
    '2026-11-20',
  )
  expect(ask({ kind: 'scope' })).toBe('2026-11-20')
})

describe('a picture', () => {
  it('is drawn of what stands by its age, of what flows by its time', () => {
    const asked = { where: NOWHERE, order: 'usual', top: null, unread: null, kind: 'count' } as const
    expect(chartQuestion({ ...asked, of: 'open', period: null })).toMatchObject({ kind: 'age' })
    expect(chartQuestion({ ...asked, of: 'fresh', period: october })).toMatchObject({
      kind: 'trend',
      by: 'day',
    })
    expect(chartQuestion({ kind: 'scope' })).toBeUndefined()
  })

  it('of rates has under each what it is out of, and a gap where nothing could be counted', () => {
    const chart = comparisonChart('resolution', [
      { label: '10月', value: rate(0, 0) },
      { label: '11月', value: rate(4, 5) },
    ])
    expect(chart.bars[0]?.values).toEqual([0, 5])
    expect(chart.line?.values).toEqual([null, 80])
  })

  it('of a ranking writes each figure as it is told, and who is not ranked below', () => {
    const chart = rankingChart(
      'resolution',
      '单位',
      '今年',
      [{ label: '金融办', value: rate(12, 15) }],
      '不足 5 件',
    )
    expect(chart).toMatchObject({ along: 'names', most: 100, foot: '不足 5 件' })
    expect(chart.bars[0]?.written).toEqual(['80.0%（12/15）'])
  })
})
