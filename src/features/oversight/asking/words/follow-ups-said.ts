/** 接着问: words that only go on with an answer. The text is plain and has no names in it. */
import { readNumber } from '../../../../kernel/chinese-numbers.ts'
import type { FollowUp } from '../follow-up.ts'

const FIGURE =
  /明细\s*(?:第|编号|号|码)?\s*(\d{1,7}(?!\d)|[一二三四五六七八九十百零〇]{1,7})(?:\s*(?:[-—–]|的?(?:中|里|里面|里头|当中)?的?第)\s*(\d{1,3}|[一二三四五六七八九十]{1,2})(?:行|条|个|项|件)?)?/u
const SHEET =
  /表格|电子表|(?<!报)表(?:给|发|导|出|来|呢|$)|excel|xlsx|导(?:出|个|一份|成|一下)|(?:出|做|发|给|要|来|拉)(?:我)?(?:一)?(?:个|份|张)表/iu
const LINK =
  /链接|网址|网页(?!上看新闻)|(?:发|传|推)(?:到|去)(?:我)?(?:的)?(?:电脑|大屏)|(?:电脑|浏览器|大屏|网上)(?:上|里|端)?.{0,4}(?:看|打开|查|瞧|点|翻|开(?!车))|能点(?:开|进)?的|点(?:开|进去)(?:看)?的|(?:发|给|来)个?(?:网址|地址|link)/iu
const CHART =
  /画出?来|画(?:个|张|一张|一个|出|成)?(?:图|线|曲线|趋势|折线|柱状|柱子)|(?:出|做|来|发|要|看|弄|整|给)(?:我)?(?:一)?(?:个|张|幅)(?:趋势|走势|柱状|折线|曲线|对比)?图|图表|(?:柱状|折线|饼|曲线|走势)图|用图|(?:有|有无|有没有|来|上|配|出|带|要)(?:个|张)?图(?:没|吗|么|$)|图(?:呢|$)|图形/u
const ALOUD =
  /念(?:给|一下|一遍|出来|念|来|听|吧|我|$)|读(?:给我|一下|一遍|出来|来听)|语音(?:说|播|报|回|念|给)|(?:说|播|讲|念|读)(?:给)?我?听|给我听|听听|播一?下|(?:看不了|没法看|不方便).{0,4}(?:说|念|读)|读读|念念|播报|朗读|听一?下|(?:说|播|讲|念|读)(?:出来|出声)(?:给)?(?:我)?听|不方便看|(?:开着?车|在开车).{0,6}(?:念|读|说|听)/u
/** The rest of a list: 继续, 剩下的呢, 后头的也看看, 还有没有. */
const REST =
  '(?:其余|其[他它]|剩(?:下|余)?|余下|后(?:面|头|边)|下(?:面|边|一页|一批|一组|一屏|页|头)|更多|别的|再(?:看|说|列|来|给)(?:几|[一两二三四五六七八九十]|\\d{1,2})(?:个|件|条)|没(?:说|列|念|显示|看|听|发|报)完)'
const SHOW = '(?:看|说|讲|列|发|给|要|展开|显示|念|来|拉|报|翻|瞧)'
const TAIL = `(?:的)?(?:那些|那几|这些|几)?(?:个|件|条|家)?(?:也|都|再|还|全)*(?:是|有)?(?:哪些|什么|谁)?${SHOW}*(?:看看|看|一下|出来|给我|我|完|全)*(?:了|吧|呢|吗|么|没)*`
const MORE = new RegExp(
  `^(?:(?:请|再|你|好|那|行|嗯|把)*(?:(?:继续|接着)?(?:往(?:下|后)|继续|接着)|下一页|下页|翻页|再来|全部|都|还有(?:呢|吗|么|没有?|有无|哪些|什么|别的|其[他它]|没)?|还?有?无(?:了|别的|其[他它]|更多)?|没了(?:吗|么)|${SHOW}{0,2}(?:一?下)?${REST})${TAIL}(?:都${SHOW}*(?:了|吧|完)?)?){1,2}$`,
  'u',
)
const ORDINAL =
  /^([一二三四五六七八九十])$|^排?(?:在)?最(?:上面|上头|上边|顶上|头上|前头|前边)(?:的)?(?:那|一)*(?:个|件|条|家)|^([一二三四五六七八九十]|[1-9])号(?:那|这)(?:件|个|条|单|家)|(?:看|说|讲|展开|打开|那)?(?:一下)?(?:(?:第|^)([\d一二三四五六七八九十]{1,3})(?:那|这)?(?:个|件|条|项|行|位|名|家|笔|起|桩|号)|排第([一二三四五六七八九十\d]{1,2})的?|(?:排|列)?(?:在)?(?:最)?(?:前面|头(?:一|里)|第一)(?:的)?(?:那|一)?(?:个|件|条)|(?<![\d-])(\d{1,2})(?=详|细|展|说|讲|$))(?:那(?:个|件|条))?/u
const DETAIL =
  /^(?:那?(?:个|件|条|家)|的(?:事)?|[,，、\s])*(?:呢|吧|也|再|给我|请)*(?:详|细|具体|展开|怎么|情况|说|讲|看|是|打开|点开|什么|仔细|到哪|谁|$)/u

