/** One way of saying it: dialect, fillers and signs typed by ear become the words that the rows know. Pure. */
import { soundsAlike } from '../../../../kernel/sound.ts'

/** Dialect and how voice writes it, to plain words; in this order. */
const SAME: readonly (readonly [words: RegExp, plain: string])[] = [
  [/嘞(?=\p{Script=Han})/gu, '的'],
  [/(?<=[\p{Script=Han}\ue000-\uf8ff])(?:嘞|咧|捏|哩)(?=[?？。]*$)/gu, '呢'],
  [/弟(?=[一二三四五六七八九十\d])/gu, '第'],
  [/帐/gu, '账'],
  [/(?<=有|是|都有|都是)那(?=些|几(?:个|件|家)|个(?:部门|局|商会|企业|单位|镇))/gu, '哪'],
  [/(?<=几|多少|哪些|哪几)见(?=$|[?？。，,了呢没])/gu, '件'],
  [/(?<=几|哪|多少|[一二两三四五六七八九十\d])(?:健|建|剑)(?=$|[?？。，,了呢没事诉还])/gu, '件'],
  [/超(?:七|其|起|奇|齐|旗|气|棋)(?=的|没|了|几|有|件|多|最|率|$|[?？])/gu, '超期'],
  [/(?<=上|中|下)(?:寻|询|巡|训)(?=$|[的有新办报来])/gu, '旬'],
  [/(?<=最|真|这么|恁|太)肉/gu, '慢'],
  [/(?:烦请|恳请|敬请|请)(?:您|你)?(?:帮忙|帮|协助)?(?=统计|分析|核对|介绍|列|给|说明|汇总|查|提供|告知|核实|简要|按|把|就|将|调|梳理|比较|对比|问|打开|发|再)/gu, ''],
  [/(?:那个|就是说?|这个(?=那个))?(?:呃|额|嗯+|唔|诶|哎|欸)+(?:那个|就是)?/gu, ''],
  [/^(?:那个|这个|就是说?|那什么|我说)(?=[,，、]|(?:我|请|今|这|上|本|帮))/gu, ''],
  [/恁(?:个|么)?(?=多|少|高|低|快|慢|大|久|差|好)|(?:介|嘎|格)么?(?=多|少|慢|久)/gu, '这么'],
  [/(?:啷个|哪个子)(?=部门|单位|局|商会|企业|乡镇|领导)/gu, '哪个'],
  [/(?:啷个|咋个|囊个|怎个)(?=[\p{Script=Han}\ue000-\uf8ff]{3})(?!样|办|弄)/gu, '怎么'],
  [/(?:啷个|咋个|囊个|怎个|点样|咋着|咋地|咋的|咋子|怎样)样?/gu, '怎么样'],
  [/好久(?=了|没|[?？]|$|能|才|嘛)/gu, '多久'],
  [/(?:瞅瞅|瞧瞧|瞄一?眼|瞅一?眼|瞄一?下|瞧一?眼|望下子)/gu, '看看'],
  [/咋说/gu, '怎么说'],
  [/咋(?:样|整|弄)/gu, '怎么样'],
  [/(?:咯|格|箇|介)(?=个(?:月|星期|礼拜|季度|年)|几天|些)/gu, '这'],
  [/咋(?=会|就|这么|那么|还|又|老|不)/gu, '为什么'],
  [/为(?:啥子|啥|么子|何|嘛|毛)|因何|缘何|干嘛(?=不|没|老)|凭啥/gu, '为什么'],
  [/咋/gu, '怎么'],
  [/啥子|么子|嘛玩意儿?|啥|甚么|什麽/gu, '什么'],
  [/哪嘎|哪旮旯|哪搭|哪块儿?/gu, '哪里'],
  [
    /好多(?=件|个|家|起|条|单|桩|宗|次|钱|天|趟|项|[?？。了]|$)|几多|多少来着|多儿少|好些(?=件|个|家)/gu,
    '多少',
  ],
  [/(?:有没得|有冇|有木有|有莫得|有得)/gu, '有没有'],
  [/没得|冇得|冇|木有|莫得|么得|没有得/gu, '没有'],
  [/俺们?|咱们?|阿拉|我们这?边?(?=包)|偶/gu, '我'],
  [/侬|恁|汝/gu, '你'],
  [/晓得/gu, '知道'],
  [/(?:弄|搞|整|做|干|拾掇|鼓捣)(完|好|妥|成|定|下来|利索|清楚)/gu, '办$1'],
  [/(?:弄|搞|整)(?:得|到|的)(?=怎么样|哪|什么)/gu, '办得'],
  [/(?:弄|搞|整|做)到/gu, '办到'],
  [/办(?:利索|清楚|定|清|脱|落实|下地)/gu, '办完'],
  [/拖拉|磨蹭|磨叽|拖沓|拖拖拉拉/gu, '慢'],
  [
    /(?:咯|咧|嘞|哩|噻|撒|哈|嘎|呗|滴|哒|喽|啵|伐|嚒|嘛|哇|呐|啦|呀|噢|喔|哦|啊)+(?=[,，。.?？!！\s]|$)/gu,
    '',
  ],
  [/(?<=[哪谁几少样么])(?:咯|嘞|哩|噻|撒)/gu, ''],
  [
    /(?:请问|麻烦(?:你|您)?(?:帮|给)?|劳驾|帮(?:我|忙)|替我|跟我|给我(?!听|讲|念|读))(?:看|查|瞧|说|讲|算|统计|汇总|问|列|念|报|拉)?(?:一?[下眼看查说]|看看|查查)?(?:子)?(?=.{4})(?!(?:表格|链接|听|来))/gu,
    '',
  ],
  [
    /(?:我想(?:问|知道|了解|看)(?:一?下|看|问)?|想问(?:一?下|问)?|问一?下|请教一?下|我问问|问问|查(?:一?下|查)|看看|看一?下|看一?眼|你看|你说|说说看)(?=.{3})/gu,
    '',
  ],
  [/(?:小助手|助手|娘家|小娘|老师|同志|师傅|你好|您好|在吗|在不在|喂)[,，、。!！\s]*(?=.{3})/gu, ''],
  [/有没有|有没(?=超|逾|退|没|未|急|特|新)|有无得/gu, '有无'],
  [/是不是/gu, '是否'],
  [/能不能/gu, '能否'],
]

