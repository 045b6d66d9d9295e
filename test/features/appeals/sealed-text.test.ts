import { expect, test } from 'vitest'
import { withoutIdentity } from '../../../src/features/appeals/sealed-text.ts'
import { DIRECTORY } from './county.ts'

const tianhe = { code: 'tianhe', name: '天禾农机有限公司' }

test('the company by all its names, the asker and their phone are taken out', () => {
  const text = '我是天禾农机的何志平，天禾农机有限公司被欠款，老何我电话13800001234'
  const open = withoutIdentity(text, '何志平', tianhe, DIRECTORY)
  for (const secret of ['天禾', '何志平', '老何', '13800001234']) expect(open).not.toContain(secret)
  expect(open).toContain('被欠款')
})

test('a stranger without a name or a company keeps their words', () => {
  expect(withoutIdentity('工程款一直不给', '访客', null, DIRECTORY)).toBe('工程款一直不给')
})
