/** 今天去了佳和食品和顺达铸造: whether somebody tells that they were somewhere on duty, by the words alone. Pure. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import type { VisitKind } from '../visit.ts'

/** Longer texts are documents. */
const LONGEST = 1_500
/** Where a visit is told, its verb stands within so many signs. */
const HEAD = 60

const KINDS: readonly (readonly [VisitKind, RegExp])[] = [
  ['critique', /拍砖|挑刺(?:会|调研)|问诊(?:式)?调研|找茬(?:会|调研)/u],
  ['condolence', /慰问|看望|探望|送温暖|送清凉/u],
  [
    'meeting',
    /座谈|恳谈|(?:(?<!公)开|召开|参加|组织|主持)(?:了|过|完)?[^，。,]{0,12}(?:(?<!基金|委员)会(?!员|计|费|不|议室|展)|会议)|碰头会|议事会|例会|见面会|早餐会|茶话会|约谈会/u,
  ],
  ['visit', /走访|调研|走了(?=.{1,20}(?:家|厂|企业|公司))|下企业|进企业|入企/u],
]

const RANK = '(?:[县市区旗镇乡部局]长|书记|主席|主任|常委|政委|县|市)'
const DAY =
  '(?:[今昨前][天日儿](?:个|早|晚)?|刚才?|刚刚|上周[一二三四五六日天]?|上个?星期[一二三四五六日天]?|\\d{1,2}月\\d{1,2}[日号]|\\d{1,2}[日号])'
const HOUR = '(?:[上下中]午|早上|晚上|一早|[早晚]上)'
/** What may stand before the verb: when, and who. */
const BEFORE = `(?:${DAY}|${HOUR}|(?:周|星期)[一二三四五六日天]|我们?|咱们?|又|也|还|先|陪|(?:和|跟|同)\\p{Script=Han}{2,6}?(?:一起|一块儿?|一同|一道)|(?:替|代表?|受)?(?!去|到|在)\\p{Script=Han}{1,4}?副?${RANK}(?:委托|安排|让)?(?:我|我们)?|替|代表?|[，,\\s])*`
/** A visit by plain words, which may be to anywhere; 收到了 and 找到了 are none. */
const WENT = new RegExp(
  `^${BEFORE}(?:(?:去|到|跑)(?:了|过)(?:一?趟|一?下)?(?!.{0,3}趟)(?=\\p{Script=Han}{2})|(?:去|到)的(?=\\p{Script=Han}{2})|(?:去|到)(?=\\p{Script=Han}{2,16}?(?:看了|看看|转了|走了|坐了|待了|调|了解|一?趟|看过))|从(?=\\p{Script=Han}{2,16}回(?:来|的)?)|在(?=\\p{Script=Han}{2,16}(?:现场|厂里|车间))|(?<=刚|刚才|今天)在(?=\\p{Script=Han}{2,12}[，,]))`,
  'u',
)
/** 昨天去顺达铸造: with its day it needs no 了. 到期 is none. */
const WENT_THAT_DAY = new RegExp(
  `^(?:我们?)?${DAY}${BEFORE}(?:去|到)(?=\\p{Script=Han}{2})(?!期|底|处|点|账|位|货|时|现在|今天|目前|省|北京)`,
  'u',
)

const WEEKDAY = /(?:周|星期)[一二三四五六日天]/u
const PAST = new RegExp(`${DAY}|${HOUR}`, 'u')
const ORDERED =
  /^(?:请|帮我?)?(?:记(?:一?[下次笔条])?|登记|补记|录(?:一?下|入)?|补(?:录|登)?)(?:一?[次条下笔])?(?:的)?(?:走访|调研|慰问|座谈|会议|拍砖|履责)/u

/** In the first clause: what somebody asked on the visit comes later. */
const ASKS =
  /[？?]|(?:吗|么|呢|没有|没)\s*$|[几多]少|百分之几|(?:[了过有是共差]|^)几(?:[家次回个点件场])|几(?:[家次回个点场])了?\s*$|哪(?:些|几|家|个|里)|谁|怎么|还(?:欠|差|要|该)|欠(?:几|多少)次|清单|列表|统计|情况(?:怎么样|如何)|要求|计划|安排(?!了)|\d+\s*次/u
/** Anywhere: what is asked of the ledger. */
const ASKS_US = /(?:告诉我|看看|还有|还差|还欠|一共|现在).{0,6}(?:几[件次家个]|多少[件次家个])/u
const NOT_YET =
  /没(?:有|能)?(?:去|走访|调研|来得及)|去不了|明天|后天|下周|下个?月|准备|打算|计划|将要|拟于|要去|想去|该去|得去|应该去|请参加/u
