/** Numbers with what they count, however they are written: 三个月 and 3个月, 百分之三十 and 30%, 1.5万元 and 15,000元. */

const NUMERAL = '[零〇一二三四五六七八九十百千万两]+'
const COUNTED =
  '个工作日|工作日|个月|周年|年|月|日|天|小时|万元|亿元|元|倍|次|人|名|户|岁|周|折|级|米|公里|亩|吨'
const DIGITS_WRITTEN = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const NUMBER = new RegExp(`(${DIGITS_WRITTEN}|${NUMERAL})(?:多|余)?(${COUNTED})`, 'gu')
const PERCENT = new RegExp(`百分之(${NUMERAL}|\\d+(?:\\.\\d+)?)|(\\d+(?:\\.\\d+)?)%`, 'gu')

/** In folded text (see `fold`). */
export function numberTokensOf(text: string): string[] {
  const counted = [...text.matchAll(NUMBER)].map(([, number = '', unit = '']) => {
    const { times, of } = MULTIPLES[unit] ?? { times: 1, of: unit }
    return `${rounded(amountOf(number) * times)}${of}`
  })
  const percent = [...text.matchAll(PERCENT)].map(
    ([, words, digits]) => `${rounded(amountOf(words ?? digits ?? ''))}%`,
  )
  return [...counted, ...percent]
}

const DIGITS = '零一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 }

const MULTIPLES: Readonly<Record<string, { times: number; of: string }>> = {
  万元: { times: 10_000, of: '元' },
  亿元: { times: 100_000_000, of: '元' },
}

function amountOf(number: string): number {
  return /^\d/u.test(number) ? Number(number.replaceAll(',', '')) : readNumeral(number)
}

/** Without the last digits of a product that are no more than the machine's (1.1 万 is 11,000). */
function rounded(value: number): string {
  return String(Number(value.toPrecision(12)))
}

/** 二十三, 二〇二五, 两, 一万五千 or 23 as a number; 0 for what is no numeral. */
export function readNumeral(numeral: string): number {
  const plain = numeral.replaceAll('〇', '零').replaceAll('两', '二')
  if (/^\d+$/.test(plain)) return Number(plain)
  if (!/[十百千万]/.test(plain)) {
    const digits = [...plain].map((character) => DIGITS.indexOf(character))
    return digits.includes(-1) || digits.length === 0 ? 0 : Number(digits.join(''))
  }
  let sum = 0
  /** What stands before the next 万. */
  let part = 0
  let digit = 0
  for (const character of plain) {
    const unit = UNITS[character]
    if (unit === undefined) digit = Math.max(0, DIGITS.indexOf(character))
    else if (unit === UNITS.万) {
      sum += (part + digit) * unit
      part = 0
      digit = 0
    } else {
      // 十三 has no leading digit: the ten counts once.
      part += Math.max(1, digit) * unit
      digit = 0
    }
  }
  return sum + part + digit
}
