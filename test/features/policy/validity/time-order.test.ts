import { describe, expect, it } from 'vitest'
import { readTimeOrder } from '../../../../src/features/policy/validity/read-time-order.ts'

const today = '2026-03-05'

describe('what staff say about when a document holds', () => {
  it.each([
    ['《慈善法》自2024年9月5日起施行', '慈善法', { effectiveOn: '2024-09-05' }],
    ['把《用工补贴办法》的有效期改成2026年12月31日', '用工补贴办法', { endsOn: '2026-12-31' }],
    ['用工补贴.md 有效期至2026-12-31', '用工补贴.md', { endsOn: '2026-12-31' }],
    ['云岭县用工补贴办法有效期到2026年12月31日', '云岭县用工补贴办法', { endsOn: '2026-12-31' }],
    ['《用工补贴办法》2026.12.31到期', '用工补贴办法', { endsOn: '2026-12-31' }],
    ['请把《用工补贴办法》延期到2027年6月30日', '用工补贴办法', { endsOn: '2027-06-30' }],
    ['《用工补贴办法》长期有效', '用工补贴办法', { endsOn: null }],
    ['《用工补贴办法》已经废止了', '用工补贴办法', { endsOn: '2026-03-04' }],
    ['《用工补贴办法》自2026年7月1日起废止', '用工补贴办法', { endsOn: '2026-06-30' }],
    ['《用工补贴办法》的公布日期应该是2026年1月5日', '用工补贴办法', { issuedOn: '2026-01-05' }],
  ])('%s', (said, words, days) => {
    expect(readTimeOrder(said, today)).toEqual({ kind: 'days', words, days })
  })

  it.each([
    ['《新办法》废止了《旧办法》', 'repeals', '新办法', '旧办法', false],
    ['《旧办法》被《新办法》替代', 'replaces', '新办法', '旧办法', false],
    ['《新办法》是《旧办法》的修订版', 'replaces', '新办法', '旧办法', false],
    ['《决定》修改了《旧办法》', 'amends', '决定', '旧办法', false],
    ['《新办法》没有废止《旧办法》', 'repeals', '新办法', '旧办法', true],
  ])('%s', (said, relation, words, other, isDenied) => {
    expect(readTimeOrder(said, today)).toEqual({ kind: 'link', relation, words, other, isDenied })
  })

  it.each([
    '《慈善法》什么时候施行？',
    '《用工补贴办法》什么时候到期',
    '《用工补贴办法》2026年12月31日到期吗',
    '《用工补贴办法》有效期至2026年13月31日',
    '我们的合同2026年12月31日到期',
    '看看《新办法》和《旧办法》有啥区别',
  ])('is not made up from: %s', (said) => {
    expect(readTimeOrder(said, today)).toBeUndefined()
  })
})
