/** Numbers as rules and people write them: 30万, 三十万, 1,000, 百分之十, 三分之一. */

const DIGITS = '〇一二三四五六七八九'
const SAME: Readonly<Record<string, string>> = {
  零: '〇',
  两: '二',
  俩: '二',
  壹: '一',
  贰: '二',
  叁: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
  拾: '十',
  佰: '百',
  仟: '千',
}
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

const CHINESE = '[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+'
const ARABIC = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
/** Without groups; the text is in NFKC. A multiplier may follow figures: 3.5万, 2千万. */
export const NUMBER = `(?:(?:${ARABIC})(?:[十百千]?[万亿]|[百千])?|${CHINESE}(?:点[〇零一二三四五六七八九]+)?)`

/** The value of what `NUMBER` matched; undefined where it is none (万 alone). */
export function readNumber(written: string): number | undefined {
  const figures = /^([\d,.]+)(.*)$/u.exec(written)
  if (figures !== null) {
    const times = [...(figures[2] ?? '')].reduce((all, sign) => all * (SMALL[sign] ?? LARGE[sign] ?? 1), 1)
    return rounded(Number((figures[1] ?? '').replaceAll(',', '')) * times)
  }
  const [whole = '', part] = [...written]
    .map((sign) => SAME[sign] ?? sign)
    .join('')
    .split('点')
  const value = wholeOf(whole)
  if (value === undefined || part === undefined) return value
  return rounded(Number(`${value}.${[...part].map((digit) => DIGITS.indexOf(digit)).join('')}`))
}

function wholeOf(written: string): number | undefined {
  if (/^[万亿]*$/u.test(written)) return undefined
  // 二〇二五 is said digit by digit.
  if (!/[十百千万亿]/u.test(written)) return Number([...written].map((sign) => DIGITS.indexOf(sign)).join(''))
  let total = 0
  let section = 0
  let digit = 0
  let last = 1
  let largest = 0
  for (const sign of written) {
    const small = SMALL[sign]
    const large = LARGE[sign]
    if (small !== undefined) {
      // 十五 and 百万 leave the one unsaid.
      section += (digit === 0 ? 1 : digit) * small
      digit = 0
      last = small
    } else if (large !== undefined) {
      // 二万亿 is 20000 times 亿, 一亿二千万 one 亿 and 2000 times 万.
      if (section + digit === 0 || large > largest) total = (total + section + digit) * large
      else total += (section + digit) * large
      largest = large
      section = 0
      digit = 0
      last = large
    } else {
      digit = DIGITS.indexOf(sign)
      if (digit === 0) last = 1
    }
  }
  // 三万五 means 35000: a digit left at the end counts a tenth of what stood before.
  return total + section + (last >= 100 ? (digit * last) / 10 : digit)
}

/** 0.1 + 0.2 is 0.3 here: amounts are compared as they are read. */
const rounded = (value: number) => Number(value.toPrecision(12))
