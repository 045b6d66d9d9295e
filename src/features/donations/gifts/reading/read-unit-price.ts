/** 一箱三十, 每箱30元, 30元/箱, 单价30: what one of them costs. Pure. */
import { toHalfWidth } from '../../../../kernel/chinese-numbers.ts'
import { readFen } from '../../../../kernel/money.ts'
import { ABOUT, CHANGE, NUMBER, UNITS } from './amount-words.ts'

export interface UnitPrice {
  readonly fen: number
  /** Undefined for 单价30: of whatever unit it is counted in. */
  readonly unit?: string
  readonly words: string
}

const SUM = `(?<sum>${NUMBER}\\s*${CHANGE})(?![\\d十百千万亿]|\\s*(?:${ABOUT}|${UNITS}))`
const BEFORE = '[（(，,、\\s]*'
const PATTERNS = [
  `${BEFORE}(?:每|一|1)\\s*(?<unit>${UNITS})\\s*(?:是|要|卖|按|合)?\\s*${SUM}[)）]?`,
  `${BEFORE}单价(?:是|为|按|[:：\\s])*${SUM}(?:/(?<unit>${UNITS}))?[)）]?`,
  `${BEFORE}(?:按)?(?<sum>${NUMBER}\\s*(?:元|块钱|块))\\s*(?:/|每|一)\\s*(?<unit>${UNITS})[)）]?`,
].map((pattern) => new RegExp(pattern, 'iu'))

export function readUnitPrice(text: string): UnitPrice | undefined {
  const said = toHalfWidth(text)
  for (const pattern of PATTERNS) {
    const { groups, 0: words } = pattern.exec(said) ?? { 0: '' }
    const fen = readFen(groups?.sum ?? '')
    if (groups === undefined || fen === undefined) continue
    return { fen, words, ...(groups.unit === undefined ? {} : { unit: groups.unit }) }
  }
  return undefined
}

/** In fen; undefined where the price is of another unit, or it comes to no whole fen. */
export function worthAt(
  { fen, unit }: UnitPrice,
  of: { readonly unit: string; readonly quantity: number },
): number | undefined {
  if (unit !== undefined && unit !== of.unit) return undefined
  const worth = BigInt(fen) * BigInt(of.quantity)
  return worth % 1000n === 0n && worth / 1000n <= BigInt(Number.MAX_SAFE_INTEGER)
    ? Number(worth / 1000n)
    : undefined
}
