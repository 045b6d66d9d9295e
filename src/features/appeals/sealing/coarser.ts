/** 186.4万 → 一百多万元, 2021年 → 前几年: the same thing said so that many could have said it. Pure. */
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { shanghaiTime } from '../../../kernel/clock.ts'

const HAN = '零一二三四五六七八九'
/** What the first digit counts: 3 in 36 万 is three tens of ten thousand. */
const ORDERS = ['', '十', '百', '千', '万', '十万', '百万', '千万', '亿', '十亿', '百亿', '千亿']

/** 1_864_000 → 一百多万; a round sum such as 5_000_000 → 几百万. Below ten it stays a few. */
export function roughly(value: number): string {
  if (!Number.isFinite(value) || value < 10) return '几'
  const order = Math.floor(Math.log10(value) + 1e-9)
  const unit = ORDERS[Math.min(order, ORDERS.length - 1)] ?? '亿'
  const first = Math.floor(value / 10 ** order + 1e-9)
  if (Math.abs(value - first * 10 ** order) < 10 ** order / 1000) return `${first === 1 ? '上' : '几'}${unit}`
  // 一百多万, 三十多万 and 一万多: the 多 stands before 万 and 亿 where something counts them.
  const [counted = '', big = ''] = /^(十|百|千)?(万|亿)$/.exec(unit)?.slice(1) ?? [unit, '']
  const digit = counted === '十' && first === 1 ? '' : (HAN[first] ?? '')
  return counted === '' ? `${digit}${big}多` : `${digit}${counted}多${big}`
}

const SCALE: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }

/** In yuan; undefined where it cannot be read. Foreign money is as rough as ours. */
function readAmount(text: string): number | undefined {
  const plain = toHalfWidth(text).toLowerCase()
  const words = plain.replace(/[,\s]|[多来余几好约近上]|人民币|rmb|usd|[¥￥$€£:]|个(?=亿)/g, '')
  const [, digits, scale = ''] = /(\d+(?:\.\d+)?)\s*([十百千万亿wk]*)/.exec(words) ?? []
  if (digits !== undefined) {
    const factor = [...scale].reduce(
      (all, sign) => all * (sign === 'w' ? 10_000 : sign === 'k' ? 1000 : (SCALE[sign] ?? 1)),
      1,
    )
    return Number(digits) * factor
  }
  const han = /[零〇一二两俩三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]+/.exec(words)?.[0] ?? ''
  const [high = '', low = ''] = han.split('亿')
  if (han.includes('亿')) return (readNumber(high) ?? 1) * 100_000_000 + (readNumber(low) ?? 0)
  return readNumber(han)
}

export function coarserAmount(text: string): string {
  const value = readAmount(text)
  return value === undefined ? '一笔钱' : `${roughly(value)}元`
}

/** 32名工人 → 几十名工人. */
export function coarserCount(digits: string, unit: string): string {
  const value = readNumber(digits) ?? Number(toHalfWidth(digits))
  const rough = roughly(value)
    .replace(/^上?十多?$/u, '十几')
    .replace(/^一([百千万])多$/u, '上$1')
    .replace(/^[二三四五六七八九]([十百千万])多$/u, '几$1')
  return `${rough}${unit}`
}

const hanYear = /[二][〇零○0][〇零○一二三四五六七八九\d]{2}/

/** A day or a year, seen from `now`. */
export function coarserDate(text: string, now: Date): string {
  const plain = toHalfWidth(text)
  const written = /(?:19|20)\d\d/.exec(plain)?.[0]
  const short = /^'?(\d\d)年/.exec(plain)?.[1]
  const han = hanYear.exec(plain)?.[0]?.replaceAll('○', '零')
  const thisYear = shanghaiTime(now).year
  const year =
    written !== undefined
      ? Number(written)
      : han !== undefined
        ? readNumber(han)
        : short !== undefined
          ? 2000 + Number(short)
          : /前年/.test(plain)
            ? thisYear - 2
            : /去年/.test(plain)
              ? thisYear - 1
              : undefined
  if (year === undefined || year === thisYear) return '前些日子'
  if (year > thisYear) return '今后'
  return year === thisYear - 1 ? '前一两年' : '前几年'
}
