/** 数量: how many of something, in integer thousandths of its unit: 200 箱, 2.5 吨. */
import { HouseError } from './errors.ts'
import { ONE, readExact } from './exact-number.ts'

/** The whole of `words` as thousandths; undefined for nothing, for finer ones, and for what leaves a choice (两三百). */
export function readQuantity(words: string): number | undefined {
  const scaled = readExact(words)
  if (scaled === undefined || scaled === 0n || (scaled * 1000n) % ONE !== 0n) return undefined
  const thousandths = (scaled * 1000n) / ONE
  return thousandths <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(thousandths) : undefined
}

/** `1,200` or `2.5`. @throws HouseError internal for what is no safe integer. */
export function spokenQuantity(thousandths: number): string {
  if (!Number.isSafeInteger(thousandths))
    throw new HouseError('internal', 'A quantity is no safe integer of thousandths.')
  const digits = String(Math.abs(thousandths)).padStart(4, '0')
  const whole = digits.slice(0, -3).replace(/\B(?=(?:\d{3})+$)/gu, ',')
  const rest = digits.slice(-3).replace(/0+$/u, '')
  return `${thousandths < 0 ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`
}
