/** What a text says in figures: amounts, spans, shares, dates, ordinals, each in one form however it is written. */

import { NUMBER, readNumber } from './numerals.ts'

/** Longest first. To the right what it is compared as; a measure word that says nothing (个) is ''. */
const UNITS: readonly (readonly [string, string])[] = [
  ['个工作日', '工作日'],
  ['工作日', '工作日'],
  ['个自然日', '日'],
  ['自然日', '日'],
  ['个百分点', '百分点'],
  ['百分点', '百分点'],
  ['个小时', '小时'],
  ['个星期', '周'],
  ['个季度', '季度'],
  ['季度', '季度'],
  ['平方公里', '平方公里'],
  ['平方米', '平方米'],
  ['立方米', '立方米'],
  ['千瓦时', '千瓦时'],
  ['个月', '个月'],
  ['个周', '周'],
  ['个年度', '年'],
  ['周岁', '岁'],
  ['小时', '小时'],
  ['分钟', '分钟'],
  ['星期', '周'],
  ['礼拜', '周'],
  ['人次', '人次'],
  ['公里', '公里'],
  ['公顷', '公顷'],
  ['公斤', '公斤'],
  ['千克', '公斤'],
  ['美元', '美元'],
  ['欧元', '欧元'],
  ['港元', '港元'],
  ['元', '元'],
  ['块', '元'],
  ['日', '日'],
  ['天', '日'],
  ['号', '号'],
  ['月', '月'],
  ['年', '年'],
  ['周', '周'],
  ['岁', '岁'],
  ['%', '%'],
  ['‰', '‰'],
  ['倍', '倍'],
  ['折', '折'],
  ['次', '次'],
  ['遍', '次'],
  ['人', '人'],
  ['名', '人'],
  ['位', '人'],
  ['家', '家'],
  ['户', '家'],
  ['件', '件'],
  ['项', '项'],
  ['亩', '亩'],
  ['米', '米'],
  ['吨', '吨'],
  ['台', '台'],
  ['辆', '辆'],
  ['份', '份'],
  ['级', '级'],
  ['档', '档'],
  ['批', '批'],
  ['期', '期'],
  ['番', '番'],
  ['种', '种'],
  ['类', '类'],
  ['度', '度'],
  ['个', ''],
]
const UNIT = UNITS.map(([unit]) => unit).join('|')
const COMPARED = new Map(UNITS)

/** One and ten that count nothing. */
const ORDINARY =
  /进一步|一般|一定|一律|一旦|一样|一起|一致|一并|一切|一直|一体|一方面?|一些|一下|一经|一站式|一窗|统一|唯一|单一|同一|(?<!分)之一|万一|其一|十分|第一时间|[一二三四五六七八九十]是|[（(][一二三四五六七八九十]+[）)]/gu
const ORDINAL = new RegExp(`第(${NUMBER})(条|款|项|章|节|批|期|次|届|季度|类|档|名|年度?)`, 'gu')
const SHARE = new RegExp(`(百分|千分|万分|${NUMBER}分)之(${NUMBER})`, 'gu')
const TENTHS = new RegExp(`(${NUMBER})成(?![为立本年员都交果])`, 'gu')
const ISO = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu
const DATE = new RegExp(`(?:(${NUMBER})年)?(${NUMBER})月(?:(${NUMBER})[日号])?`, 'gu')
const RANGE = new RegExp(`(${NUMBER})(?:[至到~\\-—–]+)(${NUMBER})(${UNIT})?`, 'gu')
const PLAIN = new RegExp(`(${NUMBER})[余多来]?[万亿]?(${UNIT})?`, 'gu')

/**
 * Keys such as `300000 元`, `15 工作日`, `2025-06-01`, `第3条`, `20 %`. A key without a unit (`30 `) may stand for any;
 * days without a year are `--06-01`, months of a year `2025-06`.
 */
export function quantitiesIn(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  let rest = text.normalize('NFKC').replace(/\s+/gu, '').replace(ORDINARY, '，')
  /** What was read as one thing is not read again as its parts. */
  const take = (pattern: RegExp, read: (match: readonly string[]) => readonly (string | undefined)[]) => {
    rest = rest.replace(pattern, (...match: string[]) => {
      const keys = read(match)
      if (keys.some((key) => key === undefined)) return match[0] ?? ''
      for (const key of keys) if (key !== undefined) found.add(key)
      return '，'
    })
  }
  take(ISO, ([, year, month, day]) => [dated(year, month, day)])
  take(ORDINAL, ([, number = '', of]) => [keyOf(number, (value) => `第${value}${of}`)])
  take(SHARE, ([, of = '', number = '']) => [shareOf(of, number)])
  take(TENTHS, ([, number = '']) => [keyOf(number, (value) => `${value * 10} %`)])
  take(DATE, ([, year, month = '', day]) =>
    year === undefined && day === undefined ? [undefined] : [dated(year, month, day)],
  )
  take(RANGE, ([, from = '', to = '', unit]) => [
    keyOf(sharing(from, to), (value) => `${value} ${comparedAs(unit)}`),
    keyOf(to, (value) => `${value} ${comparedAs(unit)}`),
  ])
  take(PLAIN, ([, number = '', unit]) => [
    // 一般 and 三方 hold no number; one sign alone counts only where something is counted.
    unit === undefined && /^[^\d]$/u.test(number)
      ? undefined
      : keyOf(number, (value) => `${value} ${comparedAs(unit)}`),
  ])
  return found
}

/** Whether what one text says in a figure stands in the others. */
export function holdsQuantity(held: ReadonlySet<string>, key: string): boolean {
  if (held.has(key)) return true
  if (key.endsWith(' ')) return [...held].some((other) => other.startsWith(key))
  if (key.startsWith('--'))
    return [...held].some((other) => other.endsWith(key.slice(1)) && /^\d/u.test(other))
  // 2025年 and 2025年6月 stand in 2025年6月1日.
  if (/^\d{4}-\d{2}$/u.test(key)) return [...held].some((other) => other.startsWith(`${key}-`))
  const year = /^(\d{4}) 年$/u.exec(key)?.[1]
  return year !== undefined && [...held].some((other) => other.startsWith(`${year}-`))
}

const comparedAs = (unit: string | undefined) => (unit === undefined ? '' : (COMPARED.get(unit) ?? unit))

function keyOf(number: string, key: (value: number) => string): string | undefined {
  const value = readNumber(number)
  return value === undefined || Number.isNaN(value) ? undefined : key(value)
}

/** 3至5万元: the first shares the multiplier of the second. */
function sharing(from: string, to: string): string {
  const times = /[十百千]?[万亿]$/u.exec(to)?.[0]
  return times === undefined || /[万亿]$/u.test(from) ? from : `${from}${times}`
}

function shareOf(of: string, number: string): string | undefined {
  const value = readNumber(number)
  if (value === undefined) return undefined
  if (of === '百分') return `${value} %`
  if (of === '千分') return `${value} ‰`
  const base = of === '万分' ? 10_000 : readNumber(of.slice(0, -1))
  return base === undefined ? undefined : `${value}/${base}`
}

function dated(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | undefined {
  const [y, m, d] = [year, month, day].map((part) => (part === undefined ? undefined : readNumber(part)))
  if (m === undefined || m < 1 || m > 12) return undefined
  const two = (value: number) => String(value).padStart(2, '0')
  return `${y === undefined ? '-' : y}-${two(m)}${d === undefined ? '' : `-${two(d)}`}`
}
