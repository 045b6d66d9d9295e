/** What a document says about itself: number, issuer, and from when until when it holds. */

import { readNumeral } from '../search/number-tokens.ts'
import { addDays, DATE_PATTERN, datesIn, lastDayOfTerm, readDate } from './chinese-dates.ts'
import { readingTexts as texts } from './reading.texts.ts'

export type SelfDescription = {
  documentNumber?: string
  issuer?: string
  issuedOn?: string
  effectiveOn?: string
  endsOn?: string
  remarks: string[]
}

const NUMBER = /[\p{Script=Han}]{1,14}[〔［[【(（]\s*\d{4}\s*[〕］\]】)）]\s*(?:第\s*)?\d{1,5}\s*号/gu
const DECREE =
  /(?:国务院|主席|[\p{Script=Han}]{2,12}(?:政府|部|总局|委员会))令第[\d一二三四五六七八九十百]+号/gu
const BODIES =
  '人民政府|办公室|办公厅|委员会|工商业联合会|联合会|工商联|总商会|商会|银行|领导小组|[局厅委部院办]'
const ISSUER_IN_TITLE = new RegExp(
  `^([\\p{Script=Han}]{2,30}?(?:${BODIES}))(?:等[\\p{Script=Han}]*)?关于`,
  'u',
)
const SIGNATURE = new RegExp(`^[\\p{Script=Han}（）]{2,40}(?:${BODIES})$`, 'u')
const ENACTED = /((?:全国|[\p{Script=Han}]{2,12})人民代表大会(?:常务委员会)?|国务院)/u

const STARTS = new RegExp(`(${DATE_PATTERN})\\s*(?:起|开始)?(?:正式)?(?:施行|实施|执行|生效)`, 'gu')
const STARTS_WHEN_ISSUED =
  /自(?:发布|公布|印发|下发|颁布|发文|签发)之日起(?:([\d一二三四五六七八九十]{1,3})(?:个?工作)?日后)?(?:正式)?(?:开始)?(?:施行|实施|执行|生效)/u
/** The days of an application window or of a payment say nothing about the document's own. */
const NOT_OF_THE_RULE = '(?<!申报|申请|受理|报名|缴费|缴纳|公示|提交|报送|征求意见|办理|整改|还款|贷款|合同)'
/** The last day itself: 有效期至…, 执行至…, 于…失效. */
const ENDS = [
  new RegExp(
    `${NOT_OF_THE_RULE}(?:有效期|期限|执行|实施|施行|试行|有效)[^。；\\n]{0,24}?(?:至|到|截至|截止)\\s*(${DATE_PATTERN})`,
    'gu',
  ),
  new RegExp(`(${DATE_PATTERN})(?:自动|自行|同时)?(?:废止|失效|停止执行)`, 'gu'),
]
/** The first day on which it is no more: 自…起废止. */
const ENDS_FROM = new RegExp(`(${DATE_PATTERN})(?:起|开始)(?:自动|自行|同时)?(?:废止|失效|停止执行)`, 'gu')
const TERM =
  /(?:有效期|试行期|试行|执行期|实施期)(?:限)?(?:为|是|暂定)?\s*(?:([\d一二两三四五六七八九十]{1,2})\s*年|([\d一二两三四五六七八九十]{1,2})\s*个月)/u

/** `front` are the lines around the title, `body` the rest; `name` may carry the date in brackets. */
export function describeItself(
  title: string,
  front: readonly string[],
  body: readonly string[],
  name: string,
) {
  const remarks: string[] = []
  const facts: Omit<SelfDescription, 'remarks'> = {}
  const head = front.join('\n')
  const text = body.join('\n')
  const tail = body.slice(-6)

  const documentNumber = [...head.matchAll(NUMBER), ...head.matchAll(DECREE)].at(-1)?.[0]
  if (documentNumber !== undefined) facts.documentNumber = documentNumber.replace(/\s+/g, '')

  const issuer =
    ISSUER_IN_TITLE.exec(title)?.[1] ??
    tail.find((line) => SIGNATURE.test(line.trim()))?.trim() ??
    ENACTED.exec(head)?.[1]
  if (issuer !== undefined) facts.issuer = issuer

  const issuedOn = issueDate(front, tail, name)
  if (issuedOn !== undefined) facts.issuedOn = issuedOn
  else remarks.push(texts.remarks.noDate())

  const own = withoutOthers(text)
  const starts = readAll([STARTS], `${head}\n${own}`)
  const effectiveOn = starts.at(-1) ?? startWhenIssued(own, issuedOn)
  if (effectiveOn !== undefined) facts.effectiveOn = effectiveOn
  if (issuedOn !== undefined && effectiveOn !== undefined && effectiveOn < issuedOn)
    remarks.push(texts.remarks.startsBeforeIssued(issuedOn))
  if (new Set(starts).size > 1 && effectiveOn !== undefined)
    remarks.push(texts.remarks.severalStarts(effectiveOn))

  const ends = [...readAll(ENDS, own), ...readAll([ENDS_FROM], own).map((day) => addDays(day, -1))].sort()
  const [, inYears = '', inMonths = ''] = TERM.exec(own) ?? []
  const months = 12 * readNumeral(inYears) + readNumeral(inMonths)
  const from = effectiveOn ?? issuedOn
  const endsOn = ends.at(-1) ?? (months > 0 && from !== undefined ? lastDayOfTerm(from, months) : undefined)
  if (endsOn !== undefined) facts.endsOn = endsOn
  else if (months > 0) remarks.push(texts.remarks.termWithoutStart())
  // A date in one measure may hold for that measure alone: the latest counts, and somebody should look.
  if (new Set(ends).size > 1 && endsOn !== undefined) remarks.push(texts.remarks.severalEnds(endsOn))
  return { ...facts, remarks } satisfies SelfDescription
}

/** 自印发之日起30日后施行. Working days are not counted out: the day is then too early rather than too late. */
function startWhenIssued(text: string, issuedOn: string | undefined): string | undefined {
  const match = STARTS_WHEN_ISSUED.exec(text)
  if (match === null || issuedOn === undefined) return undefined
  return addDays(issuedOn, readNumeral(match[1] ?? '') || 0)
}

/** Without the sentences on when another document begins or ends: 《…》自2025年7月1日起废止. A title has an end: of a list of thousands each would be read to the last. */
function withoutOthers(text: string): string {
  return text.replace(
    new RegExp(
      `《[^。；\\n]{0,80}?》[^。；，\\n]{0,30}?${DATE_PATTERN}\\s*(?:起|开始)?[^。；，\\n]{0,6}(?:废止|失效|停止|不再)`,
      'gu',
    ),
    '',
  )
}

function issueDate(front: readonly string[], tail: readonly string[], name: string): string | undefined {
  const dated = front.filter((line) => !/施行|实施|生效/u.test(line)).flatMap(datesIn)
  const signed = tail.filter((line) => {
    const bare = line.trim()
    return new RegExp(`^[（(]?${DATE_PATTERN}[）)]?$`, 'u').test(bare) || /印发$/u.test(bare)
  })
  // Several dates above a statute are its adoption and its amendments: this text is that of the latest.
  return dated.sort().at(-1) ?? signed.flatMap(datesIn)[0] ?? datesIn(name).at(-1)
}

function readAll(patterns: readonly RegExp[], text: string): string[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => readDate(match[1] ?? '') ?? []),
  )
}
