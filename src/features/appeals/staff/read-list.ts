/** 待派单, 金融办的在办, 宏远机械的诉求, 特急的, 这个月拖欠账款的 第2页, 看 0312: what somebody wants to see. Pure. */
import { type Category, categories, categoryLabels, type Urgency } from '../../../kernel/appeal-terms.ts'
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { findPeriod } from '../../../kernel/spoken-period.ts'
import type { ListAsked, ListKind } from '../appeals.effects.ts'
import { type AppealNumber, findAppealNumber } from '../reading/appeal-numbers.ts'
import { numberBeside } from './read-command.ts'
import { unread } from './unread.ts'

/** In order: 快超期 is not yet late, and 没派 says more than 没办. */
const kinds: readonly (readonly [ListKind, RegExp])[] = [
  [
    'undispatched',
    /待派(?:单|发)?|还?没(?:有)?派(?:单|出去|出|发)?|未派(?:单|出|发)?|要派(?:单)?(?=的|$)|等着派|该派(?:单)?/u,
  ],
  ['dueSoon', /(?:快要?|要|马上|即将|将要|快)(?:到期|超期|逾期|到时限|到点|超时)了?|临期|到期/u],
  ['overdue', /(?:已经?)?(?:超期|逾期|超时|过期|拖期)(?:没办(?:完|结)?|未办(?:结|完)?)?了?/u],
  ['awaiting', /待回访|(?:还)?没(?:有)?回访(?:过)?|未回访|等(?:着)?回访|该回访|没评价|未评价/u],
  ['paused', /(?:已经?|被)?(?:暂停|挂起)(?:办理|了|着|中)?/u],
  ['sentBack', /(?:被|已经?)?(?:退单|退回来?|退件)了?/u],
  ['closed', /(?:已经?)?归档了?/u],
  ['withdrawn', /(?:已经?)?(?:撤回|撤诉)了?/u],
  ['referred', /转(?:到|去)?法定渠道|法定渠道/u],
  ['merged', /(?:已经?)?并(?:单|掉|过)了?/u],
  ['handled', /办理中|正在办|(?:已经?)?派(?:单|出去?|下去)了?|(?:手里|手上|名下)(?=的|$|有|还)/u],
  ['open', /在办|没办(?:完|结|好)|未办(?:结|完)?|还没办|待办|没了结|没解决/u],
  ['resolved', /(?:已经?)?办(?:结|完|好)了?|(?:已经?)解决了?/u],
  [
    'today',
    /新(?:来|增|收|到|登记|报上来|报|提交|提|进来|受理)|(?:登记|收到|报上来|进来|提交)(?=[的了])|(?<=[天日周月年期近刚])(?:登记|收到|报上来|进来|提交)$|有(?:啥|什么|哪些)新/u,
  ],
]

const urgencyWords: readonly (readonly [Urgency, RegExp])[] = [
  ['critical', /特急|十万火急|危急/u],
  ['urgent', /紧急|加急|急(?=件|的)/u],
  ['normal', /(?<!不)一般(?:的|件)/u],
]

/** What people say for a category besides its own name. */
const otherNames: readonly (readonly [Category, RegExp])[] = [
  ['arrears', /拖欠账款|欠款|欠账|拖欠|账款/u],
  ['financing', /贷款|融资/u],
  ['utilities', /水电气|水电|用电|用水|用气|停电|停水|停气/u],
  ['labour', /用工|招工|劳资/u],
  ['land', /用地|土地|厂房/u],
  ['environment', /环保|环评/u],
  ['tax', /税费|税务|税收|涉税/u],
  ['permits', /证照|办证|执照|许可证/u],
  ['inspection', /涉企检查|检查|执法/u],
  ['logistics', /交通物流|物流|交通|道路/u],
  ['trade', /外贸|出口/u],
  ['talent', /人才/u],
  ['ip', /知识产权|商标|专利/u],
  ['legal', /涉法涉诉|涉法|法律/u],
  ['policy-delivery', /政策兑现|奖补|兑现/u],
]

