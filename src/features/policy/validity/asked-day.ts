/** The time a question asks about: 2024年5月1日那会儿标准是多少, 2021年签的合同, 修订前是怎么规定的. */

import {
  addDays,
  DATE_PATTERN,
  lastDayOf,
  MONTH_PATTERN,
  readDate,
  YEAR_PATTERN,
} from '../reading/chinese-dates.ts'

export type AskedDay = {
  /** YYYY-MM-DD; of a month or a year its last day. */
  day: string
  /** As it was said: 2021年. */
  said: string
  /** The question without it, for the search: a date's digits stand in every document. */
  rest: string
}

/** An edition that is named without a day: the one before today's, or that of a year (2016年版). */
export type AskedEdition = { edition: 'before' | number; rest: string }

// 2025年6月1日起施行的办法 describes the document and is no day to answer for.
const ABOUT_THE_DOCUMENT = '(?!\\s*(?:起|开始|印发|发布|公布|下发|施行|实施|出台|出的|那个))'
const DAY = new RegExp(
  `(${DATE_PATTERN})(\\s*(?:以前|之前|前))?(?:的?时候|那会儿?|那天|当天|当时)?${ABOUT_THE_DOCUMENT}`,
  'u',
)
/** A month or a year may be a document's, or when something happened: only with such words is it a time to answer for. */
const TIME_AT =
  '(?:那年|那个?月|签(?:的|订|了|过)|订立|订的|定的|谈的|发生的|成交的|交货的|交付的|的(?:合同|单子|订单|货|活|工程|欠款|旧账|老账)|适用的?|有效的)'
const AT = new RegExp(
  `(${MONTH_PATTERN}份?|${YEAR_PATTERN})(?:(\\s*(?:以前|之前|前))|\\s*(?:的?时候?|那会儿?|那时候?|那阵子?|当时|当年|期间)|(?=\\s*${TIME_AT}))`,
  'u',
)

const RULE = '(?:规定|办法|条例|细则|政策|标准|法律|法规|规则|版本|法|版|文件|通知|规矩)'
const BEFORE = new RegExp(
  [
    '(?:修订|修改|修正|改|新规|新法|新条例|新办法|新政策|新规定)(?:施行|实施|出台|出来|生效|下来|执行)?(?:以前|之前|前)(?:的|是|，)?',
    `(?:旧|老|原来|以前|过去|从前|之前|原先|上一?)的?(?=${RULE})`,
    '(?:以前|原来|过去|从前|原先|早先|之前)(?=(?:是|都|又)?(?:怎么|咋|如何|多少|啥|什么|几)(?:规定|要求|定的|算|写|说|样|讲|个|天|年|日)?)',
    '(?:以前|原来|过去|原先|之前)(?=(?:是|的)?(?:规定|要求)(?:是|的))',
  ].join('|'),
  'u',
)
const EDITION = new RegExp(
  `(${YEAR_PATTERN})\\s*(?:的?(?:那一?|这一?|老|旧)?版(?:本)?的?|(?:的|那个|那部|老|旧)(?=\\S{0,20}${RULE}))|[（(](\\d{4})\\s*年?\\s*(?:版|修[订正])?[）)]`,
  'u',
)

/** Undefined where no time to answer for is said: 2025年的补贴 may be about a document's year as well. */
export function readAskedDay(question: string): AskedDay | undefined {
  const whole = DAY.exec(question)
  const day = whole === null ? undefined : readDate(whole[1] ?? '')
  if (whole !== null && day !== undefined)
    return asked(question, whole, whole[2] === undefined ? day : addDays(day, -1))
  const part = AT.exec(question)
  const last = part === null ? undefined : lastDayOf(part[1] ?? '')
  if (part === null || last === undefined) return undefined
  return asked(question, part, part[2] === undefined ? last : beforeFirst(part[1] ?? '', last))
}

/** Undefined where today's edition is meant, as nearly always. */
export function readAskedEdition(question: string): AskedEdition | undefined {
  const before = BEFORE.exec(question)
  if (before !== null) return { edition: 'before', rest: without(question, before) }
  const year = EDITION.exec(question)
  const number = Number(lastDayOf(year?.[1] ?? `${year?.[2] ?? ''}年`)?.slice(0, 4) ?? 0)
  if (year === null || number === 0) return undefined
  // The year stays: it may be the name of a document, 2025年补贴申报通知.
  return { edition: number, rest: question }
}

function asked(question: string, match: RegExpExecArray, day: string): AskedDay | undefined {
  const rest = without(question, match)
  const said = `${match[1]?.trim()}${match[2]?.trim() ?? ''}`
  return rest === '' ? undefined : { day, said, rest }
}

/** 2021年以前: the last day of 2020. */
function beforeFirst(said: string, last: string): string {
  return addDays(said.includes('月') ? `${last.slice(0, 7)}-01` : `${last.slice(0, 4)}-01-01`, -1)
}

function without(question: string, { index, 0: matched }: RegExpExecArray): string {
  return `${question.slice(0, index)} ${question.slice(index + matched.length)}`.trim()
}
