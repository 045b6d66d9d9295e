/** How people write numbers in chat: ２, 二, 两百三十, ②, 第二个. */

const hanDigits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  // Said for 一 in numbers that are read out digit by digit.
  幺: 1,
}

const hanUnits: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }

/** Enclosed numerals come in blocks; each row is the first sign, what it means, and how many follow. */
const enclosedBlocks: readonly (readonly [first: number, means: number, count: number])[] = [
  [0x2460, 1, 20],
  [0x2474, 1, 20],
  [0x2488, 1, 20],
  [0x24f5, 1, 10],
  [0x2776, 1, 10],
  [0x2780, 1, 10],
  [0x278a, 1, 10],
  [0x3220, 1, 10],
  [0x3280, 1, 10],
]

/** Full-width letters, digits and signs become half-width ones. The length stays the same. */
export function toHalfWidth(text: string): string {
  if (!/[\u3000\uff01-\uff5e]/.test(text)) return text
  return text.replace(/[\u3000\uff01-\uff5e]/g, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  )
}

/** The digit that one Chinese character stands for when a number is read out digit by digit. */
export function findHanDigit(character: string): number | undefined {
  // 两 is an amount, never a digit of a number that is read out.
  return character === '两' ? undefined : hanDigits[character]
}

function findEnclosed(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0
  for (const [first, means, count] of enclosedBlocks)
    if (code >= first && code < first + count) return means + code - first
  return undefined
}

/** 二百五 is 250: a digit left over after a unit counts in the next lower one, unless 零 stands between. */
function readSection(text: string): number | undefined {
  let total = 0
  let digit: number | undefined
  let lastUnit = 1
  let afterZero = false
  for (const character of text) {
    const unit = hanUnits[character]
    const value = hanDigits[character]
    if (unit !== undefined) {
      if (digit === undefined && (unit !== 10 || total % 100 !== 0)) return undefined
      total += (digit ?? 1) * unit
      digit = undefined
      lastUnit = unit
      afterZero = false
    } else if (value === 0) {
      if (digit !== undefined) return undefined
      afterZero = true
    } else if (value !== undefined) {
      if (digit !== undefined) return undefined
      digit = value
    } else return undefined
  }
  if (digit === undefined) return total
  return total + digit * (lastUnit >= 100 && !afterZero ? lastUnit / 10 : 1)
}

/**
 * A whole number that is all of `text`: 23, ２３, 二十三, 两百三, 一万二, 二〇二六, ⑦.
 * Gives nothing for anything else, decimals and signs included.
 */
export function readNumber(text: string): number | undefined {
  const plain = toHalfWidth(text).trim()
  if (/^\d{1,15}$/.test(plain)) return Number(plain)
  const enclosed = [...plain].length === 1 ? findEnclosed(plain) : undefined
  if (enclosed !== undefined) return enclosed
  const mixed = /^(\d{1,6})万$/.exec(plain)
  if (mixed) return Number(mixed[1]) * 10_000
  if (!/^[零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟幺]+$/.test(plain)) return undefined
  if (plain.length > 1 && !/[十百千万拾佰仟]/.test(plain))
    return Number([...plain].map((character) => hanDigits[character]).join(''))
  const parts = plain.split('万')
  if (parts.length === 1) return readSection(plain)
  const [high = '', low = ''] = parts
  const tenThousands = readSection(high)
  if (parts.length > 2 || !tenThousands) return undefined
  // 一万二 means 12,000.
  const rest = low.length === 1 ? (hanDigits[low] ?? Number.NaN) * 1000 : readSection(low)
  return rest === undefined || Number.isNaN(rest) ? undefined : tenThousands * 10_000 + rest
}

const ordinal =
  /^(?:我?要?选择?|我?要|就)?[([]?第?([\d零〇一二三四五六七八九十\u2460-\u249b\u24f5-\u24fe\u2776-\u2793\u3220-\u3229\u3280-\u3289]{1,4})[)\]]?[.。、,:]?(?:个|项|条|号|种|件|位|家)?(?:吧|的|呗|啊|呀)?[.。、,!]?$/

/** Which one of a list is meant: 2, ２, 二, `2.`, `2、`, (2), ②, 第二个, 选2. Counts from one. */
export function readOrdinal(text: string): number | undefined {
  // A keycap is the digit followed by two invisible signs.
  const plain = toHalfWidth(text).replace(/\s|\ufe0f|\u20e3/g, '')
  const found = ordinal.exec(plain)?.[1]
  const number = found === undefined ? undefined : readNumber(found)
  return number === undefined || number < 1 ? undefined : number
}
