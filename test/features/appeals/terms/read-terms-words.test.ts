import { describe, expect, it } from 'vitest'
import { readChase } from '../../../../src/features/appeals/ladder/read-chase.ts'
import { readCalendarAsked, readChangeTerm } from '../../../../src/features/appeals/terms/read-terms-words.ts'

const number = { serial: 312 }

describe('改时限', () => {
  it.each([
    ['改时限 0312 5天 企业补材料', { number, days: 5, reason: '企业补材料' }],
    ['改时限0312，五个工作日，理由：企业补材料', { number, days: 5, reason: '企业补材料' }],
    ['0312的时限改到5天，银行说要总行批', { number, days: 5, reason: '银行说要总行批' }],
    ['把0312时限延长10个工作日 等省里批复', { number, days: 10, reason: '等省里批复' }],
    ['0312 改时限 两周 因为要开协调会', { number, days: 10, reason: '要开协调会' }],
    ['调整时限 2026-0312 3天', { number: { year: 2026, serial: 312 }, days: 3, reason: '' }],
    ['改时限 0312', { number, reason: '' }],
    ['改时限', { reason: '' }],
    ['@娘家 改期限 0312 七天 企业出差', { number, days: 7, reason: '企业出差' }],
  ])('%s', (text, asked) => expect(readChangeTerm(text)).toEqual(asked))

  it('takes its number from the letter that is answered', () => {
    expect(readChangeTerm('时限改成5天，补材料', '新诉求 2026-0312（融资，一般）')).toEqual({
      number: { year: 2026, serial: 312 },
      days: 5,
      reason: '补材料',
    })
  })

  it.each([
    '0312 时限是哪天？',
    '时限还有几天',
    '派单 0312 金融办 5天',
    '贷款期限改成三年能不能帮忙协调',
    '0312 改派供电公司 3天',
  ])('is not: %s', (text) => expect(readChangeTerm(text)).toBeUndefined())
})

describe('催办 by staff', () => {
  it.each([
    ['催 超期', null],
    ['催超期', null],
    ['催一下超期的', null],
    ['把超期的都催一遍', null],
    ['催办所有逾期诉求', null],
    ['催 0312', number],
    ['催一下0312', number],
    ['0312催一下', number],
    ['催办 2026-0312 号', { year: 2026, serial: 312 }],
    ['再催催0312', number],
  ])('%s', (text, wanted) => expect(readChase(text)).toMatchObject({ number: wanted, unread: [] }))

  it('takes its number from the letter that is answered, and says what it did not read', () => {
    expect(readChase('催一下', '退单：2026-0312 金融办')).toMatchObject({
      number: { year: 2026, serial: 312 },
    })
    expect(readChase('催 超期 火箭班')).toMatchObject({ number: null, unread: ['火箭班'] })
  })

  it.each([
    '催一下',
    '企业一直催我们还款',
    '0312 催过了没有',
    '我那个事都三天了',
    '银行催收电话天天打，帮忙协调一下',
  ])('is not: %s', (text) => expect(readChase(text)).toBeUndefined())
})

describe('工作日历', () => {
  it.each([
    ['工作日历 2027', { year: 2027 }],
    ['工作日历', {}],
    ['看工作日历', {}],
    ['放假通知 2027年\n一、元旦：1月1日放假', { year: 2027, notice: '一、元旦：1月1日放假' }],
  ])('%s', (text, asked) => expect(readCalendarAsked(text)).toEqual(asked))

  it('is the notice itself, pasted whole', () => {
    expect(readCalendarAsked('国务院办公厅关于2027年\n部分节假日安排的通知\n一、元旦')).toMatchObject({
      notice: expect.stringContaining('一、元旦'),
    })
  })

  it.each(['工作日历怎么看我们单位放几天', '放假安排影响我们交货了，能不能协调', '国庆放假通知发给各商会'])(
    'is not: %s',
    (text) => expect(readCalendarAsked(text)).toBeUndefined(),
  )
})
