import { expect, test } from 'vitest'
import {
  readOutcome,
  readSatisfaction,
  saysWhy,
} from '../../../../src/features/appeals/asker/read-outcome.ts'

test('an outcome is read in the words people use for it', () => {
  for (const text of ['解决了', '办好了谢谢', '钱到账了', '来电了，恢复了'])
    expect(readOutcome(text), text).toBe('solved')
  for (const text of ['没解决', '还是没动静', '根本没人来', '还不行'])
    expect(readOutcome(text), text).toBe('unsolved')
  for (const text of ['解决了一部分', '只放了一半', '还差一点没到'])
    expect(readOutcome(text), text).toBe('partly')
  expect(readOutcome('另外我们门口的路塌了')).toBeUndefined()
})

test('unsatisfied is not read as satisfied', () => {
  expect(readSatisfaction('不太满意')).toBe('unsatisfied')
  expect(readSatisfaction('挺满意的')).toBe('satisfied')
})

test('a reason said along with it is not asked for again', () => {
  for (const text of ['没解决啊 晚上又停了', '没解决，路还是坑', '0312 没解决，尾款没给'])
    expect(saysWhy(text), text).toBe(true)
  for (const text of ['没解决', '没解决啊！', '0312 没解决', '还是没动静', '根本没解决，接着办'])
    expect(saysWhy(text), text).toBe(false)
})
