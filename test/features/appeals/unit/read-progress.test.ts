import { expect, test } from 'vitest'
import { readProgress, readTold } from '../../../../src/features/appeals/unit/read-progress.ts'

const number = { serial: 312 }

test('what a unit tells of how it goes, formally and as people say it', () => {
  for (const [text, words] of [
    ['0312 进展 已联系企业，周五到场', '已联系企业，周五到场'],
    ['进展 0312 银行在走审批', '银行在走审批'],
    ['0312进展：银行在审', '银行在审'],
    ['0312 反馈 材料已收', '材料已收'],
    ['0312 最新进展 放款在走流程', '放款在走流程'],
    ['@娘家 0312 办理情况：已派人去现场', '已派人去现场'],
    ['0312 今天和老板通过电话了，周五去现场', '今天和老板通过电话了，周五去现场'],
    ['0312 跟企业对接好了，下周一放款', '跟企业对接好了，下周一放款'],
  ])
    expect(readProgress(text as string), text).toEqual({ number, words, about: 'progress' })
})

test('that the asker was spoken to, and nothing more', () => {
  for (const text of [
    '0312 已联系',
    '0312已联系企业',
    '0312 联系了',
    '0312 打过电话了',
    '进展 0312 已联系诉求人',
  ])
    expect(readProgress(text), text).toMatchObject({ number, about: 'contact' })
})

test('questions and refusals are neither', () => {
  for (const text of [
    '0312 有进展吗',
    '0312 进展',
    '0312 进展怎么样',
    '0312 进展如何？',
    '0312 到哪一步了',
    '0312 联系不上企业',
    '0312 还没联系',
    '我联系过你们',
    '有什么进展',
  ])
    expect(readProgress(text), text).toBeUndefined()
})

test('where the number need not be said, it is the one that is meant', () => {
  expect(readProgress('进展：在审', number)).toEqual({ number, words: '在审', about: 'progress' })
  expect(readProgress('已联系企业，周五到场', number)).toMatchObject({ number, about: 'progress' })
  expect(readProgress('0313 进展 在审', number)).toMatchObject({ number: { serial: 313 } })
  expect(readProgress('好的', number)).toBeUndefined()
})

test('a full number and what happened tell of progress, without any verb', () => {
  expect(readTold('0312 已恢复供电，阀门厂里换了')).toEqual({
    number,
    words: '已恢复供电，阀门厂里换了',
    about: 'progress',
  })
  expect(readTold('报一下0312 农行说下周一放款')).toMatchObject({ number, words: '农行说下周一放款' })
  for (const text of ['0312', '0312 啥情况？', '12 台机器停了，帮帮忙', '2025 年的事一直没解决', '0312 收到'])
    expect(readTold(text), text).toBeUndefined()
})