/** Wants to see what is behind the number just told. */
const OPENING =
  /^(?:这|那)(?:几|[一两二三四五六七八九十]|\d{1,2})(?:件|个|条)(?:都|现在|分别)*(?:是)?(?:谁|哪个(?:部门|单位|局)|到哪|什么情况|怎么样|咋样|啥情况|是什么事?|什么事)(?:在|家|了|负责|管|办|一步|的)*$|^(?:明细|清单|名单|台账)(?:呢|给我|发我|打开|看看|列出来)?$|^(?:打开|看看?|给我|发|要|列|拿)(?:一下|看|我)?(?:明细|清单|名单|台账)$|^(?:把)?(?:这|那|刚才)(?:个|些|几)?(?:数|数字|件|个|条|单子)?(?:后面|背后|里头|里面)?的(?:明细|清单|名单|台账)[^？?]{0,8}$|^(?:都)?(?:是)?(?:分别)?(?:是)?(?:哪些(?:件|个|家)?|哪几件|哪几个|哪几家|有哪些|哪件|列出来|列一下|都是哪些|展开|打开)(?:看看|一下|我看看)?(?:呢|啊)?$/u

const numberOf = (words: string | undefined) => (words === undefined ? null : (readNumber(words) ?? null))

export interface FollowUpSaid {
  readonly act: FollowUp
  /** 最后一个: the last line that was shown, which only the answer knows. */
  readonly isLast: boolean
  readonly words: string
  /** Names the figure, so that nothing has to be remembered. */
  readonly stands: boolean
}

/** More signs than these ask something of their own beside. */
const SHORT = 18
/** A sheet or a link is asked for by its name, however politely. */
const LONG = 40

/** 我在去石桥的路上，没法看，你念给我听: what is wanted stands in the last clause, and nothing else asks. */
export function followUpBehind(said: string): FollowUpSaid | undefined {
  const clauses = said.split(/[，,。；;]/u).filter((clause) => clause !== '')
  const last = clauses.length < 2 ? undefined : clauses.at(-1)
  if (last === undefined || clauses.slice(0, -1).some((clause) => ASKS.test(clause))) return undefined
  const found = findFollowUp(last)
  const act = found?.act.act
  return act === 'aloud' || act === 'sheet' || act === 'link' || act === 'chart' ? found : undefined
}
const ASKS = /[？?]|吗|什么|怎么|几|多少|哪|谁|率|件|诉求|企业|商会/u

export function findFollowUp(said: string): FollowUpSaid | undefined {
  const text = said.replace(/[\s。，,.？?!！~～]+$/gu, '').replace(/^[，,。.、\s]+/gu, '')
  const figure = FIGURE.exec(text)
  const number = numberOf(figure?.[1])
  const line = numberOf(figure?.[2])
  const length = [...text].length
  const isSheet = /链接|网址|表格|excel/iu.test(text) && !/几件|多少|几个|率/u.test(text)
  if (figure === null && length > (isSheet ? LONG : SHORT)) return undefined
  const made = (act: FollowUp, words: string | undefined): FollowUpSaid => ({
    act,
    isLast: false,
    words: words ?? text,
    stands: number !== null,
  })
  const picture = /图表/u.exec(text)?.[0]
  if (picture !== undefined && length <= 14) return made({ act: 'chart' }, picture)
  const sheet = SHEET.exec(text)?.[0]
  if (sheet !== undefined) return made({ act: 'sheet', figure: number }, sheet)
  const link = LINK.exec(text)?.[0]
  if (link !== undefined) return made({ act: 'link', figure: number }, link)
  if (figure !== null) {
    // 明细12 出一页材料 and 明细12 转给王县长 are asked of others.
    if (/材料|转给|批|阅|督办|简报/u.test(text)) return undefined
    return made({ act: 'open', figure: number, line }, figure[0])
  }
  if (MORE.test(text.replace(/[\s，,、]+/gu, '')) && !OPENING.test(text)) return made({ act: 'more' }, text)
  const aloud = ALOUD.exec(text)?.[0]
  if (aloud !== undefined) return made({ act: 'aloud' }, aloud)
  const chart = CHART.exec(text)?.[0]
  if (chart !== undefined && length <= 14) return made({ act: 'chart' }, chart)
  if (OPENING.test(text)) return made({ act: 'open', figure: null, line: null }, text)
  if (
    /^(?:最后|末尾|最末|最(?:下面|下边|下头|底下|后面|后头))(?:的)?(?:那|一|的)*(?:个|件|条|行|家)/u.test(
      text,
    ) &&
    length <= 14
  )
    return { ...made({ act: 'line', line: 1 }, text), isLast: true }
  if (MORE.test(text.replace(/[\s，,、]+/gu, ''))) return made({ act: 'more' }, text)
  if (
    /^(?:这|那)(?:个|些)?(?:数|数字|几(?:件|个|条)|里面).{0,6}(?:哪些|哪几|什么|谁)|^(?:把|看|要)?(?:一下)?(?:明细|清单|名单)(?:打开|展开|给|发|拿|拉|调|看|列|念)/u.test(
      text,
    ) &&
    length <= 16
  )
    return made({ act: 'open', figure: null, line: null }, text)
  const ordinal = ORDINAL.exec(text)
  // 倒数第二件 counts from an end that only the answer knows.
  if (/倒数|倒着/u.test(text)) return undefined
  if (ordinal !== null && length <= 14 && ordinal.index <= 4) {
    const which = numberOf(ordinal.slice(1).find((part) => part !== undefined)) ?? 1
    const rest = text.slice(ordinal.index + ordinal[0].length)
    if (
      which > 0 &&
      which <= 50 &&
      DETAIL.test(rest) &&
      // 第三条 alone is of a rule; 第三条详细说说 is a line.
      !(rest === '' && /条|项|号$/u.test(ordinal[0]) && !/^(?:看|说|讲|打开|展开)/u.test(ordinal[0])) &&
      !/季度|名|率|转给|交给|阅|督办|办结|满意/u.test(rest)
    )
      return made({ act: 'line', line: which }, ordinal[0])
  }
  return undefined
}
