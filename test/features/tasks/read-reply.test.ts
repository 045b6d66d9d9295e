import { expect, test } from 'vitest'
import { readReply } from '../../../src/features/tasks/read-reply.ts'
import { findTaskNumbers } from '../../../src/features/tasks/task.ts'

test.each([
  ['J-0001 已办 城关支行周三放款', 'report', '城关支行周三放款'],
  ['j1 办好了，银行周三放款。', 'report', '银行周三放款。'],
  ['Ｊ－０００１　已办结：已放款，企业满意', 'report', '已放款，企业满意'],
  ['J-0001已协调银行，周三放款', 'report', '已协调银行，周三放款'],
  ['J-0001 办好了', 'report', ''],
  ['J-0001 收到', 'receive', ''],
  ['J-0001 收到，马上办', 'receive', ''],
  ['J-0001 不归我，应该找人社局', 'decline', '应该找人社局'],
  ['J-0001 不属我单位职责', 'decline', ''],
  ['J-0001 可以', 'close', ''],
  ['J-0001 同意办结', 'close', ''],
  ['J-0001 退回 再问问银行，周五前报我', 'return', '再问问银行，周五前报我'],
  ['J-0001 再核实一下金额', 'return', '再核实一下金额'],
  ['J-0001 不用办了', 'cancel', '不用办了'],
  ['J-0001 催一下', 'nudge', ''],
  ['J-0001 办得怎么样了', 'show', ''],
  ['看 J-0001', 'show', ''],
])('%s', (text, verb, words) => expect(readReply(text)).toEqual({ verb, words }))

test('numbers as people type them', () => {
  expect(findTaskNumbers('J-0001 和 j2、Ｊ－００１２，还有交办第3号')).toEqual([
    'J-0001',
    'J-0002',
    'J-0012',
    'J-0003',
  ])
  expect(findTaskNumbers('2026-0001 PJ-12 0312')).toEqual([])
})
