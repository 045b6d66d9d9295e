/** What a clause asks of a company, read by rule; staff look at every line before it counts. */

import { type Asked, type Comparison, sizesNamed } from './condition.ts'
import type { FieldName } from './profile-fields.ts'
import { qualificationsIn } from './qualifications.ts'
import { ABOUT, MONEY, NUMBER, readMoney, readPlain } from './read-amount.ts'

const REST = '[^，。；\\n]'
const COMPARE: readonly (readonly [Comparison, string])[] = [
  ['atLeast', '不低于|不少于|不小于|不得低于|不得少于|达到|达|满|至少|≥|>=|大于等于|大于或等于'],
  ['atMost', '不超过|不高于|不多于|不大于|不得超过|不得高于|最多|≤|<=|小于等于'],
  ['moreThan', '超过|高于|大于|多于'],
  ['lessThan', '低于|少于|小于|不足|未满|不满|未超过'],
]
const ANY = COMPARE.map(([, words]) => words).join('|')

const comparisonOf = (words: string): Comparison =>
  COMPARE.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, 'u').test(words))?.[0] ?? 'atLeast'

interface Counted {
  readonly field: FieldName
  readonly named: string
  readonly unit: string
}

const PEOPLE = '\\s*(人|名|个)'
/** The narrower before what it contains: 参保职工 is not 职工. */
const COUNTED: readonly Counted[] = [
  {
    field: 'researchShare',
    named: `(?:研发|研究开发)${REST}{0,24}?(?:占|比例|比重|强度)${REST}{0,16}?`,
    unit: '\\s*([%％])',
  },
  {
    field: 'insured',
    named: `(?:参保|缴纳社会保险费?的?|缴纳社保的?)(?:职工|人数|人员|员工)?${REST}{0,10}?`,
    unit: PEOPLE,
  },
  {
    field: 'staff',
    named: `(?:从业人员|在职|在岗|职工|员工|用工|就业人数|人员规模)${REST}{0,10}?`,
    unit: PEOPLE,
  },
  { field: 'research', named: `(?:研发|研究开发)(?:费用?|投入|经费)${REST}{0,14}?`, unit: MONEY },
  { field: 'tax', named: `(?:纳税|税收|缴税|税款|入库税)${REST}{0,10}?`, unit: MONEY },
  {
    field: 'investment',
    named: `(?:固定资产|设备|技改|技术改造|项目)${REST}{0,6}?投(?:资|入)${REST}{0,10}?`,
    unit: MONEY,
  },
  {
    field: 'revenue',
    named: `(?:营业收入|营收|销售收入|销售额|主营业务收入|产值)${REST}{0,10}?`,
    unit: MONEY,
  },
]

/** The comparison before the number (不低于20万元) or behind it (20万元以上). */
function readCounted(text: string, { field, named, unit }: Counted): Asked | undefined {
  const before = new RegExp(`${named}(${ANY})${NUMBER}${unit}`, 'u').exec(text)
  const behind = new RegExp(
    `${named}${NUMBER}${ABOUT}${unit}(?:（含）|\\(含\\)|及|或)?(以上|以下|以内|之内)`,
    'u',
  ).exec(text)
  const found = before ?? behind
  if (found === null) return undefined
  const [, first = '', second = '', third = ''] = found
  const [number, of] = before === null ? [first, second] : [second, third]
  const value = unit === MONEY ? readMoney(number, of) : readPlain(number)
  if (value === undefined) return undefined
  const is = before === null ? (third === '以上' ? 'atLeast' : 'atMost') : comparisonOf(first)
  return { field, is, value, words: found[0] }
}

const SINCE = new RegExp(
  `(?:成立|注册|登记|设立|经营|运营|投产)${REST}{0,10}?(${ANY})?${NUMBER}\\s*(年|个月)(以上|以下|以内)?`,
  'u',
)

