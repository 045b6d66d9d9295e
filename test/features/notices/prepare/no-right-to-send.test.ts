import { expect, test } from 'vitest'
import { isPlainlySending } from '../../../../src/features/notices/notice-words.ts'

test.each(['通知 全体 明天开会', '通知大家下午断电检修', '通知 茶业商会 周五交表', '群发一下'])(
  '“%s” is an order, and who may not give it is told so',
  (words) => expect(isPlainlySending(words)).toBe(true),
)

test.each(['通知我们停产整改，能不能缓几天', '通知书什么时候能拿到', '他们通知大家都走'])(
  '“%s” is somebody’s own matter',
  (words) => expect(isPlainlySending(words)).toBe(false),
)
