/** Words that name nobody: what is left when they are taken out may be a firm that the roster does not have. */
import { categoryLabels } from '../../../../kernel/appeal-terms.ts'
import { COMPARED_SIGNS } from './compared-said.ts'
import {
  COUNT_FORM,
  ELSEWHERE,
  FILING,
  LEDGER_NOUN,
  LIST_FORM,
  MINE_SIGN,
  NEWS_SIGN,
  OTHERS_SIGN,
  PROGRESS_SIGN,
  SCOPE_SIGN,
} from './forms-said.ts'
import { ANY_MARK } from './marks.ts'
import { MEASURE_SIGNS } from './measures-said.ts'
import { OTHER_SIGNS } from './others-said.ts'
import { GROUPING_SIGNS, ORDER_SIGNS } from './told-apart.ts'
import { AGE, HOW, REASON, SHARE, TREND, WHY, WITHIN } from './ways-said.ts'

const WORDS =
  `根子 根源 症结 病根 毛病 岔子 差错 出岔子 拉出来 画出来 线拉 埋怨 抱怨 吐槽 数落 牢骚 念叨 嚷嚷 花样 新花样 名堂 历来 历年 全算上 拢共 统共 捐的款 捐的钱 水平 长短 摊子 分档 分段 档次 层次 时间段 说辞 名义 缘由 由头 由来 凭据 口碑 凭的 走高 走低 上行 下行 一路 拐点 高峰 低谷 高点 低点 峰值 谷底 掉头 回落 回升 反弹 见底 企稳 平稳 稳住 稳定 持平 打平 抬头 冒头 松动 起色 抬升 走弱 走强 好转没 客商 合作社 拆开 错了 不对 账实 款拨 拨款 履职 告状 转转 结构 交卷 倒序 正序 重新 再次 准予 予以 给予 获批 路子 口径 涨是落 猛涨 大截 一大截 省心 闹心 操心 扎实 给力 归纳 提炼 概括 总结 主持人 放图 月报 周报 年报 发火 生气 打电话 电话里 门口 路上 车上 压根 压根儿 人家 他家 她家 家里 咱说 就说 先不说 别的 主要说 挑 挑出 帮企业 帮助 但没真 从头 流程 库存 烦请 恳请 敬请 协助 核对 核实 核查 简要 介绍 介绍一下 分析一下 提供 告知 给出 列出 调取 汇总一下 说明一下 处于 状态 目前仍 仍未 仍然 尚未 经过 经批准 批准 同意 自行 主动 方式 结束 转交 移交 由企业 由于 即可 从高到低 从低到高 从长到短 由高到低 由长到短 长到短 高到低 低到高 多到少 少到多 依次 排列 顺序 降序 升序 之间 其间 稍后 方便 如果方便 查看 查阅 浏览 内容 具体内容 进展情况 各次 历次 每一次 权限 别管 不管 忽略 范围内 职责 辖区 辖内 所属 下属 相关 相应 对应 期内 办理期限 规定时间 时间内 之内 合计数 总数量 同时 另外 还要 以便 用于 汇报用 急用 手机 电脑 文字 语音 本人 本市 本县 本区 我市 我县 我区 各地 镇里 村里 区域内 民营 民营企业 企业界 企业主 老板们 同志们 这儿 那儿 这嘎达 那旮 这块儿 那块儿 老在 总在 净是 光是 尽是 大多 大部分 多半 个别 若干 其次 首先 最后 末了 今早 昨晚 当晚 夜里 凌晨 中午 下午 上午 傍晚 指示 要求 安排 部署 关注 重点 难点 堵点 痛点 卡点 焦点 热点 呼声 盯着 催着 催了 催办 督促 督办 赶快 尽快 抓紧 赶紧的 快点 快些 慢点 可否 可以吗 要不要 该不该 算不算 有没 还好 不好 不错 一点 一些 有点 稍微 挺多 挺快 蛮多 蛮好 老多 老慢 贼慢 贼多 忒慢 忒多 恁慢 恁多 咋恁 真多 真慢 撂着 撂那 晾着 躺着 趴着 放着 存着 攒着 攒了 囤着 堆着 堆了 攒下 剩着 留着 没动 没动静 没着落 没下文 没结 没结案 没销 没了结 没整 没弄 没搞 没处理 没落实 没答复 没回话 没人理 没人问 没人管 老拖 拖拉 拖沓 磨蹭 磨叽 办件 效能 时效 提速 加快 滞后 推诿 扯皮 踢皮球 甩锅 退回来 退回去 打回来 打回去 被打回 拒收 不服 不买账 不高兴 不乐意 不认账 不认可 有意见 表扬 点赞 感谢 打分 分数 得分 星级 请问 麻烦 帮我 给我 跟我 替我 我想 想问 知道 想知道 了解 查询 查一下 查查 问下 问一下 问问 看看 看一下 看下 看一眼 瞧瞧 说说 说一下 说下 讲讲 讲一下 聊聊 汇报 报告 报一下 列出来 列一下 列个 列举 统计 统计一下 算一下 算算 一下 一下子 一会儿 现在 目前 眼下 当前 如今 至今 到现在 到底 究竟 截至 截止 为止 全县 全市 全区 县里 市里 区里 全部 所有 各家 各个 每个 每家 企业家 企业 民企 公司 厂子 厂里 工厂 单位 部门 局里 商会 协会 会员 会员企业 老板 工商联 娘家 助手 小葛 领导 书记 县长 市长 区长 主席 部长 主任 局长 常委 同志 秘书长 会长 你好 您好 在吗 诉求 事项 事情 事儿 问题 困难 难题 难处 情况 单子 工单 案子 案件 台账 办理 这类 那类 类的 哪类 类别 类型 分类 种类 方面 关于 有关 涉及 反映 上报 报上来 提出来 提出 提交 登记 受理 解决 处理 落实 推进 推动 跟进 协调 办结 办完 办好 办成 办妥 办掉 办了 已经 还有 还没 还没有 没有 还是 还要 还剩 剩下 剩余 未办 没办 没办完 未办结 没办结 没解决 未解决 都有 都是 那边 这边 那里 这里 那个 那件 那笔 那些 那家 那块 这个 这件 这些 这块 这事 那事 哪些 哪几 哪个 哪家 哪里 哪儿 哪件 哪类 哪种 几件 几个 几家 几起 几条 几天 几次 多少 多少件 多少个 什么 啥子 怎么样 怎么 怎样 咋样 咋个 如何 多久 多长 多长时间 时间 时候 时长 谁家 谁在 是不是 有没有 能不能 可不可以 可以 的话 我们 咱们 俺们 你们 他们 自己 大家 别人 别家 其他 其它 其余 里面 里头 其中 当中 之中 左右 大概 大约 差不多 一共 总共 合计 总计 累计 总数 总量 数量 数字 数据 数目 件数 因为 所以 但是 不过 而且 然后 以及 或者 比较 最多 最少 最高 最低 最快 最慢 最好 最差 最久 最长 最早 最新 最近 最拖 最急 最大 太多 太慢 很多 许多 不少 更多 更高 更快 越来越 结果 进度 进展 动静 动态 消息 变化 发生 出现 新增 新来 新报 新的 新情况 超期 逾期 超时 过期 到期 快到期 即将 马上 临期 时限 期限 按时 按期 及时 准时 如期 超了 超过 不到 以上 以下 以内 退单 退回 被退 打回 退件 派单 待办 在办 正在 正在办 办理中 手里 手头 手上 压着 压了 积压 挂着 悬着 搁置 搁着 暂停 挂起 中止 停着 卡着 卡在 卡住 拖着 拖了 拖得 拖延 老大难 特急 紧急 加急 着急 急件 急的 满意 不满意 满意度 满意率 不太满意 差评 好评 评价 回访 认可 解决率 响应率 办结率 响应 三率 比例 占比 占多少 占到 比重 百分之 率 平均 用时 耗时 速度 效率 快慢 趋势 走势 曲线 按月 按周 按天 每月 每周 每天 逐月 月度 对比 相比 比起 同比 环比 同期 去年同期 比一比 比一下 涨了 跌了 降了 升了 下降 上升 提高 增加 减少 下滑 上涨 好转 改善 变好 变差 变多 变少 多了 少了 高了 低了 慢了 快了 为什么 为啥 原因 理由 怎么回事 排名 排行 排个队 排一下 排序 排队 名次 倒数 第一 垫底 前三 前五 前十 最前 部门排名 分布 分别 各自 各是 通知 回执 回复 签收 确认 收到 没回 未回 没回复 会议 公告 捐款 捐赠 捐了 募捐 募集 善款 认捐 到账 入账 到位 到了 对账 没对上 对不上 差额 用了 花了 支出 使用 去向 倡议 活动 走访 调研 慰问 看望 座谈 座谈会 开会 拍砖 完成 任务 次数 欠着 欠几次 还差 还欠 包联 分包 挂联 挂钩 联系 对口 帮扶 负责 分管 名下 我包 包的 我这边 我那边 范围 名单 清单 明细 列表 表格 链接 图表 画个图 匿名 实名 身份 举报 启封 名字 叫什么 并单 合并 撤回 撤销 撤诉 转出 法定渠道 法定 渠道 剔除 排除 考核 不计入 换成 改成 只看 单看 再看 比如 如果 要是 的呢 继续 接着 详细 具体 展开 打开 一条 一件 一个 一家 一起 两家 两个 三件 三个 三家 五件 五个 这几家 那几家 这几天 这阵子 上次 那次 这次 期间 以来 以后 之后 以前 之前 年初 年底 月底 月初 月末 季度 星期 礼拜 今年 去年 本月 上月 上个月 这个月 今天 昨天 本周 上周 这周 工作日 天数 排在 属于 归口 承办 责任 牵头 主管 主要 集中 突出 普遍 常见 严重 乡镇 镇街 街道 园区 开发区 行业 地方 区域 上面 下面 后面 前面 第几 编号 号码 告诉 报给 发给 发我 看到 听说 觉得 需要 应该 必须 得到 提的 报的 来的 收的 办的 做的 回的 退的 派的 谁办 谁管 谁负责 有谁 有些 有的 没人 没派 没接 没派单 待派 未派 接单 接手 认领 快要 马上要 眼看 要到 就要 马上就 老是 总是 一直 迟迟 经常 比去年 比上月 比上个月 下来 上来 出来 进来 起来 过来 完了 没完 没了 好了 行不 行吗 好不好 对不对 多不多 快不快 高不高 大不大 慢不慢 咋整 咋弄 弄完 弄好 搞完 搞好 搞定 整完 整好 弄到 搞到 没得 有得 几多 好多 晓得 侬晓得 阿拉 俺们 恁多 哪嘎 为么子 么子 不少 过去 近期 近来 一年 半年 全年 年度 一季度 二季度 三季度 四季度 上半年 下半年 里有 里的 工作 成效 质量 汇总 小结 简报 开车 路上 方便 马上开会 会上 待会 等会 一句 简单 直接 赶紧 帮忙 辛苦 谢谢 感谢 那什么 就是 就是说 这么 那么 这样 那样 老样子 办事 拉一下 拉个 调出来 摆一摆 过一遍 过一下 心里 有数 掌握 摸个底 摸底 底数 家底 全貌 总体 整体 总的 哪一步 一步 哪步 环节 阶段 程度 地步 多少钱 多少次 多少家 回头 回来 答复 回音 下文 着落 眉目 说法 闭环 销号 清零 了结 完结 存量 增量 结存 遗留 期末 月份 号那天 那天 当天 当时 那时 不含 不算 除了 以外 之外 除外 谁的 我的 自己的 到没 办没办 完没完 反映过 提过 报过 一样 相同 差多少 差在 差别 区别 差距 高多少 多几件 少几件 涨跌 增减 升降 是多是少 怎么说 说明 解释 意见 建议 看法 什么人 什么事 啥事 啥情况 啥问题 哪方面 哪一类 哪一家 哪一个 哪一件 每类 各类 各部门 各单位 各局 各商会 各乡镇 各镇 每个月 每个部门 个月 年内 时段 阶段性 数一数 点一下 盘一下 盘点 梳理 阵子 那阵 那会 那会儿 那时候 那阵子 刚发 刚才 刚刚 刚来 玩意儿 玩意 哪位 各位 位领导 往下 往上 往回 眼瞅着 搞不清 弄不清 整明白 一眼 一遍 一天 一周 一月 每次 平时 平常 大致 具体点 详情 明白 造成 导致 引起 带来 变长 变短 拉长 清楚 清楚点 弄清楚 来着 呢个 是啥 有啥 干啥 做啥 为何 何时 何人 何事 哪天 哪月 哪年 谁有 有人 无人 没谁 自家 咱家 他家 她家 人家 分管的 联系的 挂的 帮扶的 牵头的 联系点 点上 面上 手底下 名册 花名册 一览 一览表 汇总表 统计表 报表 图形 扒拉 捋一捋 捋一下 情况怎么样 今天的 目前为止`
    .split(/\s+/u)
    .filter((word) => [...word].length >= 2)

