import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CompanyFacts, FactValue } from '../../../../src/features/policy/matching/company-facts.ts'
import { rosterFacts } from '../../../../src/features/policy/matching/company-facts.ts'
import type { Condition } from '../../../../src/features/policy/matching/condition.ts'
import { offersNamed } from '../../../../src/features/policy/matching/find-offer.ts'
import { fitOf, judge } from '../../../../src/features/policy/matching/judge.ts'
import { nextReminder, reminderDue } from '../../../../src/features/policy/matching/reminder-times.ts'
import { loadCalendar } from '../../../../src/kernel/working-days.ts'

const TODAY = '2026-11-23'
const condition = (field: string, is: string, value: unknown): Condition =>
  ({ id: 'c1', field, is, value, words: '生产经营正常', proof: '', quote: null, locator: null }) as Condition
const said = (facts: Record<string, FactValue>, at = '2026-11-01T09:00:00.000Z'): CompanyFacts =>
  Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, { value, by: 'he', at }]))

describe('one condition against what is known', () => {
  test.each([
    ['staff', 'atLeast', 30, { staff: 30 }, 'met'],
    ['staff', 'moreThan', 30, { staff: 30 }, 'missed'],
    ['staff', 'lessThan', 300, { staff: 300 }, 'missed'],
    ['staff', 'atMost', 300, { staff: 300 }, 'met'],
    ['staff', 'atLeast', 30, {}, 'unknown'],
    ['size', 'oneOf', ['micro', 'small'], { size: 'medium' }, 'missed'],
    ['town', 'oneOf', ['柳溪镇'], { town: '柳溪镇' }, 'met'],
    ['exports', 'holds', true, { exports: false }, 'missed'],
    ['registered', 'atLeast', 12, { registered: '2025-11' }, 'unknown'],
    ['registered', 'atLeast', 12, { registered: '2025-10' }, 'met'],
    ['registered', 'atLeast', 12, { registered: '2025' }, 'unknown'],
    ['registered', 'atLeast', 12, { registered: '2024' }, 'met'],
    ['registered', 'atMost', 36, { registered: '2020' }, 'missed'],
    ['qualification', 'oneOf', ['高新技术企业', '瞪羚企业'], { 'qualification:瞪羚企业': true }, 'met'],
    ['qualification', 'oneOf', ['高新技术企业', '瞪羚企业'], { 'qualification:瞪羚企业': false }, 'unknown'],
    ['qualification', 'oneOf', ['瞪羚企业'], { 'qualification:瞪羚企业': false }, 'missed'],
    ['trade', 'oneOf', ['制造业'], { trade: '铸造' }, 'unknown'],
    ['trade', 'oneOf', ['制造业'], { trade: '铸造', 'trade:制造业': true }, 'met'],
    ['trade', 'noneOf', ['房地产'], { trade: '铸造' }, 'met'],
    ['trade', 'noneOf', ['房地产'], { trade: '房地产开发' }, 'missed'],
    ['own', 'holds', true, { 'own:生产经营正常': true }, 'met'],
    ['own', 'holds', true, {}, 'unknown'],
  ])('%s %s %j of %j is %s', (field, is, value, facts, verdict) =>
    expect(judge(condition(field, is, value), said(facts as Record<string, FactValue>), TODAY).verdict).toBe(
      verdict,
    ),
  )

  test('a figure of a year that was said more than a year ago is asked anew, a founding day is not', () => {
    const old = said({ staff: 40, registered: '2015' }, '2025-10-01T09:00:00.000Z')
    expect(judge(condition('staff', 'atLeast', 30), old, TODAY)).toMatchObject({
      verdict: 'unknown',
      missing: ['staff'],
    })
    expect(judge(condition('registered', 'atLeast', 12), old, TODAY).verdict).toBe('met')
  })

  test('the roster says the trade, the town and what stands in its tags', () => {
    const facts = rosterFacts({ town: '柳溪镇', trade: '铸造', tags: ['高新技术企业', '外贸', '重点'] })
    expect(Object.entries(facts).map(([key, { value }]) => [key, value])).toEqual([
      ['trade', '铸造'],
      ['town', '柳溪镇'],
      ['local', true],
      ['qualification:高新技术企业', true],
      ['exports', true],
    ])
  })

  test('a policy fits only where every condition is met, and is missed by one that is not', () => {
    const verdict = fc.constantFrom('met', 'missed', 'unknown')
    fc.assert(
      fc.property(fc.array(verdict), (verdicts) => {
        const fit = fitOf(
          verdicts.map(
            (one) => ({ condition: condition('own', 'holds', true), verdict: one, missing: [] }) as never,
          ),
        )
        expect(fit === 'fits').toBe(verdicts.every((one) => one === 'met'))
        expect(fit === 'misses').toBe(verdicts.includes('missed'))
      }),
    )
  })
})

