import { expect, test } from 'vitest'
import { readReport } from '../../../../src/features/appeals/staff/read-command.ts'

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
  for (const text of ['税务局不给退税', '退税额度已经核过', '退休手续办好了'])
    expect(readReport(text, 'sendBack'), text).toBeUndefined()
  expect(readReport('退 0298 不归我们', 'sendBack')).toEqual({ number: { serial: 298 }, words: '不归我们' })
})
