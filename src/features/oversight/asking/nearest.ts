/** 没听懂时给的三个例子: questions that are understood, nearest to the words, in the asker's own terms. */

interface Terms {
  /** As the asker named it: 佳和, 食品商会. */
  readonly place: string | undefined
  readonly period: string | undefined
  readonly topic: string | undefined
  /** One that the roster has, for an example of one matter. */
  readonly firm: string | undefined
}

const EXAMPLES: readonly (readonly [ask: (terms: Terms) => string, near: string])[] = [
  [
    ({ place }) => `${place ?? '我包的企业'}还有几件没办完`,
    '企业 几件 没办 剩 办理 情况 数 诉求 还 商会 多少 问题 呢',
  ],
  [
    ({ place, period }) => `${place ?? ''}${period ?? '这个月'}解决率多少`,
    '率 解决 办结 成效 满意 效果 好 怎么样 这个月 上个月 比例',
  ],
  [({ place }) => `${place ?? ''}超期的有哪些`, '超 期 慢 拖 时限 到期 督 没按时 哪些 久'],
  [
    ({ place, period }) => `${place ?? ''}${period ?? '昨天'}有啥新情况`,
    '昨天 今天 新 动态 发生 变化 这周 情况 消息',
  ],
  [({ period }) => `${period ?? '今年'}哪个部门办得最慢`, '部门 单位 局 谁 最 排 慢 快 差 好'],
  [
    ({ place, period }) => `${place ?? ''}${period ?? '今年'}反映最多的是啥`,
    '反映 最多 问题 主要 集中 类 什么 困难 都 企业',
  ],
  [
    ({ period }) => `${period ?? '这个月'}解决率比上个月咋样`,
    '比 涨 跌 降 升 变 原因 为什么 高 低 同比 环比',
  ],
  [
    ({ place, topic, firm }) => `${place ?? firm ?? '我包的企业'}那个${topic ?? '贷款'}的事到哪一步了`,
    '那个 那件 事 进度 进展 哪一步 贷款 结果 公司 厂',
  ],
  [() => '0312 到哪一步了', '编号 号 哪一步 那件 明细'],
  [() => '我包联哪些企业', '包 联 分 名单 负责 联系 范围 我'],
  [({ period }) => `我${period ?? '这个季度'}还欠几次走访`, '走访 慰问 会议 座谈 调研 欠 次 任务'],
  [() => '最近那次捐款一共多少，到账多少', '捐 款 到账 钱 善 募 物资'],
  [() => '最近的通知还有谁没回', '通知 回执 回 签收 公告'],
  [({ period }) => `${period ?? '今年'}不满意的有几件`, '不满意 评价 差 意见 满意'],
  [({ period }) => `${period ?? '今年'}为什么退单`, '退 单 原因 理由 部门'],
  [({ place }) => `${place ?? ''}积压的都多久了`, '积压 多久 时间 久 压 天'],
]
const SHOWN = 3

export function nearestQuestions(text: string, terms: Terms): readonly string[] {
  const score = (near: string) => near.split(' ').filter((word) => text.includes(word)).length
  return EXAMPLES.map(([ask, near], place) => ({ ask: ask(terms), score: score(near), place }))
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .slice(0, SHOWN)
    .map(({ ask }) => ask)
}
