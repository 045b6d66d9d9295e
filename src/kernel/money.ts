/**
 * 钱: amounts in integer fen (分, a hundredth of a yuan) as a safe integer. Nothing here divides a `number`: words are
 * read and written digit by digit, sums and shares are checked.
 */
import { toHalfWidth } from './chinese-numbers.ts'
import { HouseError } from './errors.ts'
import { ONE, readExact } from './exact-number.ts'

const PER_FEN = ONE / 100n

const YUAN = /^(.*?)(?:元|圆|圓|块钱|块)(.*)$/u
const SMALL_CHANGE = /^(?:(.)(?:角|毛钱|毛))?(?:零?(.)分)?$/u

/**
 * The whole of `words` as fen: 5万, 三千五, １２００元, 伍万元整, 0.5万, ¥50,000.00, 三块五. Undefined for anything else:
 * for less than a fen, for what leaves a choice (五六万, 5-8万, 五万多, 大概五万), for nothing, and beyond a safe integer.
 */
export function readFen(words: string): number | undefined {
  const text = toHalfWidth(words)
    .replace(/\s/gu, '')
    .replace(/^(?:人民币|rmb|¥|￥)|(?:人民币|rmb)$/giu, '')
    .replace(/[整正]$/u, '')
  if (text === '' || text.length > 60) return undefined
  const [, yuan, change] = YUAN.exec(text) ?? [undefined, undefined, text]
  if (yuan === undefined && !/[角毛分]/u.test(change)) return asFen(readExact(text))
  const whole = yuan === undefined ? 0n : readExact(yuan)
  const rest = readChange(change)
  if (whole === undefined || rest === undefined) return undefined
  // 3.5元5角 says something twice.
  return rest > 0n && whole % ONE !== 0n ? undefined : asFen(whole + rest)
}

/** 五角二分, 零五分, and the 五 of 三块五. */
function readChange(text: string): bigint | undefined {
  if (text === '') return 0n
  const alone = text.length === 1 ? readExact(text) : undefined
  if (alone !== undefined) return alone / 10n
  const found = SMALL_CHANGE.exec(text)
  if (found === null) return undefined
  const jiao = found[1] === undefined ? 0n : readExact(found[1])
  const fen = found[2] === undefined ? 0n : readExact(found[2])
  if (jiao === undefined || fen === undefined || jiao > 9n * ONE || fen > 9n * ONE) return undefined
  return jiao / 10n + fen / 100n
}

function asFen(scaled: bigint | undefined): number | undefined {
  if (scaled === undefined || scaled % PER_FEN !== 0n) return undefined
  const fen = scaled / PER_FEN
  return fen > 0n && fen <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(fen) : undefined
}

/** @throws HouseError internal where the sum is none that a safe integer holds: fractions and overflow are bugs. */
export function sumFen(amounts: Iterable<number>): number {
  let sum = 0
  for (const fen of amounts) sum = checked(sum + checked(fen))
  return sum
}

function checked(fen: number): number {
  if (!Number.isSafeInteger(fen)) throw new HouseError('internal', 'An amount is no safe integer of fen.')
  return fen
}

/** Which share `part` is of `whole`, in parts of 10,000, rounded down: 已到账 49.99% is not 50%. Nothing of nothing is 0. */
export function per10000(part: number, whole: number): number {
  return whole <= 0 ? 0 : Number((BigInt(checked(part)) * 10_000n) / BigInt(checked(whole)))
}

/** `50,000.00`; a negative difference has its sign. */
export function plainYuan(fen: number): string {
  const digits = String(Math.abs(checked(fen))).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/gu, ',')
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`
}

/** `50,000.00 元`, as everything that is read names an amount. */
export const spokenFen = (fen: number): string => `${plainYuan(fen)} 元`

const CAPITALS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟'] as const
const GROUPS = ['', '万', '亿', '万亿'] as const

/**
 * 伍万元整, 壹拾万零叁佰元伍角整, 叁角贰分: capital numerals as receipts bear them (正确填写票据和结算凭证的基本规定, annexed to
 * 支付结算办法 of the People's Bank of China): 整 after 元 and 角, none after 分.
 * @throws HouseError internal for less than nothing or what is no safe integer.
 */
export function capitalFen(fen: number): string {
  if (checked(fen) < 0) throw new HouseError('internal', 'Less than nothing has no capital numerals.')
  const digits = String(fen).padStart(3, '0')
  const yuan = digits.slice(0, -2)
  const jiao = Number(digits.at(-2))
  const cents = Number(digits.at(-1))
  const whole = /^0+$/u.test(yuan) ? '' : `${capitalWhole(yuan)}元`
  if (jiao === 0 && cents === 0) return whole === '' ? '零元整' : `${whole}整`
  const tenths = jiao > 0 ? `${CAPITALS[jiao]}角` : whole === '' ? '' : '零'
  return whole + tenths + (cents > 0 ? `${CAPITALS[cents]}分` : '整')
}

function capitalWhole(digits: string): string {
  let text = ''
  let owesZero = false
  for (let group = Math.ceil(digits.length / 4) - 1; group >= 0; group--) {
    const part = digits.slice(Math.max(0, digits.length - group * 4 - 4), digits.length - group * 4)
    let said = ''
    for (const [index, sign] of [...part].entries()) {
      const digit = Number(sign)
      if (digit === 0) {
        owesZero = text + said !== ''
        continue
      }
      said += `${owesZero ? '零' : ''}${CAPITALS[digit]}${PLACES[part.length - 1 - index]}`
      owesZero = false
    }
    if (said !== '') text += said + GROUPS[group]
  }
  return text
}