/** Whatever a row of a way of asking spells out is an ordinary word too. */
const OF_ROWS = [
  COUNT_FORM,
  ELSEWHERE,
  FILING,
  LEDGER_NOUN,
  LIST_FORM,
  MINE_SIGN,
  NEWS_SIGN,
  OTHERS_SIGN,
  PROGRESS_SIGN,
  SCOPE_SIGN,
  AGE,
  HOW,
  REASON,
  SHARE,
  TREND,
  WHY,
  WITHIN,
  ...MEASURE_SIGNS,
  ...OTHER_SIGNS,
  ...COMPARED_SIGNS,
  ...GROUPING_SIGNS,
  ...ORDER_SIGNS,
].flatMap(({ source }) => source.replace(/\[[^\]]*\]/gu, ' ').match(/\p{Script=Han}{2,}/gu) ?? [])

/** Signs that carry no name by themselves. */
const HOLDING = new Set([
  ...'的地得了着过吗呢吧啊呀么嘛哦诶呃嗯嘿喂咯嘞哩是在到从对给把被让由以和跟及与或也就又再还都只才已曾将要会能想该可有没无未不别很太最更挺较我你您他她它们咱俺侬恁偶谁哪几多啥咋这那此其每各某几两一二三四五六七八九十百千万零〇个件家起条桩宗单项笔次名位号天日月年周季度时分点里中内上下前后间外边头儿来去出进回起完好们人事办说看问查报提等比去第率数啦么按各趟吧局镇乡占类退欠拖卡催挂派剩跑变花钱用收接走差压等块掉答复找算排挑列念讲读记些般另',
])

