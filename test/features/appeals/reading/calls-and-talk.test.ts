import { describe, expect, it } from 'vitest'
import { isBareCall, stripCalls } from '../../../../src/features/appeals/reading/calls.ts'
import { looksLikeConsumerMatter } from '../../../../src/features/appeals/reading/consumer-matter.ts'
import { looksLikeRuleQuestion } from '../../../../src/features/appeals/reading/rule-question.ts'
import { wantsToBeSealed } from '../../../../src/features/appeals/reading/sealing.ts'
import { looksLikeSmallTalk } from '../../../../src/features/appeals/reading/small-talk.ts'

describe('a bare call holds no matter yet', () => {
  it.each([
    '在不',
    '小芳',
    '你好',
    '@小芳 在吗',
    '@商会助手',
    '',
    '您好 请问在吗',
    '领导好',
    '有人吗？',
    '我想问下',
    '有个事想问一下',
    '喂 有人在不',
    '早上好',
    '👋',
    '麻烦问个事',
  ])('%j', (text) => {
    expect(isBareCall(text)).toBe(true)
  })

  it.each([
    '停电了',
    '在不在都行',
    '小厂活不下去了',
    '小微企业贷款',
    '你好 我们的路坏了',
    '问下加计扣除',
    '有个问题 发票开不出来',
    '0313号',
    '取消',
  ])('%j says more', (text) => {
    expect(isBareCall(text)).toBe(false)
  })

  it('knows the desk by whatever names it was given', () => {
    expect(isBareCall('阿福 在吗', ['阿福'])).toBe(true)
    expect(isBareCall('阿福 在吗')).toBe(false)
  })

  it('takes mentions and greetings off the front and leaves the rest as it was', () => {
    expect(stripCalls('@娘家 您好，在吗 我们厂停电了，谢谢')).toBe('我们厂停电了，谢谢')
  })
})

describe('small talk is not filed', () => {
  it.each([
    '谁给发个红包',
    '哈哈哈哈',
    '早上好',
    '谢谢',
    '辛苦了！',
    '吃了没',
    '👍👍',
    '恭喜恭喜',
    '今天天气不错',
    '张总威武',
    '讲个笑话',
    '666',
    '节日快乐',
    '[呲牙]',
  ])('%s', (text) => {
    expect(looksLikeSmallTalk(text)).toBe(true)
  })

  it.each([
    '早上好，我们厂停电了',
    '谢谢，路还没修',
    '红包税怎么交',
    '贷款',
    '老总跑了',
    '0313',
    '天气太热车间没电',
    '',
  ])('%j is more than that', (text) => {
    expect(looksLikeSmallTalk(text)).toBe(false)
  })
})

describe('a purchase of one’s own goes to 12315', () => {
  it.each([
    '我在京东买的手机是假货',
    '健身房跑路了，卡里还有钱',
    '我家买的冰箱坏了不给保修',
    '淘宝买的衣服不给退',
    '4S店新车有问题不给换',
    '孩子的培训班跑路不退钱',
  ])('%s', (text) => {
    expect(looksLikeConsumerMatter(text)).toBe(true)
  })

  it.each([
    '我们厂买的机床质量有问题不给退',
    '客户退货不认账',
    '供应商的原料是假的',
    '公司采购的空调坏了不保修',
    '我们卖的空调被职业打假',
    '空调厂停电了',
  ])('%s is a company’s matter', (text) => {
    expect(looksLikeConsumerMatter(text)).toBe(false)
  })
})

describe('a wish to be sealed is heard in the words of frightened people', () => {
  it.each([
    '可别说是我说的',
    '匿名',
    '给我保密',
    '不要透露我的名字',
    '别让镇里知道是我们说的',
    '怕他们报复',
    '不想让人知道',
    '不敢署名',
    '能不能保密',
    '千万别跟他们提我们公司',
    '我们以后还要在村里干，不方便露面',
    '不具名',
  ])('%s', (text) => {
    expect(wantsToBeSealed(text)).toBe(true)
  })

  it.each([
    '不用匿名',
    '商业秘密被泄露',
    '签了保密协议',
    '实名反映',
    '匿名捐款',
    '别说了',
    '不用保密',
    '保密资质怎么办',
    '停电了别不当回事',
  ])('%s is no such wish', (text) => {
    expect(wantsToBeSealed(text)).toBe(false)
  })
})

describe('a question about a rule asks the documents first', () => {
  it.each([
    '按哪个文件',
    '奖补标准是多少',
    '高企怎么申请',
    '有啥优惠政策',
    '要准备什么材料',
    '能不能享受减免',
  ])('%s', (text) => {
    expect(looksLikeRuleQuestion(text)).toBe(true)
  })

  it.each(['能不能帮着协调一下', '停电没人管', '贷款不放款', '奖补按标准没给，帮忙解决', '我们招不到人'])(
    '%s files',
    (text) => {
      expect(looksLikeRuleQuestion(text)).toBe(false)
    },
  )
})