describe('which policy is meant', () => {
  const offers = ['云岭县企业研发费用补助办法', '云岭县小微企业招工补贴通知', '云岭县专精特新奖励办法'].map(
    (title) => ({
      doc: `${title}.txt`,
      title,
      gives: '',
    }),
  )
  const titles = (words: string) => offersNamed(offers, words).map(({ title }) => title.slice(3))
  test.each([
    ['研发补助', ['企业研发费用补助办法']],
    ['研发费用补助的', ['企业研发费用补助办法']],
    ['招工补贴', ['小微企业招工补贴通知']],
    ['专精特新', ['专精特新奖励办法']],
    ['补贴', []],
    ['贷款贴息', []],
    ['小微企业', []],
  ])('%s', (words, expected) => expect(titles(words)).toEqual(expected))
})

describe('when somebody is reminded', () => {
  const { calendar } = loaded()
  const quiet = { from: 21 * 60, to: 8 * 60, freeDays: true }
  const offer = { state: 'open', opensOn: null, closesOn: '2026-03-20', reminded: 0 } as const
  const at = (day: string) => new Date(`${day}+08:00`)

  test('two weeks and three days before the end, in the morning of a working day', () => {
    expect(nextReminder(offer, quiet, calendar)).toEqual({ nth: 1, at: at('2026-03-06T09:00:00') })
    expect(nextReminder({ ...offer, reminded: 1 }, quiet, calendar)).toEqual({
      nth: 2,
      at: at('2026-03-17T09:00:00'),
    })
    expect(nextReminder({ ...offer, reminded: 2 }, quiet, calendar)).toBeUndefined()
    // The 8th of March is a Sunday.
    expect(nextReminder({ ...offer, closesOn: '2026-03-22' }, quiet, calendar)?.at).toEqual(
      at('2026-03-09T08:00:00'),
    )
  })

  test('never before the window opens, after it closed, or where no end is marked', () => {
    expect(nextReminder({ ...offer, opensOn: '2026-03-16' }, quiet, calendar)?.at).toEqual(
      at('2026-03-16T09:00:00'),
    )
    expect(nextReminder({ ...offer, closesOn: null }, quiet, calendar)).toBeUndefined()
    expect(nextReminder({ ...offer, state: 'closed' }, quiet, calendar)).toBeUndefined()
    // Sunday is the last day, and nobody is written to from Saturday on.
    const night = { ...quiet, from: 0, to: 0 }
    expect(
      nextReminder({ ...offer, opensOn: '2026-03-21', closesOn: '2026-03-22' }, night, calendar),
    ).toBeUndefined()
  })

  test('what was missed while the house was closed is said once', () => {
    expect(reminderDue(offer, at('2026-03-05T12:00:00'), quiet, calendar)).toBeUndefined()
    expect(reminderDue(offer, at('2026-03-10T12:00:00'), quiet, calendar)).toBe(1)
    expect(reminderDue(offer, at('2026-03-18T12:00:00'), quiet, calendar)).toBe(2)
  })
})

function loaded() {
  return { calendar: loadCalendar() }
}
