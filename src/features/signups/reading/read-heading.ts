/** What a chain's heading says: what for, how many, until when. */
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { findMoment, momentAt } from '../../../kernel/spoken-moment.ts'
import type { Calendar } from '../../../kernel/working-days.ts'

export interface Limits {
  readonly places?: number
  readonly perCompany?: number
  readonly closesAt?: Date
}

const N = '(\\d{1,4}|[一二两三四五六七八九十百]{1,4})'
const PER_COMPANY = new RegExp(
  `(?:每|各|一)(?:家|个)?(?:企业|单位|公司|家|户|厂)(?:限(?:报|额)?|不超过?|不得超过|最多|至多|可报?|报|派)*${N}\\s*(?:个|人|名|位)`,
  'u',
)
const PLACES = new RegExp(
  `(?:限(?:额|报|定)?|名额|共|总共|最多|满额?|不超过?|上限)(?:为|是|[:：]|只有|共)?\\s*${N}\\s*(?:个|人|名|位)|${N}\\s*(?:个|人)?名额|(?:限|满)${N}(?=[),，。;；]|$)`,
  'u',
)
const UNTIL = /[^,，。;；\n(（]{0,16}(?:截止|为止|前报名|之前报名|前接龙)[^,，。;；\n)）]{0,16}/u

export function readLimits(text: string, now: Date, calendar: Calendar): Limits {
  const said = toHalfWidth(text)
  const company = PER_COMPANY.exec(said)
  const all = PLACES.exec(company === null ? said : said.replace(company[0], ' '))
  const until = UNTIL.exec(said)?.[0]
  const moment = until === undefined ? undefined : findMoment(until, now)
  const closes = moment === undefined ? undefined : momentAt(moment.moment, now, calendar)
  const perCompany = readNumber(company?.[1] ?? '')
  const places = readNumber(all?.[1] ?? all?.[2] ?? all?.[3] ?? '')
  return {
    ...(places === undefined || places < 1 ? {} : { places }),
    ...(perCompany === undefined || perCompany < 1 ? {} : { perCompany }),
    ...(closes instanceof Date && closes > now ? { closesAt: closes } : {}),
  }
}

const LONGEST_TITLE = 24

const CALL = /#?\s*接龙\s*[:：]?/u
/** 限40人, 每家2人: told beside the title wherever it is named. */
const LIMIT = /(?:限|每[家个]|各[家企单]|名额|截止|满\d|共\d)/u

/** What a list is for: the words behind #接龙, or the line below it, without limits and greetings. */
export function titleOf(heading: string): string {
  const lines = toHalfWidth(heading)
    .replace(/[(【[][^()【】[\]]*[)】\]]/gu, ' ')
    .split(/[\n。;；]+/u)
  const called = Math.max(
    0,
    lines.findIndex((line) => /#\s*接龙/u.test(line)),
  )
  const candidates = [...lines.slice(called), ...lines.slice(0, called)]
  const titles = candidates.map((line) =>
    line
      .replace(CALL, ' ')
      .split(/[,，]/u)
      .filter((part) => !LIMIT.test(part))
      .join('，')
      .replace(/^\s*(?:各位|大家)\S{0,6}[:：，]\s*/u, '')
      .replace(/\s+/gu, ' ')
      .replace(/^[\s:，、]+|[\s:，、]+$/gu, ''),
  )
  const signs = [...(titles.find((title) => title !== '') ?? '接龙')]
  return signs.length > LONGEST_TITLE ? `${signs.slice(0, LONGEST_TITLE - 1).join('')}…` : signs.join('')
}