const head = /诉求台账|诉求|台账|工单|单子|案子|案件|(?<![附文证邮零配软快信])件(?=$|[的呢?？。])/u
const asking =
  /^(?:请|帮我|给我|我要|我想|麻烦)*(?:看|查|列|打开|显示|调出?|拉)?(?:一?下|看|一看|出来?|个)?(?:现在|目前|当前)?(?:还)?(?:有)?(?:哪些|啥|什么)?/u
const ending =
  /(?:都)?(?:还)?(?:有)?(?:哪些|哪几件|几件|多少件?|列表|清单|一览|情况|明细|列出来|看看|看一下)?[呢了吗的]*[?？。.]*$/u
const pageWords = /[\s,，、]*第\s*([0-9一二三四五六七八九十]{1,3})\s*页|[\s,，、]+([0-9]{1,3})\s*页/u

/** Words of other orders, of one's own matters, and of telling one. */
const elsewhere =
  /^(?:催|导出|通知|发起|派单|派给|转办|结案|办结\s*\d|暂停\s*\d|撤回\s*\d|申请|同意|批准|确认|并单|撤销|启封|封存|收到|签收|登记(?!的))|[我俺咱]|[你您]们|率|怎么|为什么|为啥|能不能|可不可以|反映|投诉|帮忙|请问|要求|希望|没人|工人|职工|不给|不让|谁|哪个/u

export interface ListRead {
  readonly asked: ListAsked
  /** 1 where the words are the list's own name. */
  readonly score: number
}

const OWN_NAMES =
  /^(?:诉求列表|诉求清单|诉求台账|台账|待派单|待派|今天新来的|超期的|已办结的?|待回访的?|退单的|快到期的|在办的)/u
const LONGEST_NAMES = 16

export function readListAsked(text: string, now: Date = new Date(0)): ListRead | undefined {
  const said = toHalfWidth(text).trim()
  if (said === '' || said.length > 40 || elsewhere.test(said)) return undefined
  const paged = pageWords.exec(said)
  const page = Math.max(1, readNumber(paged?.[1] ?? paged?.[2] ?? '') ?? 1)
  // How many is a count, which is answered elsewhere; under a list's own name it is the list.
  if (/几件|多少|几个|几家/u.test(said) && !OWN_NAMES.test(said)) return undefined
  let rest = paged === null ? said : said.replace(paged[0], '')
  // A number is one appeal, or an amount.
  if (/\d{3,}|[零〇][一二三四五六七八九零]{2}/u.test(rest.replace(/20\d\d年?/gu, ''))) return undefined
  const isQuestion = /哪些|列表|清单|一览|[?？]$/u.test(rest)
  rest = rest.replace(asking, '').replace(ending, '')
  const take = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(rest)?.[0]
    if (found !== undefined) rest = rest.replace(pattern, '|')
    return found
  }
  const hasHead = take(head) !== undefined
  const category = takeFirst(
    [...categories.map((one) => [one, new RegExp(categoryLabels[one], 'u')] as const), ...otherNames],
    take,
  )
  const urgency = takeFirst(urgencyWords, take)
  const kind = takeFirst(kinds, take)
  const period = findPeriod(rest, now)
  if (period !== undefined) rest = rest.replace(period.words, '|')
  const names = namesIn(rest)
  if (names === undefined) return undefined
  const isNamed = kind !== undefined || hasHead || category !== undefined || urgency !== undefined
  const endsAsList = /的[?？。]?$/u.test(said.replace(paged?.[0] ?? '', '')) || isQuestion
  // 融资 alone, 今天 alone: a word, not yet a request. 金融办的 names only somebody.
  if (!isNamed && (period === undefined || names.length > 0 || !endsAsList)) return undefined
  if (kind === undefined && !hasHead && !endsAsList) return undefined
  if (kind === 'resolved' && !hasHead && !endsAsList) return undefined
  const list = kind ?? (period === undefined && (hasHead || !isNamed || names.length === 0) ? 'open' : 'all')
  const asked: ListAsked = {
    list: kind === undefined && names.length > 0 ? 'all' : list,
    page,
    names,
    ...(category === undefined ? {} : { category }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(period === undefined
      ? {}
      : { period: { from: period.period.from, to: period.period.to, words: period.words } }),
  }
  const score = OWN_NAMES.test(said) ? 1 : names.length === 0 ? 0.9 : 0.7
  return { asked, score }
}

