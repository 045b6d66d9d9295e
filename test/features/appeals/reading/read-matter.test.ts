import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askForMissing, missingTexts } from '../../../../src/features/appeals/reading/missing.texts.ts'
import { listMissing, missingItems } from '../../../../src/features/appeals/reading/missing.ts'
import { readMatter } from '../../../../src/features/appeals/reading/read-matter.ts'
import { categories } from '../../../../src/kernel/appeal-terms.ts'

describe('a trouble or a wish for action is a matter', () => {
  it.each([
    '农行那边贷款批了又不放\n催了好几回',
    '想贷三十万买原料，有没有科技贷',
    '环评报上去半年没批',
    '天天来查 受不了',
    '消防验收一直不过',
    '海关把我们的柜子扣了',
    '孩子上不了学，能帮忙问问教育局吗',
    '我们厂水压低 锅炉补不上水',
    '领导好，园区公交车取消了，工人上下班不方便',
    '隔壁仿我们的包装，能不能管管',
    '退税俩月没下来',
    '增容一直批不下来，能帮忙协调一下供电所不',
    '缺人，招不到焊工',
    '我们想申请用地，没指标',
    '法院判了对方不执行',
    '建议多组织银企对接会',
    '突然停电，熔炉里还有一炉铁水',
    '给推荐个懂外贸单证的呗',
    '帮我们找两个靠谱的电工',
    '能不能组织我们去外地学学电商',
    '能否牵个线，认识一下农机合作社的人',
    '可不可以给厂区门口装个减速带',
    '邮储那个客户经理电话一直不接',
    '燃气公司的人消息也不回',
  ])('%s', (text) => {
    const matter = readMatter(text)
    expect(matter.isMatter).toBe(true)
    expect(matter.score).toBeGreaterThanOrEqual(0.5)
    expect(matter.summary).not.toBe('')
  })
})

describe('what is no matter stays out of the ledger', () => {
  it.each([
    '在不',
    '谢谢',
    '加计扣除去年没报，今年还能补不',
    '高企认定要啥条件',
    '我那件事咋样了',
    '0313 到哪一步了',
    '我网购的手机是假的不给退',
    '能不能帮个忙',
    '能不能帮我看看',
    '能不能跟领导说说',
    '企业能不能申请技能补贴',
    '今天开会几点',
    '会费怎么交',
    '贷款',
    '消防培训几号',
    '王总明天去县里吗',
    '我们公司是做食品的',
    '有啥惠企政策',
    '确认',
    '2',
    '',
  ])('%j', (text) => {
    expect(readMatter(text).isMatter).toBe(false)
  })
})

describe('what can be read off the words', () => {
  it('reads where, since when and what is wanted', () => {
    const matter = readMatter('我们厂在后河镇纬二路，从上周开始天天跳闸，能不能帮着跟供电所说说')
    expect(matter).toMatchObject({
      category: 'utilities',
      place: '后河镇纬二路',
      since: '从上周开始',
      wanted: '能不能帮着跟供电所说说',
    })
  })

  it('leaves out what was not said', () => {
    const matter = readMatter('电费太高')
    expect(matter).not.toHaveProperty('place')
    expect(matter).not.toHaveProperty('since')
    expect(matter).not.toHaveProperty('wanted')
  })

  it('sums it up in one line without calls, greetings and thanks, slips put right', () => {
    expect(readMatter('@娘家 在吗\n您好\n带款批下来俩月了\n一直不放\n谢谢').summary).toBe(
      '贷款批下来俩月了，一直不放',
    )
  })

  it('what others demand is no wish', () => {
    expect(readMatter('三天两头来查，每次都要买他们指定的设备，不买就罚')).not.toHaveProperty('wanted')
  })

  it('leaves out that somebody wants to stay unknown', () => {
    const { summary } = readMatter('住建局欠我们铸件款两年了 别说是我反映的 怕以后不给我们活')
    expect(summary).toContain('欠我们铸件款两年了')
    expect(summary).not.toContain('别说')
  })

  it('keeps the weightiest clauses in their order when not all fit', () => {
    const { summary } = readMatter(
      '我跟你说说我们厂里最近的这个情况吧真是让人头疼得很，变压器容量不够，今天又下雨路上也不好走我刚到办公室坐下，一天跳闸三次，机器都烧坏两台',
    )
    expect(summary).toContain('变压器容量不够')
    expect(summary.indexOf('变压器')).toBeLessThan(summary.indexOf('跳闸'))
    expect(summary.length).toBeLessThanOrEqual(40)
  })
})

it('takes a message of a hundred thousand characters for what its beginning says', () => {
  const matter = readMatter('变压器又跳闸了，'.repeat(12_500))
  expect(matter).toMatchObject({ isMatter: true, category: 'utilities' })
  expect(matter.summary.length).toBeLessThanOrEqual(40)
})

describe('at most three things are asked for, and only what is not there', () => {
  it('asks for the branch and the account manager of a bank that was named only by name', () => {
    expect(readMatter('建行的贷款下周到期不给续').missing.slice(0, 2)).toEqual([
      'bankBranch',
      'accountManager',
    ])
    expect(readMatter('建行东街支行刘经理说80万贷款下周到期不给续').missing).toEqual([])
  })

  it('asks for the place of a power cut, but not of a bill', () => {
    expect(readMatter('停电了').missing).toContain('place')
    expect(readMatter('电费太高').missing).not.toContain('place')
    expect(readMatter('后河镇停电了').missing).not.toContain('place')
  })

  it('asks who owes and how much', () => {
    expect(readMatter('工程款一直要不回来').missing).toEqual(['debtor', 'amount', 'contract'])
    expect(readMatter('镇政府欠工程款80万，合同验收都有').missing).toEqual([])
  })

  it('has a question for every item, and says three of them as a short list', () => {
    for (const item of missingItems) expect(missingTexts[item]).not.toMatch(/[！!?？]/)
    expect(askForMissing([])).toBe('')
    expect(askForMissing(['place'])).toContain(missingTexts.place)
    expect(askForMissing(['place', 'since', 'extent']).split('\n')).toHaveLength(5)
  })

  it('never asks for more than three things, whatever was said', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.constantFrom(...categories),
        (text, category) => {
          expect(listMissing(text, category).length).toBeLessThanOrEqual(3)
          const matter = readMatter(text)
          expect(matter.missing.length).toBeLessThanOrEqual(3)
          expect(matter.summary.length).toBeLessThanOrEqual(40)
          expect(matter.isMatter).toBe(matter.score >= 0.5)
        },
      ),
    )
  })
})
