/** 待派单, 今天新来的, 诉求列表 第2页, 看 0312: what somebody wants to see. Pure. */
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import type { ListKind } from '../appeals.effects.ts'
import { type AppealNumber, findAppealNumber } from '../reading/appeal-numbers.ts'
import { numberBeside } from './read-command.ts'

const ask = '(?:请|帮我|给我)?(?:看|查|列|打开|显示|有)?(?:一?下|看|出|出来|哪些|几件|多少)?'
const page = '(?:[\\s,，]*第?\\s*([0-9一二三四五六七八九十]{1,3})\\s*页)?'
const end = '(?:的|了|呢|吗|诉求|有哪些|有几件|几件|多少)*[?？。]?'

const lists: readonly (readonly [ListKind, string])[] = [
  [
    'undispatched',
    '(?:所有|全部)?(?:待派单?|还?没派(?:单|出去)?|未派(?:单|出)?|要派(?:单)?|等着派|该派)(?:的|列表|清单|诉求)*',
  ],
  [
    'today',
    '(?:今天|今日|今儿)(?:新?(?:来|增|收|到|登记|报上来|提交|收到|进来|受理)的?|有?(?:啥|什么|哪些)?新的?|的新?)(?:诉求|的|了|哪些|几件|什么|事)*',
  ],
  ['overdue', '(?:所有|全部)?(?:超期|逾期|超时|过期)(?:没办(?:完|结)?|未办结?|的|诉求|列表|清单)*'],
  ['resolved', '(?:所有|全部)?(?:已办结|办结了?|办完了?|已经办完)(?:的|诉求|列表|清单)+'],
  [
    'open',
    '(?:所有|全部|在办|未办结|没办完|没办结|当前|现在)*的?(?:诉求|台账)(?:列表|清单|台账|一览|情况)?|(?:所有|全部)?(?:在办|未办结|没办完|没办结)(?:的|诉求|列表|清单)+',
  ],
]

export interface ListRead {
  readonly asked: { readonly list: ListKind; readonly page: number }
  /** 1 where the words are the list's own name. */
  readonly score: number
}

const OWN_NAMES = /^(?:诉求列表|诉求清单|诉求台账|台账|待派单|待派|今天新来的|超期的|已办结的?)/

export function readListAsked(text: string): ListRead | undefined {
  const said = toHalfWidth(text).trim()
  if (said.length > 24) return undefined
  for (const [list, words] of lists) {
    const found = new RegExp(`^${ask}(?:${words})${end}${page}$`).exec(said)
    if (found === null) continue
    const asked = readNumber(found.at(-1) ?? '') ?? 1
    return { asked: { list, page: Math.max(1, asked) }, score: OWN_NAMES.test(said) ? 1 : 0.9 }
  }
  return undefined
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