/** Orders of other desks, and whatever is said of one appeal. */
const OF_OTHERS =
  /^(?:发?个?通知|[用存删改]|模板|公告|通报|派单|交办|转办|督办|更正|进展|发进展|会议纪要|纪要|开个?接龙|发起|募捐|答\s|补充|请(?!记)|登记诉求)|^#?\s*(?:20\d\d-)?\d{4}(?!年)|协调会/u
const OTHERS_WENT = /(?:来|到)(?:了)?(?:我们|咱们?|俺们?|我)(?:厂|公司|企业|店)/u
/** A meeting that was, by its day; its time may also be to come. */
const MEETING_WAS = new RegExp(`(?:${PAST.source}).{0,24}(?:座谈|恳谈|参加|召开)`, 'u')
/** 昨天走访了…: whoever says it first tells of a visit, even without a word of who went. */
const TOLD_FIRST = new RegExp(`^(?:${DAY}|${HOUR}|[\\s，,])*(?:走访|调研|慰问|看望|拍砖)(?:了|过)`, 'u')
const NAMES_A_LEADER = new RegExp(`^.{0,14}${RANK}`, 'u')

const TO_COME = '(?:明[天早晚儿]|后[天儿]|大后天|下周[一二三四五六日天]?|下个?(?:月|星期[一二三四五六日天]?))'
const PLANNED = new RegExp(
  `^(?:我们?|咱们?)?(?:准备|打算|计划|想)?${TO_COME}.{0,6}?(?:我们?|咱们?)?(?:准备|打算|计划|要|想)?(?:再)?(?:去|到|走访|调研|慰问|看望)[^，。,？?]{2,24}$`,
  'u',
)
/** 明天上午我去粟麦看看: somebody says where they will be, which is nothing to note yet and no question. */
export const isPlanned = (said: string): boolean => {
  const text = toHalfWidth(said)
    .trim()
    .replace(/[。.!！]$/u, '')
  return (
    PLANNED.test(text) &&
    /走访|调研|慰问|看望|看看|转转|走走|座谈/u.test(text) &&
    !/哪|谁/u.test(text) &&
    !ASKS.test(text)
  )
}

/** 拍砖 宏远机械，1、…: with what was found told after it, it was held. */
const CRITIQUE_HELD = /^拍砖(?:会)?[\s:：]*\p{Script=Han}[^，,。；;\d]{1,30}[，,。；;]\s*\S/u

export interface ToldVisit {
  readonly kind: VisitKind
  readonly words: string
  /** It can mean nothing else. */
  readonly isSure: boolean
  /** It says that it was a leader's, or is an order to note one down; 去了 by itself says neither. */
  readonly saysWhose: boolean
}

export const kindIn = (text: string): { kind: VisitKind; words: string } | undefined => {
  for (const [kind, sign] of KINDS) {
    const found = sign.exec(text)
    if (found !== null) return { kind, words: found[0] }
  }
  return undefined
}

/** 今天去了, sent too early: where is asked. */
export const breaksOff = (text: string): boolean =>
  /^(?:我)?(?:今天|昨天|前天|刚才?|上午|下午|今早)?(?:我)?(?:去走访|走访|调研|慰问|去|到)了[，,。\s]*$/u.test(
    toHalfWidth(text).trim(),
  )

export function readVisit(said: string): ToldVisit | undefined {
  const text = toHalfWidth(said).trim()
  if (text.length < 4 || text.length > LONGEST || OTHERS_WENT.test(text) || OF_OTHERS.test(text))
    return undefined
  const head = text.slice(0, HEAD)
  const named = kindIn(head)
  const ordered = ORDERED.exec(text)
  if (ordered !== null && named !== undefined)
    return { kind: named.kind, words: ordered[0], isSure: true, saysWhose: true }
  const clause = head.split(/[，,。；;\n]/u)[0] ?? head
  if (
    NOT_YET.test(clause) ||
    ASKS.test(clause) ||
    ASKS_US.test(text) ||
    /[？?]\s*$|(?:吗|呢)\s*$/u.test(text)
  )
    return undefined
  const saysWhose = NAMES_A_LEADER.test(text)
  if (named !== undefined) {
    // 周二到铁戈调研，问题有三个: with more told after it, the weekday was the last one.
    const tellsMore = named.kind !== 'meeting' && WEEKDAY.test(clause) && [...text].length > clause.length + 4
    const wasThere =
      tellsMore ||
      CRITIQUE_HELD.test(text) ||
      /(?:了|过|完|回来)/u.test(head) ||
      (named.kind === 'meeting' ? MEETING_WAS : PAST).test(head)
    if (!wasThere) return undefined
    const isTold = named.kind !== 'meeting' && TOLD_FIRST.test(text)
    return { kind: named.kind, words: named.words, isSure: true, saysWhose: saysWhose || isTold }
  }
  const thatDay = WENT_THAT_DAY.exec(head)
  const went = thatDay ?? WENT.exec(head)
  return went === null ? undefined : { kind: 'visit', words: went[0], isSure: PAST.test(went[0]), saysWhose }
}
