/** 说的是哪类事: the words leaders use for a category, one row each. Longer words first where one holds another. */
import { type Category, categories, categoryLabels } from '../../kernel/appeal-terms.ts'

const WORDS: Readonly<Record<Exclude<Category, 'other'>, string>> = {
  financing: '倒贷 过桥 续贷 抽贷 断贷 压贷 贷款 借款 担保 融资 授信 银行 资金',
  labour: '招不到人 招工 用工 缺人 工人 劳务 工伤 社保 工资',
  land: '土地证 不动产证 用地 土地 地块 块地 厂房 征地 宗地 拆迁',
  environment: '环评 环保 排污 污染 废水 废气 噪音 危废',
  utilities:
    '变压器 供电 停电 断电 用电 增容 电费 电力 停水 供水 用水 天然气 供气 燃气 用气 供暖 蒸汽 水电气 水电',
  tax: '退税 税费 税务 税收 发票 开票 缴税 交税',
  permits: '营业执照 许可证 施工证 证照 执照 许可 审批 验收 办证 消防',
  arrears: '工程款 欠款 欠账 货款 拖欠 要账 回款 账款',
  legal: '打官司 官司 起诉 法院 涉法 诉讼 查封 冻结 案件 执行',
  'policy-delivery': '政策兑现 奖补 补贴 补助 奖励 兑现 奖金',
  logistics: '修路 道路 限高 限行 货车 物流 运输 交通 堵车',
  inspection: '执法检查 检查 罚款 处罚 执法',
  ip: '知识产权 商标 专利 侵权 仿冒',
  trade: '出口 进口 外贸 报关 海关 订单 关税',
  talent: '人才公寓 人才 引才 子女上学 入学 落户 职称',
}

/** Longest first, so that 退税 is not read as 税 and 货款 not as 款. */
const TABLE = categories
  .filter((category) => category !== 'other')
  .flatMap((category) =>
    [categoryLabels[category], ...WORDS[category].split(' ')].map((word) => ({ word, category })),
  )
  .sort((a, b) => b.word.length - a.word.length)

export interface FoundTopic {
  readonly category: Category
  readonly word: string
}

/** Every topic named, each category once, in the order of the longest word. */
export function findTopics(text: string): readonly FoundTopic[] {
  const found: FoundTopic[] = []
  let rest = text
  for (const { word, category } of TABLE) {
    if (!rest.includes(word)) continue
    rest = rest.replaceAll(word, ' ')
    if (!found.some((other) => other.category === category)) found.push({ word, category })
  }
  return found
}

/** Every word of the table that occurs, for taking them out of what is left to be understood. */
export function topicWords(text: string): readonly string[] {
  return TABLE.filter(({ word }) => text.includes(word)).map(({ word }) => word)
}
