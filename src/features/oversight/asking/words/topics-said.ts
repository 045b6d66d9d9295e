/** 说的是哪类事: the words leaders use for a category, one row each. Longer words first where one holds another. */
import { type Category, categories, categoryLabels } from '../../../../kernel/appeal-terms.ts'
import { signOf } from './marks.ts'

const WORDS: Readonly<Record<Category, string>> = {
  financing: '倒贷 过桥 续贷 抽贷 断贷 压贷 贷款 借款 担保 融资 授信 银行 资金链 资金周转 资金 周转',
  labour: '招不到人 招工 用工 缺工 缺人 工人 劳务 工伤 社保 工资 招人 招聘 人手',
  land: '土地证 不动产证 用地 土地 地块 块地 厂房 征地 宗地 拆迁 土地手续 批地 供地',
  environment: '环评 环保 排污 污染 废水 废气 噪音 危废 排放 异味 扬尘',
  utilities:
    '变压器 供电 停电 断电 用电 增容 电费 电力 停水 供水 用水 天然气 供气 燃气 用气 供暖 蒸汽 水电气 水电 缺电 限电 电压 停气 断供',
  tax: '退税 税费 税务 税收 发票 开票 缴税 交税',
  permits: '营业执照 许可证 施工证 证照 执照 许可 审批 验收 办证 消防 手续 环境许可',
  arrears: '工程款 欠款 欠账 货款 拖欠 要账 回款 账款 尾款 欠薪',
  legal: '打官司 官司 起诉 法院 涉法 诉讼 查封 冻结 强制执行 打官司',
  'policy-delivery': '政策兑现 政策落实 奖补 补贴 补助 奖励 兑现 奖金',
  logistics: '修路 道路 限高 限行 货车 物流 运输 交通 堵车 大货车 进出道路 路面',
  inspection: '执法检查 检查 罚款 处罚 执法',
  ip: '知识产权 商标 专利 侵权 仿冒',
  trade: '出口 进口 外贸 报关 海关 订单 关税',
  other: '其他类 其它类',
  talent: '人才公寓 人才 引才 子女上学 入学 落户 职称',
}

/** Longest first, so that 退税 is not read as 税 and 货款 not as 款. */
const TABLE = categories
  .flatMap((category) =>
    [categoryLabels[category], ...WORDS[category].split(' ')].map((word) => ({ word, category })),
  )
  .filter(({ word }) => word !== categoryLabels.other)
  .sort((a, b) => b.word.length - a.word.length)

export interface TopicsSaid {
  /** With a mark for each topic. */
  readonly text: string
  readonly categories: readonly Category[]
  readonly words: readonly string[]
}

/** Every topic named, each category once. Words that also belong to a way of asking stay as they are. */
export function markTopics(said: string): TopicsSaid {
  let text = said
  const categoriesSaid: Category[] = []
  const words: string[] = []
  for (const { word, category } of TABLE) {
    if (!text.includes(word)) continue
    const known = categoriesSaid.indexOf(category)
    const which = known < 0 ? categoriesSaid.push(category) - 1 : known
    text = text.replaceAll(word, signOf('K', which))
    words.push(word)
  }
  return { text, categories: categoriesSaid, words }
}
