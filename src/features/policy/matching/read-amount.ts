/** How many and how much, as people and documents write it: 36, 三十来个, 1200万, 1.2个亿, 八百多万. */

import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'

/** For building larger patterns; one group. */
export const NUMBER = '(\\d{1,9}(?:,\\d{3})*(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千]{1,8})'
/** What makes a number round and leaves it what it is. */
export const ABOUT = '(?:来|多|几|余|左右)?'
/** One group. */
export const MONEY = '个?\\s*(亿元?|千万元?|百万元?|万元?|元|块钱?)'

const IN_WAN: readonly (readonly [RegExp, number])[] = [
  [/^亿/u, 10_000],
  [/^千万/u, 1_000],
  [/^百万/u, 100],
  [/^万/u, 1],
  [/^[元块]/u, 0.0001],
]

export function readPlain(text: string): number | undefined {
  const flat = toHalfWidth(text).replaceAll(',', '')
  if (/^\d+\.\d+$/u.test(flat)) return Number(flat)
  return readNumber(flat)
}

/** In 万元. */
export function readMoney(number: string, unit: string): number | undefined {
  const value = readPlain(number)
  const times = IN_WAN.find(([named]) => named.test(unit))?.[1]
  return value === undefined || times === undefined ? undefined : Math.round(value * times * 10_000) / 10_000
}
