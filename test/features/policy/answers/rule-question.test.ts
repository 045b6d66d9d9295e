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
  ])('is recognised without a question mark: %s', (said) => {
    expect(looksLikeRuleQuestion(said).score).toBeGreaterThanOrEqual(RULE_QUESTION)
  })

  it.each([
    ['asks for action', '村里不让我们过车 帮忙解决一下'],
    ['asks for action', '消防验收卡着三个月了 能不能给协调协调'],
    ['asks for action', '技改补贴公示完一直没到账 没人管'],
    ['asks for action', '恳请领导重视 物业乱收费'],
    ['tells of trouble', '厂里又停水了'],
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
