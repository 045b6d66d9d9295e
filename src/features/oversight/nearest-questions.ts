/** 没听懂时给的三个例子: the questions that are understood, nearest to what was said first. */

const EXAMPLES: readonly (readonly [question: string, near: string])[] = [
  ['我包的企业还有几件没办完', '企业 多少 几件 没办 剩 办理 情况 数 诉求 总'],
  ['昨天有啥新情况', '昨天 今天 新 最近 动态 发生 变化 这周 情况'],
  ['超期的有哪些', '超期 逾期 慢 拖 时限 到期 督办 问题 哪些'],
  ['这个月办结了几件', '办结 解决 完成 率 满意 这个月 上个月 成效'],
  ['农机商会那边怎么样', '商会 行业 协会 那边 怎么样'],
  ['0012 到哪一步了', '编号 号 哪一步 进度 进展 那件 那个'],
  ['我包联哪些企业', '包联 分包 哪些 哪几家 名单 负责 联系'],
  ['特急的还有几件', '急 紧急 特急 停电 安全 重要'],
]
const SHOWN = 3

export function nearestQuestions(text: string): readonly string[] {
  const score = (near: string) => near.split(' ').filter((word) => text.includes(word)).length
  return EXAMPLES.map(([question, near], place) => ({ question, score: score(near), place }))
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, SHOWN)
    .map(({ question }) => question)
}
