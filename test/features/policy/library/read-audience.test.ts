import { expect, it } from 'vitest'
import { readBareAudience } from '../../../../src/features/policy/library/read-audience.ts'
import type { Directory } from '../../../../src/kernel/directory.ts'

const chambers = new Map([
  ['tea', { code: 'tea', name: '茶叶商会' }],
  ['machinery', { code: 'machinery', name: '机械商会' }],
])
const readAudience = (words: string) => readBareAudience(words, { chambers } as unknown as Directory)

it.each([
  ['所有人', 'everybody'],
  ['公开', 'everybody'],
  ['全体会员', 'members'],
  ['仅会员', 'members'],
  ['内部', 'internal'],
  ['工作人员', 'internal'],
  ['不公开', 'internal'],
  ['不对外公开，内部掌握', 'internal'],
  ['茶叶商会', 'chamber:tea'],
  ['不公开，只给茶叶商会', 'chamber:tea'],
  ['茶叶商会和机械商会', undefined],
  ['明天', undefined],
])('it is for whom staff say: %s', (words, meant) => {
  expect(readAudience(words)).toBe(meant)
})
