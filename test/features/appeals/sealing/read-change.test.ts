import { expect, test } from 'vitest'
import { readChanges } from '../../../../src/features/appeals/sealing/read-change.ts'

test.each([
  ['1改成八十多万元', [{ kind: 'clue', n: 1, instead: '八十多万元' }]],
  ['第二处换成“某条路”', [{ kind: 'clue', n: 2, instead: '某条路' }]],
  ['2不改', [{ kind: 'clue', n: 2, instead: 'as-said' }]],
  [
    '3 照写，4删掉',
    [
      { kind: 'clue', n: 3, instead: 'as-said' },
      { kind: 'clue', n: 4, instead: 'gone' },
    ],
  ],
  ['把工人改成职工', [{ kind: 'words', from: '工人', to: '职工' }]],
  ['附件1可以发', [{ kind: 'file', n: 1, goes: true }]],
  ['图片都不发', [{ kind: 'file', n: 'all', goes: false }]],
  ['全文：某镇拖欠一家企业工程款', [{ kind: 'whole', text: '某镇拖欠一家企业工程款' }]],
])('%s', (said, changes) => {
  expect(readChanges(said)).toEqual(changes)
})

test('what is not understood is named, and nothing of it is done', () => {
  expect(readChanges('1改成几十万；那个谁再看看')).toEqual({ unread: '那个谁再看看' })
})
