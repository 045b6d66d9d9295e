import { describe, expect, it } from 'vitest'
import {
  EXPORT_WORDS,
  isExportOrder,
  isImportOrder,
} from '../../../../src/features/appeals/ledger/read-ledger-order.ts'
import { readScope } from '../../../../src/features/appeals/ledger/scope.ts'
import {
  readExclusion,
  readExclusionDecision,
} from '../../../../src/features/appeals/rates/read-exclusion.ts'
import { RATES_WORDS, readRatesAsked } from '../../../../src/features/appeals/rates/read-rates.ts'
import { DIRECTORY, NOW } from '../county.ts'

describe('what of the rates is asked for', () => {
  it.each([
    ['三率 10月', ['response', 'resolution', 'satisfaction'], null, null, 1],
    ['看一下这个月的三率', ['response', 'resolution', 'satisfaction'], null, null, 1],
    ['金融办 三季度 解决率', ['resolution'], null, null, 1],
    ['上个月满意度多少', ['satisfaction'], null, null, 1],
    ['响应率 10月 明细 没响应的', ['response'], 'against', null, 1],
    ['解决率 上季度 没解决的有哪些 第2页', ['resolution'], 'against', null, 2],
    ['满意率 不满意的', ['satisfaction'], 'against', null, 1],
    ['满意率 今年 满意的', ['satisfaction'], 'for', null, 1],
    ['响应率 上个月 剔除的', ['response'], 'excluded', null, 1],
    ['解决率明细', ['resolution'], 'all', null, 1],
    ['三率 10月 各单位', ['response', 'resolution', 'satisfaction'], null, 'unit', 1],
    ['按商会看满意率 今年', ['satisfaction'], null, 'chamber', 1],
    ['各类别解决率', ['resolution'], null, 'category', 1],
  ])('%s', (text, rates, side, by, page) => {
    expect(readRatesAsked(text)).toMatchObject({ rates, side, by, page })
  })

  it.each(['贷款利率多少', '解决率怎么算', '税率', '我们厂没人解决', '0312 解决了', '满意', '不满意'])(
    'none in: %s',
    (text) => {
      expect(readRatesAsked(text)).toBeUndefined()
    },
  )

  it.each([
    ['三率 2月', { from: '2026-02-01', until: '2026-02-28', unit: null }, []],
    ['金融办 三季度 解决率', { unit: 'treasury', from: '2026-07-01' }, []],
    ['农机商会今年的满意率', { chamber: 'machinery', from: '2026-01-01', unit: null }, []],
    ['融资类 上个月 解决率', { category: 'financing', from: '2026-02-01' }, []],
    ['月亮局 上个月 解决率', { unit: null }, ['月亮局']],
    ['县人社局去年的响应率', { unit: 'labour', from: '2025-01-01', until: '2025-12-31' }, []],
    ['看一下这个月的三率怎么样', { from: '2026-03-01' }, []],
  ])('narrowed by: %s', (text, scope, unread) => {
    const read = readScope(text, RATES_WORDS, DIRECTORY, NOW)
    expect(read.scope).toMatchObject(scope)
    expect(read.unread).toEqual(unread)
  })
})

describe('the ledger as a file', () => {
  it.each([
    '导出 台账 10月 Excel',
    '把金融办的台账导出来',
    '导一份上个月的台账',
    '帮我导出诉求清单',
    '台账导出',
    '给我发一份10月的台账表格',
    '下载台账',
    '台账 10月 excel',
    '生成三季度诉求台账',
  ])('out: %s', (text) => {
    expect(isExportOrder(text)).toBe(true)
  })

  it.each([
    '台账',
    '诉求列表',
    '台账怎么导出',
    '看台账',
    '把明细30导出成表格',
    '我们的账款台账丢了，怎么办？',
    '导入台账',
  ])('not out: %s', (text) => {
    expect(isExportOrder(text)).toBe(false)
  })

  it.each(['导入台账', '台账改好了', '把改好的台账导入', '更新台账', '台账导回', '导入一下改好的台账'])(
    'in: %s',
    (text) => {
      expect(isImportOrder(text)).toBe(true)
      expect(isExportOrder(text)).toBe(false)
    },
  )

  it.each([
    ['导出 台账 2月 Excel', { from: '2026-02-01', until: '2026-02-28', unit: null, states: null }, []],
    ['把金融办的台账导出来', { unit: 'treasury', from: null }, []],
    [
      '导出没办完的台账',
      { states: ['filed', 'accepted', 'dispatched', 'inProgress', 'paused', 'sentBack'] },
      [],
    ],
    ['导出上个月已办结的融资台账', { states: ['resolved', 'closed'], category: 'financing' }, []],
    ['导出农机商会的诉求清单', { chamber: 'machinery' }, []],
    ['导出台账 火星的', { unit: null }, ['火星']],
  ])('of: %s', (text, scope, unread) => {
    const read = readScope(text, EXPORT_WORDS, DIRECTORY, NOW)
    expect(read.scope).toMatchObject(scope)
    expect(read.unread).toEqual(unread)
  })
})

describe('taking a matter out of the rates', () => {
  it.each([
    ['申请剔除 0275 理由代码05 说明 企业要求减免的是法定税种', 275, '05', '企业要求减免的是法定税种'],
    ['申请剔除 0275 理由代码05', 275, '05', ''],
    ['0275 申请剔除，代码3，打了五次电话没人接', 275, '03', '打了五次电话没人接'],
    ['申请把0275剔除', 275, null, ''],
    ['申请剔除2025-0031，理由：已经到法院了', 31, null, '已经到法院了'],
    ['申请剔除 0275 理由05', 275, '05', ''],
  ])('asked: %s', (text, serial, code, words) => {
    expect(readExclusion(text)).toMatchObject({ number: { serial }, code, words })
  })

  it.each([
    ['同意剔除 0275', true, 275, ''],
    ['0275 同意剔除', true, 275, ''],
    ['批准0275的剔除申请', true, 275, ''],
    ['不同意剔除 0275 理由：电话记录没有附', false, 275, '电话记录没有附'],
    ['驳回 0275 剔除申请，材料不够', false, 275, '材料不够'],
  ])('decided: %s', (text, grant, serial, words) => {
    expect(readExclusionDecision(text)).toMatchObject({ grant, words, number: { serial } })
    expect(readExclusion(text)).toBeUndefined()
  })

  it.each(['同意延期 0275', '剔除了吗', '把零件上的毛刺剔除', '同意', '派单 0275 金融办'])(
    'neither: %s',
    (text) => {
      expect(readExclusion(text)).toBeUndefined()
      expect(readExclusionDecision(text)).toBeUndefined()
    },
  )
})
