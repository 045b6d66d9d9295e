import { describe, expect, it } from 'vitest'
import { describeItself } from '../../../../src/features/policy/reading/document-facts.ts'

const daysOf = (body: string) => {
  const lines = [body, '2025年3月20日']
  const { issuedOn, effectiveOn, endsOn } = describeItself('会费办法', [], lines, 'fees.txt')
  return { issuedOn, effectiveOn, endsOn }
}

describe('from when until when a document says it holds', () => {
  it.each([
    ['本办法自2025年6月1日起施行，有效期3年。', '2025-06-01', '2028-05-31'],
    ['本办法自2025年6月1日起施行，有效期18个月。', '2025-06-01', '2026-11-30'],
    ['本办法自印发之日起施行，试行期一年。', '2025-03-20', '2026-03-19'],
    ['本办法自印发之日起30日后施行。', '2025-04-19', undefined],
    ['本办法自2025年6月1日起施行，至2026年12月31日自动失效。', '2025-06-01', '2026-12-31'],
    ['本公告执行至2027年12月31日。', undefined, '2027-12-31'],
    ['本办法自2026年1月1日起废止。', undefined, '2025-12-31'],
    ['本办法自2025年6月1日起施行。《旧会费办法》自2025年7月1日起废止。', '2025-06-01', undefined],
    ['申报期限自2025年5月1日至2025年6月30日。', undefined, undefined],
    ['受理申请期限至2025年6月30日。', undefined, undefined],
  ])('%s', (body, effectiveOn, endsOn) => {
    expect(daysOf(body)).toEqual({ issuedOn: '2025-03-20', effectiveOn, endsOn })
  })
})

it('a text of nothing but titles is read to its end', () => {
  const titles = '《旧会费办法》、《》'.repeat(20_000)
  expect(daysOf(`${titles}自2025年7月1日起废止。本办法自2025年6月1日起施行。`).effectiveOn).toBe('2025-06-01')
})