function takeFirst<T>(
  rows: readonly (readonly [T, RegExp])[],
  take: (pattern: RegExp) => string | undefined,
): T | undefined {
  for (const [what, pattern] of rows) if (take(pattern) !== undefined) return what
  return undefined
}

/** Names left between what was understood; undefined where it is a sentence rather than a name. */
function namesIn(rest: string): readonly string[] | undefined {
  const names = rest
    .replace(/[|]/gu, '的')
    .split(/的|[\s,，、;；]+|和(?=[\u4e00-\u9fa5]{2})/u)
    .flatMap((part) =>
      unread(part, [
        /^(?:全部|所有|全|当前|现在|目前|各|在|由|是|属于|这类|类|方面|领域|企业|公司)+$|类$|那边$|手里$|手上$|名下$|^(?:在|归|由|属于)(?=[\u4e00-\u9fa5]{2})/gu,
      ]),
    )
    .filter((name) => name.length >= 2)
  return names.join('').length > LONGEST_NAMES || names.length > 2 ? undefined : names
}

/** Which page of the list that was shown last: the one named, or so many further. */
export interface PageTurn {
  readonly turn: { readonly to?: number; readonly by?: number }
}

/** 下一页, 第3页, 上一页 and nothing else. */
export function readPageTurn(text: string): PageTurn | undefined {
  const said = toHalfWidth(text)
    .trim()
    .replace(/[。.!?？呢吧]+$/u, '')
  if (/^(?:再)?(?:看|翻)?(?:到)?(?:下一?页|下页|往后翻|后一页|后面(?:的|几)?页?)$/u.test(said))
    return { turn: { by: 1 } }
  if (/^(?:再)?(?:看|翻)?(?:到|回)?(?:上一?页|上页|往前翻|前一页)$/u.test(said)) return { turn: { by: -1 } }
  const named = /^(?:看|翻)?(?:到)?第?\s*([0-9一二三四五六七八九十]{1,3})\s*页$/u.exec(said)?.[1]
  const to = named === undefined ? undefined : readNumber(named)
  return to === undefined ? undefined : { turn: { to: Math.max(1, to) } }
}

const showVerbs = '看一?下|看看|查看|查一?下|查询|打开|看|查'

/** 看 0312 and 0312 详情; a question about progress is not asked with these words. */
export function readShowAsked(text: string): AppealNumber | undefined {
  const said = toHalfWidth(text).trim()
  const numeral = '(?:20\\d\\d\\s?[-—–]\\s?)?\\d{1,6}'
  const led = new RegExp(
    `^(?:请|帮我|给我)?(?:${showVerbs})\\s*(?:诉求|编号|第|工单|#)*\\s*${numeral}\\s*号?(?:的)?(?:详情|诉求|情况|这件|经过)?[。]?$`,
  )
  const trailed = new RegExp(
    `^#?(?:编号|诉求)?\\s*${numeral}\\s*号?(?:的)?\\s*(?:详情|详细|明细|经过|具体情况|什么情况)[?？。]?$`,
  )
  if (led.test(said)) return numberBeside(said, showVerbs)
  if (trailed.test(said))
    return numberBeside(said, '详情|详细|明细|经过|具体情况|什么情况') ?? findAppealNumber(said)
  return undefined
}
