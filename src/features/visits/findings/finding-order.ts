/** 登记 走访12-1, 走访12-1 并到 0312, 走访12-1 不登记 理由: what the office decides about a problem, by the words alone. */
import { z } from 'zod'
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { findAskedNumber } from '../../../kernel/spoken-number.ts'
import { findVisitNumber } from '../read-visit-number.ts'
import { CONSENTS } from '../visit.ts'

export const FindingOrder = z.object({
  visit: z.number(),
  /** None: every one that still waits. */
  n: z.array(z.number()),
  act: z.enum(['file', 'link', 'drop', 'consent']),
  appeal: z.string().nullable(),
  reason: z.string().nullable(),
  consent: z.enum(CONSENTS).nullable(),
  /** A company that was not said on the visit, in words. */
  company: z.string().nullable(),
})
export type FindingOrder = z.infer<typeof FindingOrder>

const NOT_FILED =
  /(?:不(?:用|要|予|必|再)?登记|不(?:用|要)?(?:办|立案|受理|登)|不算(?:问题|诉求)|作废|划掉|删掉|去掉)/u
const LINKED = /(?:并(?:到|入|进|给)|归(?:到|入)|合(?:到|并到|并)|就是|同)/u
const FILED = /登记|立案|立(?:个)?诉求|(?:转|作)(?:成|为)?诉求/u
const CONSENT: readonly (readonly [NonNullable<FindingOrder['consent']>, RegExp])[] = [
  ['nobody', /(?:企业|他们|对方|老板)(?:说|都)?不(?:同意|愿意|让)/u],
  ['chamber', /(?:企业|他们|对方|老板)?(?:只|仅)(?:同意|给|让|愿意).{0,6}(?:工商联|商会)/u],
  ['unit', /(?:企业|他们|对方|老板)(?:已|也|都)?(?:同意|愿意|答应|没意见)|同意给(?:办理)?单位/u],
]

export function readFindingOrder(
  said: string,
  answered: string | undefined,
  at: Date,
): FindingOrder | undefined {
  const text = toHalfWidth(said).trim()
  if (text.length > 200 || /[？?]|(?:吗|么)$|咋样|怎么样|怎样|情况/u.test(text)) return undefined
  const named = findVisitNumber(text) ?? fromAnswered(text, answered)
  if (named === undefined) return undefined
  const rest = text.replace(named.words, ' ').trim()
  const order = {
    visit: named.number,
    n: [...named.n],
    appeal: null,
    reason: null,
    consent: null,
    company: null,
  }
  const consent = CONSENT.find(([, sign]) => sign.test(rest))?.[0]
  if (consent !== undefined) return { ...order, act: 'consent', consent }
  const dropped = NOT_FILED.exec(rest)
  if (dropped !== null) {
    const reason = rest
      .replace(dropped[0], '')
      .replace(/^[\s,，:：。]*(?:理由(?:是)?|因为|原因(?:是)?)?[\s,，:：]*/u, '')
      .trim()
    return { ...order, act: 'drop', reason: reason === '' ? null : reason }
  }
  const appeal = findAskedNumber(rest.replace(/^.*?(?:到|入|进|给|是|同)/u, ''), at)?.numbers[0]
  if (LINKED.test(rest) && appeal !== undefined) return { ...order, act: 'link', appeal }
  if (!FILED.test(rest)) return undefined
  const company = /(?:企业|公司)(?:是|为|[:：])\s*([^，。,]{2,20})/u.exec(rest)?.[1] ?? null
  return { ...order, act: 'file', company }
}

/** 第一条登记, 登记: said to a letter that names one visit's problems. */
function fromAnswered(text: string, answered: string | undefined) {
  const first = answered === undefined ? undefined : findVisitNumber(answered)
  if (first === undefined || answered === undefined || !/等您核定|可以登记了/u.test(answered))
    return undefined
  const nth = /第\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*(?:条|个|项)/u.exec(text)
  const n = nth === null ? [] : [readNumber(nth[1] ?? '') ?? 0].filter((one) => one > 0)
  return { number: first.number, n, words: nth?.[0] ?? '\u0000' }
}