function readSince(text: string): Asked | undefined {
  const found = SINCE.exec(text)
  const [words = '', compared, number = '', unit, behind] = found ?? []
  const value = readPlain(number)
  if (found === null || value === undefined || (compared === undefined && behind === undefined))
    return undefined
  const is = compared === undefined ? (behind === '以上' ? 'atLeast' : 'atMost') : comparisonOf(compared)
  return { field: 'registered', is, value: unit === '年' ? value * 12 : value, words }
}

type Reader = (text: string) => Asked | undefined

const holds =
  (field: FieldName, pattern: RegExp): Reader =>
  (text) => {
    const found = pattern.exec(text)
    return found === null ? undefined : { field, is: 'holds', value: true, words: found[0] }
  }

const TRADES =
  '制造业|工业|农业|农产品加工|建筑业|批发零售|住宿餐饮|餐饮|物流|运输|软件|文化旅游|旅游|房地产|金融|外贸|服务业|养殖|种植'
const EXCLUDED =
  /(?<list>[\p{Script=Han}]{2,10}(?:企业|行业|业)?(?:[、和及][\p{Script=Han}]{2,10})*?)(?:企业|行业|项目)?(?:除外|不(?:适用|予支持|予补贴|纳入|在支持|享受))/u
const INCLUDED = new RegExp(
  `(?:行业|主营|属于|从事)[:：是为]?\\s*((?:${TRADES})(?:[、和及或](?:${TRADES}))*)|(${TRADES})企业`,
  'u',
)
const LISTED = /[、和及或]/u

const READERS: readonly Reader[] = [
  (text) => {
    const found = EXCLUDED.exec(text)
    const list = found?.groups?.list?.split(LISTED).map((one) => one.replace(/(?:企业|行业)$/u, '')) ?? []
    const value = list.filter((one) => new RegExp(`^(?:${TRADES})`, 'u').test(one))
    return found === null || value.length === 0
      ? undefined
      : { field: 'trade', is: 'noneOf', value, words: found[0] }
  },
  (text) => {
    const found = EXCLUDED.test(text) ? null : INCLUDED.exec(text)
    if (found === null) return undefined
    return { field: 'trade', is: 'oneOf', value: (found[1] ?? found[2] ?? '').split(LISTED), words: found[0] }
  },
  (text) => {
    const value = [...qualificationsIn(text)]
    return value.length === 0 ? undefined : { field: 'qualification', is: 'oneOf', value, words: text }
  },
  (text) => {
    if (qualificationsIn(text).length > 0) return undefined
    const value = [...sizesNamed(text)]
    return value.length === 0 || value.length === 4
      ? undefined
      : { field: 'size', is: 'oneOf', value, words: text }
  },
  readSince,
  holds(
    'local',
    /在(?:本|我|[\p{Script=Han}]{1,4})?[县市区省](?:行政区域|辖区|境|范围)?内?(?:依法|工商)?(?:注册|登记|设立|成立)|(?:注册|登记)(?:地|在)[^，。；]{0,4}本[县市区省地]/u,
  ),
  holds(
    'insurance',
    /(?:依法|按时|足额|按规定|正常)[^，。；]{0,8}(?:参加|缴纳|参保)[^，。；]{0,6}(?:保险|社保)|(?:社会保险费|社保)(?:按时|正常|足额)?缴/u,
  ),
  holds('clean', /失信|异常名录|不良信用|信用(?:记录|状况)?良好|黑名单/u),
  (text) =>
    /出口额|出口[^，。；]{0,8}\d/u.test(text)
      ? undefined
      : holds(
          'exports',
          /(?:有|开展|从事|具有)[^，。；]{0,6}(?:出口|外贸|进出口)|(?:出口|外贸)(?:型|类)?(?:企业|业务|实绩)/u,
        )(text),
]

/** Every condition that a rule knows in these words; none where it takes a person to judge. */
export function readConditions(text: string): readonly Asked[] {
  const flat = text.replace(/\s+/gu, '')
  const counted: Asked[] = []
  let rest = flat
  for (const kind of COUNTED) {
    const asked = readCounted(rest, kind)
    if (asked === undefined) continue
    counted.push(asked)
    rest = rest.replace(asked.words, '　')
  }
  return [...READERS.flatMap((read) => read(rest) ?? []), ...counted]
}
