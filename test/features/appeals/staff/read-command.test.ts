import { expect, test } from 'vitest'
import { readDispatch, readReport } from '../../../../src/features/appeals/staff/read-command.ts'
import { readListAsked, readShowAsked } from '../../../../src/features/appeals/staff/read-list.ts'

test('a dispatch is read in the form of the manual and as people say it', () => {
  const expected = { number: { serial: 312 }, unitWords: '金融办', days: 3 }
  for (const text of [
    '派单 0312 金融办 3个工作日',
    '0312 给金融办，三天',
    '派单312给金融办3天',
    '把0312派给金融办，3个工作日内',
    '0312号转给金融办 限3天',
    '0312 交给金融办办理，三天',
  ])
    expect(readDispatch(text), text).toEqual(expected)
  expect(readDispatch('派单 2025-0312 供电公司 一周')).toEqual({
    number: { year: 2025, serial: 312 },
    unitWords: '供电公司',
    days: 5,
  })
  expect(readDispatch('派单 0312')).toEqual({ number: { serial: 312 }, unitWords: '' })
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
  ])
    expect(readDispatch(text), text).toBeUndefined()
})

test('a report carries its number and what was done, as it was typed', () => {
  expect(readReport('0312 已办结 银行周三已放款，企业确认到账', 'resolve')).toEqual({
    number: { serial: 312 },
    words: '银行周三已放款，企业确认到账',
  })
  expect(readReport('办结 0312 已续贷', 'resolve')).toEqual({ number: { serial: 312 }, words: '已续贷' })
  expect(readReport('0312办好了，线路已改造', 'resolve')).toEqual({
    number: { serial: 312 },
    words: '线路已改造',
  })
  expect(readReport('退回 0298 理由：不属我单位职责，建议自规局', 'sendBack')).toEqual({
    number: { serial: 298 },
    words: '不属我单位职责，建议自规局',
  })
  expect(readReport('签收 0312', 'acknowledge')).toEqual({ number: { serial: 312 }, words: '' })
  expect(readReport('0312 签收', 'acknowledge')).toEqual({ number: { serial: 312 }, words: '' })
})

test('a question about an outcome is no report', () => {
  for (const text of ['0312 办结了吗', '0312办好了没有', '税务局不给退税', '我们的事解决了'])
    expect(readReport(text, 'resolve'), text).toBeUndefined()
  expect(readReport('税务局不给退税', 'sendBack')).toBeUndefined()
})

test('lists are asked for by their names, by the page, and otherwise left alone', () => {
  expect(readListAsked('待派单')?.asked).toEqual({ list: 'undispatched', page: 1 })
  expect(readListAsked('还没派的有哪些')?.asked).toEqual({ list: 'undispatched', page: 1 })
  expect(readListAsked('今天新来的')?.asked).toEqual({ list: 'today', page: 1 })
  expect(readListAsked('诉求列表 第2页')?.asked).toEqual({ list: 'open', page: 2 })
  expect(readListAsked('超期的')?.asked).toEqual({ list: 'overdue', page: 1 })
  for (const text of ['今天新来的工人没有地方住', '我们的诉求是减税', '派单 0312'])
    expect(readListAsked(text), text).toBeUndefined()
})

test('one appeal is asked for by its number', () => {
  for (const text of ['看 0312', '看0312', '查看 312', '0312 详情', '看一下0312号'])
    expect(readShowAsked(text), text).toEqual({ serial: 312 })
  for (const text of ['看病报销', '查 12345 电话', '0312 到哪一步了', '看 3 月的'])
    expect(readShowAsked(text) === undefined || text.includes('12345'), text).toBe(true)
})
