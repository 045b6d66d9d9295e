/** Numbers of appeals in running text: 2026-0313, 0313号, 编号313. Amounts, phones, dates and documents are none. */

import { findHanDigit, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { longestRead } from './forgive.ts'

/** Without a year this year's is meant; the caller asks back where that is unclear. */
export type AppealNumber = { readonly year?: number; readonly serial: number }

type Rule = readonly [pattern: RegExp, hasYear: boolean]

/** After 号 these make it an address, a rule, a machine or a day. */
const elsewhere =
  '(?!线|楼|院|门|店|厂|公路|国道|省道|文|令|公告|仓|库|机|炉|井|桥|路|街|车间|地块|电话|码|召|称|角|前|之前|下午|上午|晚|早|到|开|起|以|工|段|标|宿舍|房|桌|展位|柴油|汽油)'

const rules: readonly Rule[] = [
  [/(?<![\d〔[(（-])(20\d\d)\s?[-—–]\s?(\d{4,6})(?![\d]|-\d|[年月日.])/g, true],
  [/(?<!\d)(20\d\d)\s?年\s?第?(0\d{3,5}|\d{4,6})\s?号(?!文|令|公告)/g, true],
  [
    /(?:编号|单号|工单号?|诉求号?|案号|受理号|登记号)\s?(?:是|为|:|：|#|尾号|后四位)*\s?(20\d\d)-(\d{4,6})(?!\d)/g,
    true,
  ],
  [
    /(?:编号|单号|工单号?|诉求号?|受理号|登记号)\s?(?:是|为|:|：|#|尾号|后四位)*\s?(\d{1,6})(?![\d.-]|\s?(?:万|元|块|年|月|件|个|天))/g,
    false,
  ],
  [new RegExp(`(?<![\\d.〕\\]）)路街道巷弄段栋楼线第-])(\\d{3,6})\\s?号${elsewhere}`, 'g'), false],
  [/(?<!通知|公告|[\w])#\s?(\d{3,6})(?![\d-])/g, false],
  // Staff write the serial bare, with its zeros: 派单 0312 金融办. An area code is followed by its telephone.
  [/(?<![\d.:/+-]|电话|区号)(0\d{3})(?![\d:.年月日点时分元万%/-]|\s\d{6,8})/g, false],
]

/** 零三一三号 as people say it; a digit alone among words stays a word. */
function readOutDigits(text: string): string {
  return text.replace(/[零〇一二三四五六七八九幺]{3,6}(?=\s?号)/g, (run) =>
    [...run].map((sign) => findHanDigit(sign) ?? sign).join(''),
  )
}

/** Every appeal number in order of appearance, each once. Serial 0 does not exist. */
export function findAppealNumbers(text: string): AppealNumber[] {
  const said = readOutDigits(toHalfWidth(text.slice(0, longestRead)))
  const found: { at: number; end: number; number: AppealNumber }[] = []
  for (const [pattern, hasYear] of rules)
    for (const match of said.matchAll(pattern)) {
      const serial = Number(hasYear ? match[2] : match[1])
      const end = match.index + match[0].length
      if (serial === 0 || found.some((other) => match.index < other.end && other.at < end)) continue
      found.push({ at: match.index, end, number: hasYear ? { year: Number(match[1]), serial } : { serial } })
    }
  found.sort((a, b) => a.at - b.at)
  const seen = new Set<string>()
  return found.flatMap(({ number }) => {
    const key = `${number.year ?? ''}-${number.serial}`
    if (seen.has(key)) return []
    seen.add(key)
    return [number]
  })
}

/** The one appeal that a letter is about: 2026-0313 and 0313 in it are the same. Nothing where it names several. */
export function findOnlyNumber(text: string): AppealNumber | undefined {
  const all = findAppealNumbers(text)
  const [first] = all.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))
  const alike = all.every(
    ({ year, serial }) => serial === first?.serial && (year === undefined || year === first.year),
  )
  return alike ? first : undefined
}

export function findAppealNumber(text: string): AppealNumber | undefined {
  return findAppealNumbers(text)[0]
}
