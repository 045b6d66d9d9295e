import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFields } from '../../../../src/features/donations/drives/drive-fields.ts'
import {
  readAboutDrive,
  readBegin,
  readContinue,
} from '../../../../src/features/donations/drives/drive-words.ts'

const NOW = new Date('2026-03-02T01:00:00Z')

describe('a form', () => {
  const lines = [
    '慈善组织：云岭县慈善总会',
    '公募资格证书号: 5333ABC123',
    '方案备案号=5333ABC123A1',
    '期限：3月5日至4月30日',
    '用途：购买水泵',
    '受益人：柳溪镇群众',
    '账户名：云岭县慈善总会',
    '查询方式：官网',
    '范围：茶业商会',
  ]
  const expected = {
    charity: '云岭县慈善总会',
    certificateNumber: '5333ABC123',
    planNumber: '5333ABC123A1',
    period: '2026-03-05/2026-04-30',
    use: '购买水泵',
    beneficiary: '柳溪镇群众',
    accountHolder: '云岭县慈善总会',
    howToCheck: '官网',
  }

  it('is read in any order of its lines, and from one line as well', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(lines, { minLength: lines.length }),
        fc.constantFrom('\n', '；', '，', ' '),
        (some, between) => {
          const read = readFields(some.join(between), NOW)
          expect(read.fields).toEqual(expected)
          expect(read.scope).toBe('茶业商会')
          expect(read.head).toBe('')
        },
      ),
    )
  })

  it('may be numbered, and a value may run over two lines', () => {
    const read = readFields('1. 用途：购买水泵\n和水管\n2、受益人是柳溪镇群众', NOW)
    expect(read.fields).toEqual({ use: '购买水泵\n和水管', beneficiary: '柳溪镇群众' })
  })

  it('a charity that is to receive is the charity; somebody else is who is helped', () => {
    expect(readFields('受助方：云岭县慈善总会', NOW).fields).toEqual({ charity: '云岭县慈善总会' })
    expect(readFields('受助方：柳溪镇群众', NOW).fields).toEqual({ beneficiary: '柳溪镇群众' })
  })

  it('an account number is noticed and not kept', () => {
    const read = readFields('账户名：云岭县慈善总会\n账号：6222021234567890128\n开户行：某银行', NOW)
    expect(read.payment).toBe(true)
    expect(JSON.stringify(read.fields)).not.toContain('6222')
  })
})

it.each([
  ['发起募捐 抗旱救灾 受助方：甲', { head: '', rest: '抗旱救灾 受助方：甲' }],
  ['帮我发起一个抗旱募捐：用途：水泵', { head: '抗旱', rest: '用途：水泵' }],
  ['起草倡议书', { head: '', rest: '' }],
])('staff begin a drive: %s', (text, expected) => {
  expect(readBegin(text)).toEqual(expected)
})

it.each(['我想捐款', '捐款到账了吗', '组织一次培训', '他们搞募捐摊派给我们'])(
  'is no beginning: %s',
  (text) => {
    expect(readBegin(text)).toBeUndefined()
  },
)

it('an earlier draft is named, and asked about', () => {
  expect(readContinue('继续募捐3')).toEqual({ number: 3, rest: '' })
  expect(readAboutDrive('募捐3发得怎么样了')).toEqual({ what: 'progress', number: 3 })
  expect(readAboutDrive('停止募捐 3')).toEqual({ what: 'stop', number: 3 })
  expect(readAboutDrive('停止通知 3')).toBeUndefined()
})
