import { describe, expect, it } from 'vitest'
import { everyCategory } from '../../../../src/features/appeals/reading/lexicon/every-category.ts'
import { proposeCategory } from '../../../../src/features/appeals/reading/propose-category.ts'
import { categories } from '../../../../src/kernel/appeal-terms.ts'

const best = (text: string) => proposeCategory(text)[0]?.category ?? 'other'

describe('the category is heard in the way owners speak', () => {
  it.each([
    ['financing', '银行说好了还上就续，现在又不给续贷了'],
    ['financing', '农商行要抽贷，下个月到期'],
    ['financing', '想借八十万周转一下，有没有信用贷'],
    ['financing', '担保公司不给担保，厂里没钱买料'],
    ['financing', '钱还进银行了 说是额度没了 不给办'],
    ['financing', '商票到期兑付不了'],
    ['financing', '老板征信有问题被拒了，想申请应急转贷'],
    ['labour', '年底招不到人 缺二十个焊工'],
    ['labour', '一个工人干活伤了手，家属要八十万，赔偿谈不拢'],
    ['labour', '年轻人都不愿意来，流水线差四十多人'],
    ['labour', '工伤认定人社局不受理'],
    ['land', '厂房要扩建，没有用地指标'],
    ['land', '村里说我们占了他们的地不让施工'],
    ['land', '自规局说我们那块地规划成绿地了'],
    ['environment', '环保让我们停产整改，说除尘不合格'],
    ['environment', '重污染预警一来就让停，绩效评级评不上'],
    ['environment', '危废没地方收，仓库堆满了'],
    ['utilities', '今天上午又跳闸了 一天三次'],
    ['utilities', '自来水水压太低，锅炉补不上水'],
    ['utilities', '光纤断了三天，没人来修'],
    ['utilities', '电压不稳把电机烧了'],
    ['tax', '增值税专票额度不够，税务局不给提'],
    ['tax', '留抵退税申请了俩月没下来'],
    ['tax', '残保金怎么交这么多'],
    ['permits', '食品生产许可证换证，窗口让来回补材料跑了五趟'],
    ['permits', '消防验收过不了，一直没法开业'],
    ['permits', '建筑资质升级报上去仨月没消息'],
    ['arrears', '给乡里铺的桥，干完两年了还欠九十多万'],
    ['arrears', '货款要不回来，对方是国企'],
    ['arrears', '质保金到期了甲方不退'],
    ['arrears', '医院欠我们药款一年多了'],
    ['legal', '官司打赢了执行不了，对方老板躲着'],
    ['legal', '被人骗了二十万货，派出所不立案'],
    ['policy-delivery', '去年的技改补贴公示完了到现在没发'],
    ['policy-delivery', '招商时候答应的税收返还不兑现'],
    ['policy-delivery', '规上奖励十五万两年没给'],
    ['logistics', '县城限行，货车白天不让进'],
    ['logistics', '修路把我们门口封了，货出不去'],
    ['logistics', '园区公交车没有，工人上下班不方便'],
    ['inspection', '一个月来了七拨人检查，没法干活'],
    ['inspection', '消防环保应急轮着来查，这个月第五次了'],
    ['inspection', '城管罚款太重，就一个招牌'],
    ['ip', '隔壁县有家厂仿我们的包装'],
    ['ip', '商标让人抢注了'],
    ['trade', '货压在青岛港，报关单改不了'],
    ['trade', '美国那边加关税，订单都停了'],
    ['talent', '外地高管的孩子上学没学位'],
    ['talent', '工程师评职称，民企没渠道'],
    ['other', '我们想搞个联谊'],
    ['other', '在不在'],
  ])('%s: %s', (category, text) => {
    expect(best(text)).toBe(category)
  })
})

describe('slips of the finger and of voice-to-text are forgiven', () => {
  it.each([
    ['financing', '带款到期了银航那边一直没放宽'],
    ['utilities', '天然汽压力上不去'],
    ['utilities', '变牙器容量不够'],
    ['labour', '社宝断缴了能补吗，普公也招不来'],
    ['arrears', '托欠工程宽四年'],
    ['environment', '还评报上去半年了没批'],
    ['land', '增地补偿款没给，土地正也没有'],
    ['tax', '发漂开不出来'],
    ['legal', '劳动仲才判绝了还不给'],
    ['policy-delivery', '补帖公示了没到帐'],
  ])('%s: %s', (category, text) => {
    expect(best(text)).toBe(category)
  })

  it('leaves 放宽 alone where it is meant', () => {
    expect(proposeCategory('贷款条件能不能放宽条件')[0]?.words).not.toContain('放款')
  })
})

describe('a proposal shows what it went by', () => {
  it('lists the words it found, the longest at each place, in the speaker’s order', () => {
    const [first] = proposeCategory('留抵退税一直拖着，专管员也不回话')
    expect(first?.words.slice(0, 2)).toEqual(['留抵退税', '专管员'])
  })

  it('names a close second, so that a person can be asked', () => {
    const [first, second] = proposeCategory('海关罚款')
    expect(first?.runnerUp).toBe(second?.category)
    expect(proposeCategory('变压器跳闸停电')[0]).not.toHaveProperty('runnerUp')
  })

  it('gives nothing for words without a clue, and the best comes first', () => {
    expect(proposeCategory('嗯嗯好')).toEqual([])
    const scores = proposeCategory('环保检查罚款，银行不放款').map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })
})

describe('the lexicon', () => {
  it('covers every category but 其他, each with dozens of words', () => {
    expect(everyCategory.map(({ category }) => category)).toEqual(
      categories.filter((code) => code !== 'other'),
    )
    for (const { troubles, topics, hints } of everyCategory)
      expect(`${troubles} ${topics} ${hints}`.split(' ').length).toBeGreaterThan(60)
  })

  it('never has an empty word, which would be found everywhere', () => {
    for (const { troubles, topics, hints } of everyCategory)
      for (const words of [troubles, topics, hints]) expect(words.split(' ')).not.toContain('')
  })
})
