import { expect, test } from 'vitest'
import {
  findPauseReason,
  pauseReasonCodes,
  ruleOf,
} from '../../../../src/features/appeals/pauses/pause-reasons.ts'
import { pauseWords, readPause, readResume } from '../../../../src/features/appeals/pauses/read-pause.ts'
import { dayNumber, shanghaiDate } from '../../../../src/kernel/clock.ts'

const NOW = shanghaiDate(2026, 11, 16, 9, 0)
const day = (month: number, date: number) => dayNumber(shanghaiDate(2026, month, date))

test('an order to pause is read in any order, formal or casual', () => {
  for (const [text, serial, reason] of [
    ['暂停 0291 等企业补材料 到11月30日', 291, 'material'],
    ['0291 先挂起 等上级批复', 291, 'superior'],
    ['把0291停一停，企业手续不全', 291, 'material'],
    ['0291号先放一放暂停，等自规局的意见', 291, 'otherUnit'],
    ['请将2026-0291暂停办理，理由：企业要求暂缓', 291, 'asker'],
    ['挂起 291 双方在协商', 291, 'negotiation'],
    ['0291暂缓 法院已经立案', 291, 'legal'],
    ['暂停0291，雨季没法施工，现场条件不具备', 291, 'site'],
    ['@娘家 暂停 0291 市里还没批复', 291, 'superior'],
    ['0291停到下周五 等批复', 291, 'superior'],
    ['0291 先搁着，等市里批', 291, 'superior'],
    ['0291 暂停吧 材料不齐', 291, 'material'],
  ] as const) {
    const read = readPause(text, NOW)
    expect(read?.number?.serial, text).toBe(serial)
    expect(read?.reason, text).toBe(reason)
  }
})

test('until when is read as a day or as working days, and taken out of the words', () => {
  expect(readPause('暂停 0291 等企业补材料 到11月30日', NOW)).toMatchObject({
    until: { kind: 'day', day: day(11, 30) },
    words: '',
  })
  expect(readPause('0291 暂停一周 等企业补环评报告', NOW)).toMatchObject({
    reason: 'material',
    until: { kind: 'workingDays', days: 5 },
    words: '等企业补环评报告',
  })
  expect(pauseWords('改到11月25日', NOW)).toEqual({ words: '', until: { kind: 'day', day: day(11, 25) } })
})

test('questions, other pauses and tales are no orders', () => {
  for (const text of ['0291 暂停了吗', '0291 为什么暂停？', '停电三天了', '工厂停产了没人管', '我们0291'])
    expect(readPause(text, NOW), text).toBeUndefined()
  expect(readResume('0291 恢复供电了')).toBeUndefined()
  expect(readResume('0291 恢复了吗')).toBeUndefined()
})

test('to resume is read too, with what was said beside it', () => {
  for (const text of ['恢复 0291', '0291 恢复办理', '0291 材料补齐了，继续办', '解除暂停 0291', '请恢复0291'])
    expect(readResume(text)?.number?.serial, text).toBe(291)
  expect(readResume('0291 材料补齐了，继续办')?.words).toBe('材料补齐了')
})

test('every reason says how long, and its own label is read as it', () => {
  for (const code of pauseReasonCodes) {
    const rule = ruleOf(code)
    expect(findPauseReason(rule.label), rule.label).toBe(code)
    expect(rule.longestDays).toBeGreaterThan(0)
    expect(rule.longestDays).toBeLessThanOrEqual(20)
  }
  expect(findPauseReason('太忙了')).toBeUndefined()
})
