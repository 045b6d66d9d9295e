/** What somebody says of their company: 我们36个人，去年做了1200万，有出口，18年开的. Read by rule, clause by clause. */

import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { type FactKey, type FactValue, isFlag, meantBy, type ToldFacts } from './company-facts.ts'
import { type FieldName, fieldOf, isField, type Size } from './profile-fields.ts'
import { qualificationsIn } from './qualifications.ts'
import { ABOUT, MONEY, NUMBER, readMoney, readPlain } from './read-amount.ts'

const NOT = /没有?|不是|不算|还不|不做|无|未|从不|没得/u

/** Without what asks, so that a question about a figure is none. */
const ASKS = /[?？]|吗|多少|几[个人家]|怎么|咋/u

interface Figure {
  readonly field: FieldName
  readonly named: RegExp
}

/** Whose money it is; without such a word a sum says nothing. The narrower first. */
const SUMS: readonly Figure[] = [
  { field: 'research', named: /研发|研究开发|搞科研|技术开发/u },
  { field: 'tax', named: /纳税|交税|缴税|税收|交了?.{0,4}税|税款/u },
  { field: 'investment', named: /设备|技改|固定资产|投资|厂房|投了/u },
  {
    field: 'revenue',
    named: /营收|营业收入|营业额|收入|销售|销量额|产值|流水|一年做|去年做|做了|卖了|营业/u,
  },
]

const SUM = new RegExp(`${NUMBER}${ABOUT}${MONEY}`, 'u')
const PEOPLE = new RegExp(
  `${NUMBER}${ABOUT}\\s*(?:个|名|号|位|口)?(?:多|来)?(?:人|员工|职工|工人|在职|从业)|(?:人|员工|职工|工人|人数)[^\\d一二三四五六七八九十百两]{0,5}${NUMBER}`,
  'u',
)
const INSURED = /社保|参保|社会保险|五险/u
const PERCENT = new RegExp(`${NUMBER}\\s*(?:%|％|个点)|百分之${NUMBER}`, 'u')
const SINCE = /(?<!\d)((?:19|20)\d{2}|[789]\d|[012]\d)年(?:(\d{1,2}|[一二三四五六七八九十]{1,2})月)?(?:份)?/u
const FOUNDED = /成立|注册|开的?|办的?|建厂|创办|起家|投产|设立|登记|创立/u
const FOR_YEARS = new RegExp(
  `(?:成立|注册|开了?|办了?|干了?|做了?|经营|创办|建厂)[^\\d一二三四五六七八九十两]{0,6}${NUMBER}${ABOUT}年`,
  'u',
)

const SIZES: readonly (readonly [RegExp, Size])[] = [
  [/微型|微企|个体/u, 'micro'],
  [/小微|小型|小企业|小厂|小作坊/u, 'small'],
  [/中型|中等规模/u, 'medium'],
  [/大型|大企业/u, 'large'],
]

/** `asked` is what was just asked for: a bare number then means that. `today` YYYY-MM-DD. */
export function readFacts(words: string, today: string, asked?: string): ToldFacts {
  const text = toHalfWidth(words).trim()
  const told: Record<string, FactValue> = {}
  const clauses = text.split(/[，,。；;、\n]+|(?<=[\p{Script=Han}])\s+(?=[\p{Script=Han}\d])/u)
  for (const clause of clauses.map((one) => one.trim()).filter((one) => one !== '' && !ASKS.test(one)))
    Object.assign(told, readClause(clause, today))
  if (asked !== undefined && told[asked] === undefined) {
    const value = readBare(text, asked, today)
    // 去年1200万 answers the question for the investment, whatever 去年 was taken for.
    if (value !== undefined) return { [asked]: value }
  }
  return told
}

function readClause(clause: string, today: string): ToldFacts {
  const told: Record<string, FactValue> = {}
  const note = (key: FactKey, value: FactValue | undefined) => {
    if (value !== undefined) told[key] = value
  }
  const denied = NOT.test(clause)
  const names = qualificationsIn(clause)
  // Who is applying for it does not hold it yet, and was not refused it either.
  if (!/正在|准备|打算|计划|想[申报评]|在申/u.test(clause))
    for (const name of names) note(`qualification:${name}`, !denied)
  if (/出口|外贸|国外|海外/u.test(clause)) note('exports', !(denied || /只做内销|内销为主/u.test(clause)))
  else if (/(?:只|全|都)(?:是|做)?内销/u.test(clause)) note('exports', false)
  if (/失信|异常名录|黑名单/u.test(clause)) note('clean', denied)
  else if (/(?:信用|征信)(?:记录)?(?:良好|没问题|好)/u.test(clause)) note('clean', true)
  if (
    /(?:本[县市区地]|当地|县里|咱县|这边)(?:内)?(?:注册|登记)|注册(?:地|在)[^，]{0,4}(?:本[县市区地]|当地|县里)/u.test(
      clause,
    )
  )
    note('local', !denied)
  readNumbers(clause, today, note)
  if (names.length === 0) note('size', SIZES.find(([named]) => named.test(clause))?.[1])
  const trade =
    /(?:行业|主营|主要做|主要生产|是做|是干|从事)(?:的)?(?:是|为|:|：)?\s*([\p{Script=Han}]{2,12}?)(?:的|行业|生意|业务)?$/u.exec(
      clause,
    )
  const makes =
    /^(?:我们?|俺们?|咱们?)?(?:做|干|搞|生产|加工)([\p{Script=Han}]{2,10}?)(?:的|生意|这行)$/u.exec(clause)
  if (makes !== null && !/出口|外贸|内销|买卖/u.test(clause)) note('trade', makes[1])
  if (trade !== null && !denied && !/出口|外贸|内销/u.test(clause)) note('trade', trade[1])
  const town = /(?:在|乡镇|地址)(?:是|为|:|：)?\s*([\p{Script=Han}]{2,4}(?:镇|乡|街道|开发区|园区))/u.exec(
    clause,
  )
  if (town !== null) note('town', town[1])
  return told
}

