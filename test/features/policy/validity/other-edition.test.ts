import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../../src/features/policy/reading/read-document.ts'
import { otherEdition } from '../../../../src/features/policy/validity/other-edition.ts'
import { validityTexts } from '../../../../src/features/policy/validity/validity.texts.ts'

const first = `商会会费办法

第一条 会员企业每年缴纳会费2000元，每年三月底前缴清。

第二条 会费由秘书处统一收取，当面开具收据，每年年底向全体会员公布全部收支情况。
逾期不缴的，由秘书处提醒两次。

第三条 本办法自2020年9月1日起施行。

2020年7月5日
`
const second = `商会会费办法

第一条 商会为会员提供政策咨询、法律援助和培训服务。

第二条 会员企业每年缴纳会费3000元，每年六月底前缴清。

第三条 会费由秘书处统一收取，当面开具收据，每年年底向全体会员单位公布全部收支情况。
逾期不缴的，由秘书处提醒三次。
困难企业经理事会同意可以免缴一年。

第四条 本办法自2025年6月1日起施行。

2025年3月17日
`
const edition = (id: string, text: string) => {
  const { passages, remarks: _remarks, ...facts } = readDocument({ name: id, text, format: 'text' })
  return { id, facts, passages }
}
const [old, now] = [edition('old.txt', first), edition('new.txt', second)]
const positionOf = ({ passages }: typeof now, locator: string) =>
  passages.find((passage) => passage.locator === locator)?.position ?? -1
const changed = (locator: string, quote: string, from = now, today = '2026-03-01') =>
  otherEdition({ id: from.id, position: positionOf(from, locator), quote }, [old, now], { today })

describe('where an answer changed', () => {
  it('the clause as it was is given with the days on which it held', () => {
    const other = changed('第二条', '会员企业每年缴纳会费3000元，每年六月底前缴清。')
    expect(other).toMatchObject({
      when: 'before',
      locator: '第一条',
      from: '2020-09-01',
      until: '2025-05-31',
    })
    expect(other?.quote).toContain('2000元')
    expect(other && validityTexts.otherEdition(other)).toContain(
      '《商会会费办法》第一条（2020年7月5日公布，2020年9月1日至2025年5月31日施行）',
    )
  })

  it('and asked for an earlier day, what holds by now', () => {
    const other = changed('第一条', '会员企业每年缴纳会费2000元，每年三月底前缴清。', old)
    expect(other).toMatchObject({ when: 'after', locator: '第二条', from: '2025-06-01' })
    expect(other && validityTexts.otherEdition(other)).toContain('这一条2025年6月1日起改了，现在是')
    // What is still to come is nobody's answer today.
    expect(changed('第一条', '会员企业每年缴纳会费2000元', old, '2025-05-01')).toBeUndefined()
  })

  it('the 款 is found that went on, and named', () => {
    expect(changed('第三条', '逾期不缴的，由秘书处提醒三次。')).toMatchObject({
      locator: '第二条第二款',
      quote: '逾期不缴的，由秘书处提醒两次。',
    })
  })

  it('nothing is said of a clause that is new, or says the same in nearly the same words', () => {
    expect(changed('第一条', '商会为会员提供政策咨询、法律援助和培训服务。')).toBeUndefined()
    expect(
      changed(
        '第三条',
        '第三条 会费由秘书处统一收取，当面开具收据，每年年底向全体会员单位公布全部收支情况。',
      ),
    ).toBeUndefined()
  })

  it('nothing is said where there is no other edition', () => {
    const cited = { id: now.id, position: 1, quote: '会员企业每年缴纳会费3000元' }
    expect(otherEdition(cited, [now], { today: '2026-03-01' })).toBeUndefined()
    expect(otherEdition(cited, [], { today: '2026-03-01' })).toBeUndefined()
  })

  it('whatever is quoted, the other edition is quoted to the letter', () => {
    const passage = fc.constantFrom(...now.passages)
    fc.assert(
      fc.property(passage, fc.nat(200), fc.nat(200), ({ position, text }, from, length) => {
        const quote = text.slice(from, from + length + 1)
        const other = otherEdition({ id: now.id, position, quote }, [old, now], { today: '2026-03-01' })
        return other === undefined || (other.quote !== '' && other.passage.text.includes(other.quote))
      }),
    )
  })
})
