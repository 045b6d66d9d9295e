import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DriveFields,
  FIELDS,
  type Field,
  REQUIRED_FIELDS,
} from '../../../../src/features/donations/drive.ts'
import { callText } from '../../../../src/features/donations/drives/call-text.ts'
import { isDesignated } from '../../../../src/features/donations/drives/designated-platforms.ts'
import { bareName, missingOf } from '../../../../src/features/donations/drives/gate.ts'
import { readPeriod, spokenPeriod } from '../../../../src/features/donations/drives/period.ts'
import { findPressure } from '../../../../src/features/donations/drives/pressure.ts'

const TODAY = '2026-03-02'
const NOW = new Date('2026-03-02T01:00:00Z')
const WHOLE: DriveFields = {
  title: '抗旱救灾',
  charity: '云岭县慈善总会',
  certificateNumber: '53330000MJ0000123X',
  planNumber: '53330000MJ0000123XA26003',
  period: '2026-03-02/2026-04-30',
  use: '购买水泵，账目由慈善总会公布',
  beneficiary: '柳溪镇受灾群众',
  accountHolder: '云岭县慈善总会',
  howToCheck: '慈善总会网站“信息公开”，电话 0000-88112345',
}
const lacksWith = (more: DriveFields) =>
  missingOf({ ...WHOLE, ...more }, TODAY).map(({ field, why }) => `${field}:${why}`)

describe('the gate', () => {
  it('lets a whole drive through, also on the last day of its period', () => {
    expect(missingOf(WHOLE, TODAY)).toEqual([])
    expect(missingOf(WHOLE, '2026-04-30')).toEqual([])
    expect(lacksWith({ platform: '腾讯公益 https://gongyi.qq.com/a?id=1', purpose: '渡过难关' })).toEqual([])
  })

  it('names every required field of an empty draft, and no other', () => {
    expect(missingOf({}, TODAY).map(({ field }) => field)).toEqual([...REQUIRED_FIELDS])
  })

  it.each<[Field, string, string]>([
    ['certificateNumber', '待补', 'placeholder'],
    ['certificateNumber', '正在办理中', 'placeholder'],
    ['certificateNumber', '有的', 'notANumber'],
    ['planNumber', '已经报上去了', 'notANumber'],
    ['use', '无', 'placeholder'],
    ['howToCheck', '——', 'placeholder'],
    ['charity', '云岭县工商业联合会', 'notACharity'],
    ['charity', '农机商会', 'notACharity'],
    ['charity', '天禾农机有限公司', 'notACharity'],
    ['accountHolder', '云岭县工商业联合会', 'notTheCharity'],
    ['accountHolder', '慈善总会', 'notTheCharity'],
    ['period', '下个月', 'unreadable'],
    ['period', '2026-04-30/2026-03-02', 'reversed'],
    ['period', '2026-01-01/2026-03-01', 'over'],
    ['platform', 'https://juankuan.example.com', 'notDesignated'],
    ['howToCheck', '转账到 6222 0212 3456 7890 128', 'payment'],
    ['use', '打到 6222021234567890128', 'payment'],
    ['howToCheck', '扫码付款后截图', 'payment'],
    ['purpose', '每家至少捐五百', 'pressure'],
  ])('%s “%s” is %s', (field, value, why) => {
    const fields: DriveFields =
      field === 'charity' ? { charity: value, accountHolder: value } : { [field]: value }
    expect(lacksWith(fields)).toContain(`${field}:${why}`)
  })

  it('takes the account for the charity’s own whatever the spaces and brackets', () => {
    const charity = '云岭县慈善基金会（公募）'
    expect(lacksWith({ charity, accountHolder: '云岭县 慈善基金会(公募)' })).toEqual([])
    expect(bareName('云岭县 慈善总会')).toBe('云岭县慈善总会')
  })

  it('is not passed when any one required field is taken away', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REQUIRED_FIELDS),
        fc.constantFrom('', '  ', '待定', '无', '…'),
        (field, value) => {
          expect(missingOf({ ...WHOLE, [field]: value }, TODAY).map((lack) => lack.field)).toContain(field)
        },
      ),
    )
  })

  it('never throws, whatever was typed', () => {
    const anything = fc.record(
      Object.fromEntries(FIELDS.map((field) => [field, fc.string({ unit: 'grapheme' })])),
      { requiredKeys: [] },
    )
    fc.assert(fc.property(anything, (fields) => Array.isArray(missingOf(fields as DriveFields, TODAY))))
  })
})

describe('words of pressure', () => {
  it.each([
    ['各企业按规模摊派', '摊派'],
    ['每家企业必须捐款', '必须'],
    ['所有会员单位不少于一千元', '不少于'],
    ['下达捐款任务', '任务'],
    ['设最低限额', '限额'],
    ['不捐的企业另行研究', '不捐的'],
    ['公布未捐名单', '未捐'],
    ['捐款排名在群里通报', '通报'],
    ['捐款与评优挂钩', '挂钩'],
    ['从货款里代扣', '代扣'],
  ])('are found: %s', (text, part) => {
    expect(findPressure(text).join()).toContain(part)
  })

  it.each([
    '捐款自愿，不摊派、不排名、不通报',
    '严禁强制，不设限额，没有任务指标',
    '捐与不捐，全凭自愿',
    '所有款项必须用于抗旱',
    '购买每户一台净水器',
    '慰问排水一线的职工',
  ])('are not seen where there are none: %s', (text) => {
    expect(findPressure(text)).toEqual([])
  })

  it('do not stand in our own call', () => {
    expect(findPressure(callText(WHOLE, '云岭县工商业联合会').replace(/捐与不捐[^\n]*/u, ''))).toEqual([])
  })
})

it.each([
  ['腾讯公益', true],
  ['https://gongyi.qq.com/succor/1', true],
  ['gongyi.qq.com', true],
  ['https://gongyi.qq.com.evil.cn/', false],
  ['https://evil.cn/gongyi.qq.com', false],
  ['https://gongyi.qq.com@evil.cn/', false],
  ['https://evilgongyi.qq.com.cn', false],
  ['腾讯公益 https://evil.cn', false],
  ['某某众筹', false],
])('only designated platforms: %s', (value, expected) => {
  expect(isDesignated(value)).toBe(expected)
})

it.each([
  ['3月5日至4月30日', '2026-03-05/2026-04-30'],
  ['2026年3月5日-2026年4月30日', '2026-03-05/2026-04-30'],
  ['2026.3.5—2026.4.30', '2026-03-05/2026-04-30'],
  ['从3月5日起到4月30日止', '2026-03-05/2026-04-30'],
  ['3月5日至20日', '2026-03-05/2026-03-20'],
  ['即日起至4月30日', '2026-03-02/2026-04-30'],
  ['12月20日至1月10日', '2026-12-20/2027-01-10'],
  ['2月20日至2月30日', '2月20日至2月30日'],
  ['一个月', '一个月'],
])('a period is read or left as it was: %s', (words, expected) => {
  expect(readPeriod(words, NOW)).toBe(expected)
})

it('a period is spoken with its years', () => {
  expect(spokenPeriod('2026-12-20/2027-01-10')).toBe('2026年12月20日至2027年1月10日')
})
