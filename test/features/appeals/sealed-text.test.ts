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

test('spelled with signs between, in the other script, or for short, it is the same name', () => {
  const open = withoutIdentity('何 志 平说天·禾·農·機没拿到钱，天禾不容易', '何志平', tianhe, DIRECTORY)
  expect(open).toBe('某人说某企业没拿到钱，某企业不容易')
})

test('a nickname that names person and firm is taken out part by part', () => {
  const open = withoutIdentity('我周建国这边，宏远机械等着发工资', '周建国-宏远机械', null, DIRECTORY)
  expect(open).toBe('我某人这边，某人等着发工资')
})
