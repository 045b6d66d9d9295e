import { expect, test } from 'vitest'
import {
  readDecision,
  readExtension,
  readTerm,
} from '../../../../src/features/appeals/extensions/read-extension.ts'

const number = { serial: 312 }

test('more time is asked for formally and as people say it', () => {
  for (const text of [
    '申请延期 0312 5天 理由：等省行审批',
    '0312 申请延期5天，理由等省行审批',
    '0312 延期 5个工作日 因为等省行审批',
    '申请延期 0312 一周，因等省行审批',
    '0312 来不及，申请延期五天 等省行审批',
    '0312 申请延期 理由等省行审批，5天',
    '我们 0312 想延期 5 天，原因是等省行审批',
    '要延期0312，再给五天行不行，等省行审批',
  ])
    expect(readExtension(text), text).toEqual({ number, days: 5, reason: '等省行审批' })
  expect(readExtension('申请延期 0312')).toEqual({ number, reason: '' })
  expect(readExtension('2025-0312 延长3天')).toMatchObject({ number: { year: 2025, serial: 312 }, days: 3 })
})

test('days within a reason are no term', () => {
  expect(readExtension('0312 延期 因3天停电耽误')).toEqual({ number, reason: '3天停电耽误' })
  expect(readTerm('停电停了3天，来不及')).toEqual({ reason: '停电停了3天，来不及' })
  expect(readTerm('改成 3天').days).toBeUndefined()
  expect(readTerm('3天')).toEqual({ days: 3, reason: '' })
})

test('what is put off elsewhere is nobody’s application', () => {
  for (const text of [
    '0312 能延期吗？',
    '税务申报能延期吗',
    '延期申报怎么办',
    '我们想延期交税',
    '贷款展期银行不给办',
  ])
    expect(readExtension(text), text).toBeUndefined()
})

test('an answer to an application, with its reason', () => {
  for (const text of ['同意延期 0312', '0312 同意延期', '批准 0312 延期', '延期 0312 同意', '0312 延期通过'])
    expect(readDecision(text), text).toEqual({ verb: 'grant', number, reason: '' })
  for (const text of [
    '不同意延期 0312 可以先办',
    '驳回延期 0312 理由：可以先办',
    '0312 延期不同意，可以先办',
    '0312 不同意延期 因为可以先办',
  ])
    expect(readDecision(text), text).toEqual({ verb: 'refuse', number, reason: '可以先办' })
  expect(readDecision('同意延期')).toEqual({ verb: 'grant', reason: '' })
  for (const text of ['同意', '同意 0312', '0312 同意延期吗？', '延期 0312 5天'])
    expect(readDecision(text), text).toBeUndefined()
})