const byLength = new Map<number, Set<string>>()
for (const word of [...WORDS, ...OF_ROWS, ...Object.values(categoryLabels)]) {
  const size = word.length
  const known = byLength.get(size) ?? new Set<string>()
  known.add(word)
  byLength.set(size, known)
}
const SIZES = [...byLength.keys()].sort((a, b) => b - a)

/** For each sign: `w` part of an ordinary word, `h` a holding sign, `m` a mark or no Chinese, `?` unknown. */
export function coverOf(text: string): string {
  let cover = ''
  for (let at = 0; at < text.length; ) {
    const size = SIZES.find((one) => byLength.get(one)?.has(text.slice(at, at + one)))
    if (size !== undefined) {
      cover += 'w'.repeat(size)
      at += size
      continue
    }
    const sign = text[at] ?? ''
    ANY_MARK.lastIndex = 0
    cover +=
      ANY_MARK.test(sign) || !/[\p{Script=Han}A-Za-z]/u.test(sign) ? 'm' : HOLDING.has(sign) ? 'h' : '?'
    at += 1
  }
  return cover
}

/** Words of two signs or more that nothing explains; at most three. A sign alone is a particle that the list forgot. */
export function unreadWords(text: string): readonly string[] {
  const cover = coverOf(text)
  const runs = [...cover.matchAll(/\?(?:h?\?)+/gu)].map(({ 0: run, index }) =>
    text.slice(index, index + run.length),
  )
  // 收费类: a sort of matter that nobody counts by.
  const sorts = [...text.matchAll(/(?<![哪各每这那同此种几])\p{Script=Han}{2}类(?![别型似])/gu)].flatMap(
    ({ 0: sort, index }) => (cover.slice(index, index + 2).includes('?') ? [sort] : []),
  )
  return [...new Set([...runs, ...sorts])].slice(0, 3)
}
