/** 我这个季度走访了哪些, 走访12, 拍砖12 的问题办得咋样, 走访线索: what is asked about visits, by the words alone. Pure. */
import { z } from 'zod'
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { findPeriod } from '../../../kernel/spoken-period.ts'
import { findVisitNumber } from '../read-visit-number.ts'
import { VISIT_KINDS } from '../visit.ts'

export const VisitsAsked = z.discriminatedUnion('list', [
  z.object({ list: z.literal('one'), number: z.number() }),
  z.object({ list: z.literal('drafts'), page: z.number() }),
  z.object({
    list: z.literal('visits'),
    kind: z.enum(VISIT_KINDS).nullable(),
    /** 我: their own alone. */
    mine: z.boolean(),
    period: z.object({ from: z.string(), to: z.string(), label: z.string() }).nullable(),
    /** Names in it are looked up in the roster. */
    words: z.string(),
    page: z.number(),
  }),
])
export type VisitsAsked = z.infer<typeof VisitsAsked>

const KIND: readonly (readonly [(typeof VISIT_KINDS)[number], RegExp])[] = [
  ['critique', /拍砖/u],
  ['condolence', /慰问|看望/u],
  ['meeting', /座谈|会议|开(?:了|过)?.{0,4}会/u],
  ['visit', /走访|调研|去(?:了|过)/u],
]
const OF_VISITS = /走访|调研|慰问|拍砖|座谈会|履责记录/u
const LISTED =
  /(?:走访|调研|慰问|看望|拍砖|去|开)(?:了|过)(?:哪(?:些|几)(?:家|个|企业|地方|商会)?|谁)|(?:走访|调研|慰问|拍砖|座谈会?|履责)(?:的)?(?:记录|清单|列表|台账|明细|情况)(?!表)|谁(?:去|来)?(?:走访|调研|慰问|看望)(?:了|过)|(?:谁|哪(?:位|个)领导)(?:去|到)过|(?:看看?|列(?:一?下)?|查(?:一?下)?)(?:我的?|最近的?|全部的?|所有的?)?(?:走访|调研|慰问|拍砖)$/u
const DRAFTS =
  /(?:走访|调研|拍砖)?(?:带回的|发现的|的)?(?:问题)?(?:线索|草稿)(?:清单|列表|有哪些|还有哪些)?|(?:待|没|未|等着?)核定(?:的)?(?:线索|问题|走访)|(?:走访|调研|拍砖)(?:带回|发现|反映)(?:的|了)?(?:哪些)?问题(?:有哪些|清单|列表)?/u
const OWED = /还?[欠差]|该(?:去|走)|要求|没走访|未走访|没去|要走访|提醒/u
const SHOW =
  /^(?:看看?|查(?:一?下|看)?|打开|说说)?\s*$|问题|办得|办到|咋样|怎么?样|如何|情况|进展|到哪|结果|详细|内容|[？?]$/u

export function readVisitsAsked(said: string, at: Date): VisitsAsked | undefined {
  const text = toHalfWidth(said).trim()
  if (text === '' || text.length > 60) return undefined
  const paged = /第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*页/u.exec(text)
  const page = Math.max(1, readNumber(paged?.[1] ?? '') ?? 1)
  const named = findVisitNumber(text)
  if (named !== undefined)
    return SHOW.test(text.replace(named.words, '')) ? { list: 'one', number: named.number } : undefined
  if (OWED.test(text)) return undefined
  if (DRAFTS.test(text) && (OF_VISITS.test(text) || /核定/u.test(text))) return { list: 'drafts', page }
  if (!LISTED.test(text)) return undefined
  const period = findPeriod(text, at)
  const words = text.replace(period?.words ?? '\u0000', '')
  return {
    list: 'visits',
    kind:
      KIND.find(([kind, sign]) => kind !== 'visit' && sign.test(text))?.[0] ??
      (/走访|调研/u.test(text) ? 'visit' : null),
    mine: /我(?!们|县|市|区)/u.test(text),
    period: period === undefined ? null : period.period,
    words,
    page,
  }
}
