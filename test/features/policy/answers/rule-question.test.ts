import { describe, expect, it } from 'vitest'
import {
  looksLikeRuleQuestion,
  RULE_QUESTION,
} from '../../../../src/features/policy/answers/rule-question.ts'

describe('a question about a rule', () => {
  it.each([
    '稳岗补贴能不能补',
    '技改奖补的标准是多少',
    '申请专精特新需要什么材料',
    '有没有扶持外贸企业的政策',
    '小规模纳税人今年还免增值税不',
    '招一个应届生补助多少',
    '这种情况按哪个文件执行',
    '工伤认定最长几天',
    '社保缓缴政策还有没',
    '想问一下高企认定咋申报',
    '去年的加计扣除今年还能补报吗',
    '付款期限最长可以约定多久',
    '哪些企业能享受贷款贴息',
    '捐给慈善会的钱能抵税不',
    '违约金有没有法律规定上限',
    '设备贴息申报截止到几号',
    '第十二条怎么规定的',
    '开公司都要啥手续',
    '投诉受理几天给答复',
    '资金拨付要多少个工作日',
    '县里的技改政策',
    '《用水管理办法》',
    '稳岗补贴',
    '一年最多来查几次啊',
    '续贷过桥的钱利息咋算',
    '招一个人补多少钱',
    '一个月能加班多少小时',
    '辞职要提前几天说',
    '注销公司得多长时间',
    '查封设备最长能封多久',
    '开个小饭馆都得办啥证',
    '打官司有时间限制没',
    '客户不给钱利息按多少算',
    '罚款不交会咋样',
    '货款拖多久算违约',
    '工地几点不让干活',
    '材料交给谁',
    '过桥资金一天收多少利息',
    '电梯检验一台收多少钱',
    '超了定额水价加价多少',
    '广告牌归谁管',
    '不出示证件能不让他们进不',
  ])('is recognised without a question mark: %s', (said) => {
    expect(looksLikeRuleQuestion(said).score).toBeGreaterThanOrEqual(RULE_QUESTION)
  })

  it.each([
    ['asks for action', '村里不让我们过车 帮忙解决一下'],
    ['asks for action', '消防验收卡着三个月了 能不能给协调协调'],
    ['asks for action', '技改补贴公示完一直没到账 没人管'],
    ['asks for action', '恳请领导重视 物业乱收费'],
    ['tells of trouble', '厂里又停水了'],
    ['tells of trouble', '消防一年来查了八次 我们受不了'],
    ['tells of trouble', '门口堵车 咋办啊'],
    ['tells of trouble', '贷款批不下来 咋办'],
    ['tells of trouble', '一年来查几十次 生意没法做了'],
    ['tells of trouble', '停电三天了 损失谁赔啊'],
    ['tells of trouble', '多少年了也不修'],
    ['asks for people', '能不能少罚点'],
    ['asks for people', '能不能不给我断电'],
    ['tells of trouble', '下水道堵了没人管 到底归谁管'],
    ['tells of trouble', '开发公司拖着我们货款一年了'],
    ['tells of trouble', '银行答应的贷款迟迟没放下来'],
    ['tells of trouble', '没领到补贴'],
    ['tells of trouble', '材料交上去三个月了还没审批'],
    ['asks after an own matter', '我那件事办得咋样了'],
    ['asks after an own matter', '2026-0015 到哪一步了'],
    ['asks after an own matter', '上次说的有消息没'],
    ['is small talk', '在吗'],
    ['is small talk', '哈哈'],
    ['is small talk', '你能做什么'],
    ['is an instruction', '转给住建局 五天内回我'],
    ['says nothing', ''],
  ])('is told from what %s: %s', (_kind, said) => {
    expect(looksLikeRuleQuestion(said).score).toBeLessThan(RULE_QUESTION)
  })

  it('says which words it went by', () => {
    expect(looksLikeRuleQuestion('技改奖补的标准是多少').words).toContain('标准是多少')
  })

  it('does not count the name it was called by', () => {
    expect(looksLikeRuleQuestion('@政策补贴助手 早').score).toBe(0)
  })
})
