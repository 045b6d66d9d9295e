import { describe, expect, test } from 'vitest'
import { isChatter } from '../../../../src/features/appeals/reading/chatter.ts'
import { goesOnWithMatter } from '../../../../src/features/appeals/reading/goes-on.ts'
import { readMaterial } from '../../../../src/features/appeals/reading/material.ts'
import { findMeant } from '../../../../src/features/appeals/reading/meant-appeal.ts'
import { looksPuzzled } from '../../../../src/features/appeals/reading/puzzled.ts'
import { findUnrest } from '../../../../src/features/appeals/reading/unrest.ts'

describe('what members of a group tell each other', () => {
  test.each([
    '今晚谁打球',
    '@李会长 晚上开会几点',
    '老吴你那批货到了没',
    '谁家有多余的托盘借两个',
    '好的收到',
    '周末一起去爬山',
    '老地方见',
    '恭喜老板乔迁大吉',
    '3. 老秦',
  ])('%s: is chatter', (line) => expect(isChatter(line)).toBe(true))

  test.each([
    '停电了！！炉子里还有钢水',
    '东区工业路这边',
    '500万 下周二工资都发不了',
    '我们也停了',
    '去要就说没钱 明年再说',
    '问科技局说财政 问财政说科技',
    '客户经理姓秦',
    '能不能帮协调一下',
    '老板说再不放款就停工',
  ])('%s: may belong to a matter', (line) => expect(isChatter(line)).toBe(false))
})

describe('what is said on while others talk', () => {
  test.each([
    '500万 下周二工资都发不了',
    '东区工业路这边',
    '能不能帮协调一下',
    '还有两个人没出来',
    '就在城关支行',
  ])('%s: goes on', (line) => expect(goesOnWithMatter(line)).toBe(true))
  test.each(['好的', '行', '1', '9927', '确认', '哈哈哈', '老李晚上喝酒去', '@张总 在不'])(
    '%s: does not',
    (line) => expect(goesOnWithMatter(line)).toBe(false),
  )
})

describe('material', () => {
  test.each(['对了路那个我拍了', '昨天那个商标的事再补充一下', '上次说的对账单找到了'])(
    '%s: points back and hands in',
    (text) => expect(readMaterial(text)).toEqual({ handsIn: true, pointsBack: true }),
  )
  test.each(['公示我截了图', '合同拍给你', '材料补上了'])('%s: hands in', (text) =>
    expect(readMaterial(text)?.handsIn).toBe(true),
  )
  test.each(['停电三天了', '我们招不到人', '到哪一步了', '谢谢'])('%s: is none', (text) =>
    expect(readMaterial(text)).toBeUndefined(),
  )
})

test.each(['啥意思', '这是啥', '看不懂', '我要干啥', '提交了会咋样', '收钱吗', '？'])(
  '%s: asks back',
  (text) => expect(looksPuzzled(text)).toBe(true),
)
test.each(['不对，是66万', '贷款不给放是什么意思嘛我们都还了钱了还不放', '确认', '缺十五个人'])(
  '%s: does not ask back',
  (text) => expect(looksPuzzled(text)).toBe(false),
)

describe('which of several filed matters is meant', () => {
  const road = { number: '2026-0007', category: 'logistics', summary: '门口那条路坑太大，大车进不来' }
  const loan = { number: '2026-0008', category: 'financing', summary: '农商行说好的贷款又不放了' }
  const both = [road, loan]
  test.each([
    ['路那个我拍了', road],
    ['我那个贷款的事咋样了', loan],
    ['农商行的合同', loan],
    ['0007 的照片', road],
  ])('%s', (text, appeal) => expect(findMeant(text, both)).toBe(appeal))
  test.each(['材料补上了', '我那个事', ''])('“%s” names none', (text) =>
    expect(findMeant(text, both)).toBeUndefined(),
  )
  test('of two alike none is guessed', () => {
    expect(findMeant('贷款那个', [loan, { ...loan, number: '2026-0009' }])).toBeUndefined()
  })
})

test('who gathers in anger is named to staff, and what is past is not', () => {
  expect(findUnrest('还欠我们一百多万，工人天天堵我家大门')).toBe('工人天天堵我家大门')
  expect(findUnrest('去年工人堵过门')).toBeUndefined()
  expect(findUnrest('门口的围墙倒了，路堵着')).toBeUndefined()
})
