import { expect, test } from 'vitest'
import { readSecrecy } from '../../../../src/features/appeals/reading/sealing.ts'
import { findCode, newCode, spokenCode } from '../../../../src/features/appeals/sealing/anonymous-code.ts'

test.each([
  ['别说是我反映的行不行', 'sealed'],
  ['不要告诉镇里是谁说的，别提我名字', 'sealed'],
  ['匿名反映，有结果告诉我', 'sealed'],
  ['别让镇里知道是我', 'sealed'],
  ['我想匿名', 'unclear'],
  ['谁也别知道是我', 'unclear'],
  ['不想留名字也别存我是谁', 'anonymous'],
  ['完全匿名可以吗', 'anonymous'],
  ['你们后台也别存我信息', 'anonymous'],
  ['匿名捐款', undefined],
  ['不用匿名', undefined],
  ['签了保密协议', undefined],
  ['没人知道怎么办', undefined],
] as const)('%s → %s', (said, secrecy) => {
  expect(readSecrecy(said)).toBe(secrecy)
})

test('a code is found however it is typed, and nothing else is taken for one', () => {
  for (let n = 0; n < 200; n++) {
    const code = newCode()
    const [first, last] = [code.slice(0, 4), code.slice(4)]
    if (!/\d/.test(code) || !/[A-Z]/.test(code)) continue
    for (const typed of [
      spokenCode(code),
      code.toLowerCase(),
      `${first} ${last}`,
      `查询 ${first}－${last} 谢谢`,
    ])
      expect(findCode(typed), typed).toBe(code)
  }
  for (const none of [
    '2026-0312',
    '看 2026-0313',
    '6222 0212 3456 7890',
    '派单 0012 金融办',
    'HT-2021-0081',
    '型号 AB23-4567-89',
  ])
    expect(findCode(none), none).toBeUndefined()
})
