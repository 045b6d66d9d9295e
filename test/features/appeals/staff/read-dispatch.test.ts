import { describe, expect, test } from 'vitest'
import { readDispatch, readWish } from '../../../../src/features/appeals/staff/read-dispatch.ts'

const number = { serial: 312 }

test('a dispatch is read in the form of the manual and as people say it', () => {
  const expected = { number, days: 3 }
  for (const text of [
    '派单 0312 金融办 3个工作日',
    '0312 给金融办，三天',
    '派单312给金融办3天',
    '把0312派给金融办，3个工作日内',
    '0312号转给金融办 限3天',
    '0312 交给金融办，三天',
    '麻烦把 0312 分给金融办，3天',
    '请派单 0312 金融办 三个工作日',
    '改派 0312 金融办 3天',
    '@娘家 0312 金融办 3天',
    '派单：0312，金融办，3个工作日以内',
    '0312派金融办，限3个工作日',
    '0312 让金融办 3天',
  ])
    expect(readDispatch(text), text).toMatchObject({ ...expected, unitWords: '金融办' })
  expect(readDispatch('派单 2025-0312 供电公司 一周')).toEqual({
    number: { year: 2025, serial: 312 },
    unitWords: '供电公司',
    days: 5,
  })
  expect(readDispatch('派单 0312')).toEqual({ number, unitWords: '' })
  expect(readDispatch('改派 0312 供电公司')).toEqual({ number, unitWords: '供电公司' })
  expect(readDispatch('0312 转给住建局')).toEqual({ number, unitWords: '住建局' })
  expect(readDispatch('0312 转住建局')).toEqual({ number, unitWords: '住建局' })
})

test('who helps is told from who leads, wherever it stands', () => {
  for (const [text, lead, supports] of [
    ['派单 0312 金融办 3个工作日，人行、税务局配合', '金融办', ['人行、税务局']],
    ['派单 0312 金融办 3个工作日，人行、税务局协办', '金融办', ['人行、税务局']],
    ['0312由金融办牵头，人行和税务局配合，3天', '金融办牵头', ['人行和税务局']],
    ['派单 0312 主办金融办 协办人行、税务 3天', '金融办', ['人行、税务']],
    ['派单 0312 金融办 人行配合 3天', '金融办', ['人行']],
    ['0312 给金融办，三天，请税务局一起配合', '金融办', ['税务局']],
  ] as const)
    expect(readDispatch(text), text).toMatchObject({
      number,
      days: 3,
      unitWords: lead,
      supportWords: supports,
    })
  // What follows without a word of its own may be one more, or what nobody understands.
  expect(readDispatch('派单0312 牵头：金融办，协办：人行，税务局，3天')).toMatchObject({
    unitWords: '金融办',
    supportWords: ['人行'],
    looseWords: ['税务局'],
  })
  for (const text of ['0312 请税务局配合', '协办 0312 税务局', '0312 再加税务局协办'])
    expect(readDispatch(text), text).toMatchObject({ number, unitWords: '', supportWords: ['税务局'] })
})

test('as a reply to the letter about it, an order needs no number', () => {
  for (const text of ['给金融办，三天', '金融办 3天', '派给金融办 3天', '让金融办办，3天', '金融办牵头，3天'])
    expect(readDispatch(text, number)?.unitWords, text).toContain('金融办')
  for (const text of ['给金融办，三天', '金融办 3天', '让金融办办，3天'])
    expect(readDispatch(text), text).toBeUndefined()
  for (const text of ['好的', '三天', '税务局不给退税', '知道了', '转信访局'])
    expect(readDispatch(text, number), text).toBeUndefined()
})

test('what is no order is not read as one', () => {
  for (const text of [
    '给我们办一下贷款',
    '派出所不给立案',
    '0312 到哪一步了',
    '帮我给金融办带个话',
    '并单 0307 -> 0306',
    '派单了吗？',
    '给大家发个红包',
    '0312 延期 5天',
    '0312 暂停 3天',
    '0312 转法院',
    '0312 转信访局',
    '0312 已办结 银行配合得很好',
  ])
    expect(readDispatch(text), text).toBeUndefined()
})

describe('what is changed in the preview', () => {
  test('days, the unit, who helps and who no longer does', () => {
    expect(readWish('改成5天')).toEqual({ unitWords: '', days: 5 })
    expect(readWish('给供电公司')).toEqual({ unitWords: '供电公司' })
    expect(readWish('换成供电公司，两天')).toEqual({ unitWords: '供电公司', days: 2 })
    expect(readWish('税务局也配合')).toEqual({ unitWords: '', supportWords: ['税务局'] })
    expect(readWish('再加税务局配合')).toEqual({ unitWords: '', supportWords: ['税务局'] })
    expect(readWish('不要税务局配合')).toEqual({ unitWords: '', without: ['税务局'] })
    expect(readWish('不要协办')).toEqual({ unitWords: '', without: [''] })
  })

  test('a name that begins like a verb stays whole', () => {
    expect(readWish('派出所')).toEqual({ unitWords: '派出所' })
    expect(readWish('给转型办')).toEqual({ unitWords: '转型办' })
  })
})
