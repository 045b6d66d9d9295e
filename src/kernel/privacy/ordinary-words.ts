/**
 * Names of two characters that are also words, or whose letters meet by chance: 高峰 in 高峰期, 张明 in 主张明确.
 * A receipt must not be held back for them; with a title or an @ they are names after all.
 */

const wordsThatAreNames: ReadonlySet<string> = new Set(
  (
    '高峰 高原 高兴 高温 高山 高考 高速 方向 方法 方便 方案 方圆 平安 平静 文明 文化 文静 文件 安静 安全 安康 安宁 和平 黄河 黄金 ' +
    '长江 金融 金属 程序 时间 万能 万一 万全 常务 常识 白天 马上 马路 马力 马达 温度 温暖 成功 成果 成立 关系 关键 关于 解决 明白 ' +
    '计划 任务 任何 路程 路线 项目 易经 余额 余地 元旦 周期 周末 周围 周转 周到 申请 车间 车辆 单位 单据 阳光 严格 应急 应当 许可 ' +
    '许多 于是 施工 水平 水利 水电 石油 季节 向阳 向前 时候 古城 齐全 包装 包含 和谐 强调 强大 国庆 建设 建国 海洋 海关 华夏 江南 ' +
    '江山 田野 石头 林业 林地 雷电 雷达 龙头 夏季 夏天 冬天 秋天 秋收 春天 金秋 年终 党员 党建 武器 武装 史料 鲁西 别名 曾经 管理 管道'
  ).split(' '),
)

/** Before a surname these make another word with it, so that the surname is none. */
const wordsEndingInSurname: Readonly<Record<string, string>> = {
  张: '主扩紧慌夸纸开嚣伸铺一两几',
  高: '提最增较升很更不再',
  周: '每上下本一两二三四五圆',
  方: '对双各官地甲乙一多警校厂我资院店平立东南西北',
  程: '工流过章规课日行议里',
  金: '资现基奖黄税租佣押定罚五冶',
  于: '由关对等至在属位基处鉴便利善终',
  任: '责主担信上离现新',
  时: '及同小随按临准当到有何',
  成: '完达组造收建赞变生',
  万: '千十百几',
  常: '正经非日通平异',
  路: '道公马网铁线修一',
  余: '其剩业结多',
  白: '明空坦',
  关: '相有机海把',
  章: '规公印盖违',
  石: '水宝矿',
  向: '方面走去',
  和: '总共温缓',
  水: '用停供排污废薪',
  严: '从',
  安: '治公平保',
  文: '发公行中',
  明: '说证声表透',
  江: '长',
  车: '货汽火开停',
  单: '订派退名账菜清简',
  项: '事款立选各',
  施: '措设实',
  许: '允也或',
  曾: '未',
  应: '供反相效',
}

const titleAfter =
  /^(?:总|董|经理|厂长|会长|秘书长|主任|局长|科长|书记|市长|县长|镇长|先生|女士|老板|师傅|同志|姐|哥|老师|律师)/

/** Whether the name that begins at `start` is more likely a word here. Three characters and more are taken at their word. */
export function isOrdinaryWordAt(text: string, start: number, name: string): boolean {
  if (name.length !== 2) return false
  const before = text[start - 1] ?? ''
  if (before === '@' || titleAfter.test(text.slice(start + 2, start + 5))) return false
  if (wordsThatAreNames.has(name)) return true
  return before !== '' && (wordsEndingInSurname[name[0] ?? ''] ?? '').includes(before)
}