function readNumbers(
  clause: string,
  today: string,
  note: (key: FactKey, value: FactValue | undefined) => void,
): void {
  const percent = PERCENT.exec(clause)
  if (percent !== null && /研发|研究|占/u.test(clause))
    note('researchShare', readPlain(percent[1] ?? percent[2] ?? ''))
  const since = FOUNDED.test(clause) ? readSince(clause, today) : undefined
  note('registered', since)
  const sum = SUM.exec(clause)
  if (sum !== null) {
    const field = SUMS.find(({ named }) => named.test(clause))?.field
    if (field !== undefined) note(field, readMoney(sum[1] ?? '', sum[2] ?? ''))
    return
  }
  const people = since === undefined ? PEOPLE.exec(clause) : null
  if (people !== null) {
    const count = readPlain(people[1] ?? people[2] ?? '')
    note(INSURED.test(clause) ? 'insured' : 'staff', count)
  } else if (INSURED.test(clause)) {
    if (/(?:都|全|全部|按时|正常|足额|依法).{0,4}[交缴买上]/u.test(clause)) note('insurance', true)
    else if (/没[交缴买上]|欠[交缴]|断[交缴]/u.test(clause)) note('insurance', false)
  }
}

/** 2018年, 18年5月, 开了八年: YYYY or YYYY-MM. */
function readSince(clause: string, today: string): string | undefined {
  const year = Number(today.slice(0, 4))
  const found = SINCE.exec(clause)
  if (found !== null) {
    const said = Number(found[1])
    const full = said >= 1900 ? said : said > year % 100 ? 1900 + said : 2000 + said
    const month = readPlain(found[2] ?? '')
    if (full > year) return undefined
    return month === undefined || month < 1 || month > 12
      ? String(full)
      : `${full}-${String(month).padStart(2, '0')}`
  }
  const back = ['今年', '去年', '前年'].findIndex((word) => clause.includes(word))
  if (back >= 0) return String(year - back)
  const ago = new RegExp(`${NUMBER}年(?:以?前|了)`, 'u').exec(clause)
  const years = readPlain(FOR_YEARS.exec(clause)?.[1] ?? ago?.[1] ?? '')
  // 开了八年 says the year and not the month.
  return years === undefined || years > 100 ? undefined : String(year - years)
}

/** 2019年 is no head-count: only the unit that was asked for, or none. */
const UNITS: Readonly<Record<string, string>> = {
  人: '(?:个|名|号|位|口)?(?:人|员工|职工|工人)?',
  '%': '(?:%|％|个点|个百分点)?',
}
const SOFTLY = '(?:左右|上下|吧|啊|呢|了|的样子|[。.])*'
/** 没有 to 未发生事故 says that there was none. */
const NEGATIVE = /未|没有|无/u
const NONE = /^(?:都|从来|一直|也)?(?:没有?|无|未)(?:发生|出现|有)?(?:过)?(?:的|了|啊)?$/u

/** A bare answer to what was asked. */
function readBare(text: string, asked: string, today: string): FactValue | undefined {
  if (asked.startsWith('own:') && NEGATIVE.test(asked) && NONE.test(text)) return true
  if (isFlag(asked)) {
    const yes = readYesNo(text)
    return yes === undefined ? undefined : meantBy(asked, yes)
  }
  if (!isField(asked)) return undefined
  const { kind, unit } = fieldOf(asked)
  if (kind === 'size') return SIZES.find(([named]) => named.test(text))?.[1]
  if (kind === 'since') return readSince(/^\d{4}$/u.test(text) ? `${text}年` : text, today)
  if (kind === 'text') {
    const bare = text.replace(/^(?:我们?|俺们?|咱们?|公司|厂|是|做|在|主要|的)+|[的啊吧。]+$/gu, '')
    const isPlace = asked !== 'town' || /(?:镇|乡|街道|区|园)$/u.test(bare)
    return /^[\p{Script=Han}A-Za-z]{2,16}$/u.test(bare) && isPlace && !ASKS.test(text) ? bare : undefined
  }
  const percent = unit === '%' ? PERCENT.exec(text) : null
  if (percent !== null) return readPlain(percent[1] ?? percent[2] ?? '')
  const sum = unit === '万元' ? SUM.exec(text) : null
  if (sum !== null) return readMoney(sum[1] ?? '', sum[2] ?? '')
  if (/^(?:一个|一分钱?)?(?:都)?没有?$|^无$|^零$/u.test(text)) return 0
  const bare = new RegExp(
    `^[^\\d零一二三四五六七八九十百两]{0,8}${NUMBER}${ABOUT}(?:${UNITS[unit ?? ''] ?? ''})${SOFTLY}$`,
    'u',
  ).exec(text)
  return readPlain(bare?.[1] ?? '')
}

function readYesNo(text: string): boolean | undefined {
  const bare = text.replace(/[\s。，,.!！~]|[的啊呀吧呢哦了]+$/gu, '')
  if (
    /^(?:都|也|还|目前|暂时|我们?)*(?:没有?|不是|不算|不符合|无|否|没|不做|还没|没做|没达到|没有?被?列入)$/u.test(
      bare,
    )
  )
    return false
  if (/^(?:都|我们?|是|当然)*(?:有|是|算|符合|对|有的|做|达到|按时|交)(?:着|过|呢|了)?$/u.test(bare))
    return true
  return undefined
}