/** Words worth mending when their sound was written with other signs: 解绝率, 超起, 退担. */
const HEARD =
  '解决率 满意率 响应率 办结率 超期 逾期 办结 退单 派单 走访 慰问 座谈 拍砖 商会 企业 趋势 走势 排名 同比 环比 回执 链接 表格 明细 知识产权 水电气 政策兑现 交通物流 涉企检查 拖欠账款 证照 外贸 特急 紧急 积压 融资 用工 用地 水电气 税费 拖欠 诉求 不满意 满意度 按时 平均  没解决 解决 新增 剔除 暂停 撤回 匿名 包联 部门 乡镇 工资 贷款 对比 捐款 到账 上旬 中旬 下旬 环保 招工 社保 停电 供电 环评 土地 货款 商标 消防 物流 人才 用电 检查 罚款 补贴 认捐 通知 没对上 座谈会'
    .split(' ')
    .sort((a, b) => b.length - a.length)

const BY_SIGNS = HEARD.map((word) => [...word])

/** Signs that hold a sentence together; a word that swallows one of them was not misspelt. */
const HOLDING = new Set(
  '的了吗呢吧在有是没不未还和跟与比我你他它谁哪几多少这那一二三四五六七八九十两个件家月日号年天去来到上下前后最都要会给把被就也又再些事人',
)

function mend(text: string): string {
  let mended = text
  for (const word of BY_SIGNS) {
    for (let at = 0; at + word.length <= mended.length; at++) {
      if (!isMisspelt(mended, at, word)) continue
      mended = `${mended.slice(0, at)}${word.join('')}${mended.slice(at + word.length)}`
    }
  }
  return mended
}

/** At least one sign is right, the others sound alike and hold nothing together. */
function isMisspelt(text: string, at: number, word: readonly string[]): boolean {
  const wrong = word.reduce((count, sign, i) => (text[at + i] === sign ? count : count + 1), 0)
  if (wrong === 0 || wrong === word.length) return false
  return word.every((sign, i) => {
    const said = text[at + i] ?? ''
    if (said === sign) return true
    const mayBe = /\p{Script=Han}/u.test(said) && (!HOLDING.has(said) || (wrong === 1 && word.length > 2))
    return mayBe && soundsAlike(said, sign)
  })
}

/** Names have to be marked before: what is changed here is no name any more. */
export function plainWords(text: string): string {
  let plain = text
  for (const [words, by] of SAME) plain = plain.replace(words, by)
  return mend(plain)
    .replace(/\s+/gu, '')
    .replace(/[!！]+/gu, '。')
}
