/**
 * 数: numbers as people write amounts and quantities: 5万, 三千五, １２００, 0.5万, 伍万, 1万2. Digit by digit in whole
 * numbers, so that no floating point comes near money. What leaves a choice (三五万, 五万多, 好几百) is not read at all.
 */
import { toHalfWidth } from './chinese-numbers.ts'

/** One in the scale that `readExact` answers in: eight places behind the point. */
export const ONE = 100_000_000n

const DIGITS: Readonly<Record<string, bigint>> = {
  零: 0n,
  〇: 0n,
  一: 1n,
  二: 2n,
  两: 2n,
  三: 3n,
  四: 4n,
  五: 5n,
  六: 6n,
  七: 7n,
  八: 8n,
  九: 9n,
  壹: 1n,
  贰: 2n,
  叁: 3n,
  肆: 4n,
  伍: 5n,
  陆: 6n,
  柒: 7n,
  捌: 8n,
  玖: 9n,
}

/** Signs that mean the same in every hand: 萬, w, k. */
const SAME: Readonly<Record<string, string>> = {
  萬: '万',
  w: '万',
  W: '万',
  億: '亿',
  拾: '十',
  佰: '百',
  仟: '千',
  k: '千',
  K: '千',
  貳: '贰',
  參: '叁',
  陸: '陆',
  兩: '两',
  '○': '〇',
}

const SMALL: readonly (readonly [sign: string, worth: bigint])[] = [
  ['千', 1000n],
  ['百', 100n],
  ['十', 10n],
]
const LARGE: readonly (readonly [sign: string, worth: bigint])[] = [
  ['亿', 100_000_000n],
  ['万', 10_000n],
]

/** The whole of `text` as a number times `ONE`; undefined for anything that is none, or not surely one. */
export function readExact(text: string): bigint | undefined {
  const plain = [...toHalfWidth(text).replace(/\s/gu, '')].map((sign) => SAME[sign] ?? sign).join('')
  return plain === '' || plain.length > 40 ? undefined : readLarge(plain, 0)
}

function readLarge(text: string, level: number): bigint | undefined {
  const step = LARGE[level]
  if (step === undefined) return readSmall(text)
  const [sign, worth] = step
  const at = text.indexOf(sign)
  if (at < 0) return readLarge(text, level + 1)
  const high = readLarge(text.slice(0, at), level + 1)
  const low = readRest(text.slice(at + 1), worth, (rest) => readLarge(rest, level + 1))
  if (high === undefined || low === undefined || high === 0n) return undefined
  // After 1.2万 nothing more belongs to the number.
  return low > 0n && high % ONE !== 0n ? undefined : high * worth + low
}

/** What follows a unit: nothing, 零五 (5), 五 (五 of the next lower unit), or a number that is smaller than the unit. */
function readRest(
  rest: string,
  worth: bigint,
  read: (rest: string) => bigint | undefined,
): bigint | undefined {
  if (rest === '') return 0n
  const digit = rest.length === 1 ? digitOf(rest) : undefined
  if (digit !== undefined) return digit === 0n ? undefined : (digit * ONE * worth) / 10n
  const value = read(rest.replace(/^[零〇]/u, ''))
  return value === undefined || value === 0n || value >= worth * ONE || value % ONE !== 0n ? undefined : value
}

function readSmall(text: string): bigint | undefined {
  for (const [sign, worth] of SMALL) {
    const at = text.indexOf(sign)
    if (at < 0) continue
    const before = text.slice(0, at)
    // 十五 is fifteen; 百 and 千 alone say no amount.
    const count = before === '' ? (worth === 10n ? ONE : undefined) : readDigits(before)
    const low =
      worth === 10n
        ? readUnits(text.slice(at + 1))
        : readRest(text.slice(at + 1), worth, (rest) => readSmall(rest))
    if (count === undefined || low === undefined || count === 0n) return undefined
    return low > 0n && count % ONE !== 0n ? undefined : count * worth + low
  }
  return readDigits(text)
}

function readUnits(text: string): bigint | undefined {
  if (text === '') return 0n
  const digit = text.length === 1 ? digitOf(text) : undefined
  return digit === undefined || digit === 0n ? undefined : digit * ONE
}

const ARABIC = /^(?:(\d{1,3}(?:[,，]\d{3}){1,5})|(\d{1,15}))(?:\.(\d{1,8}))?$/u

/** 1200, 1,200.50, 五, 一二〇〇. Two digits in a row are no number in words: 三五万 may be thirty or fifty thousand. */
function readDigits(text: string): bigint | undefined {
  const arabic = ARABIC.exec(text)
  if (arabic !== null) {
    const whole = BigInt((arabic[1] ?? arabic[2] ?? '').replace(/[,，]/gu, ''))
    return whole * ONE + BigInt((arabic[3] ?? '').padEnd(8, '0'))
  }
  const point = /^([零〇一二三四五六七八九])点([零〇一二三四五六七八九]{1,4})$/u.exec(text)
  if (point !== null)
    return (
      readOut(point[1] ?? '') * ONE + (readOut(point[2] ?? '') * ONE) / 10n ** BigInt(point[2]?.length ?? 0)
    )
  if (text.length === 1) {
    const digit = digitOf(text)
    return digit === undefined ? undefined : digit * ONE
  }
  return /^[一二三四五六七八九][零〇一二三四五六七八九]{3,8}$/u.test(text) ? readOut(text) * ONE : undefined
}

const readOut = (text: string): bigint =>
  [...text].reduce((value, sign) => value * 10n + (DIGITS[sign] ?? 0n), 0n)

function digitOf(sign: string): bigint | undefined {
  return /^\d$/u.test(sign) ? BigInt(sign) : DIGITS[sign]
}
