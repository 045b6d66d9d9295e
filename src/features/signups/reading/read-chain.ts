import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { asksForGifts } from '../../../mailings/fundraising.ts'
import { type Row, readRow } from './read-row.ts'

/** A list as somebody posted it. */
export interface Posting {
  /** What it is for, as typed; empty where only rows were posted. */
  readonly heading: string
  readonly rows: readonly NumberedRow[]
  /** Every number that stands there, also with nothing behind it. */
  readonly numbers: readonly number[]
}

export interface NumberedRow {
  readonly number: number
  readonly row: Row
}

const CALLED = /#\s*接龙|接龙/u
/** Without the word, a heading that asks for names. */
const ASKS =
  /报名|统计(?:一下)?(?:人数|参加)|参加(?:的)?(?:人员)?(?:请|名单|登记)|登记(?:一下)?参|参会(?:人员)?(?:名单|登记|报名)|要(?:去|参加)的|名单/u
const NUMBER = /^\s*(?:[(]?(\d{1,3})\s*(?:[.、,)]|\ufe0f?\u20e3)(?!\d)|([\u2460-\u2473])|[(](\d{1,3})[)])\s*/u
const INLINE = /(?<=[^\d\s.])\s*(?=\d{1,3}[.、](?!\d)\s*[\p{Script=Han}+])/gu
const EXAMPLE = /^\s*(?:例|示例|例如|格式)\s*[:： ]/u
/** Money given is no sign-up: who gave what is nobody's list to keep. */
const GIVING = /捐(?!赠仪式)|善款|认捐|爱心款|募集|义捐|随礼|份子|凑钱|筹款|红包/u

/** Giving is kept by the charity alone. */
export const speaksOfGiving = (text: string): boolean => GIVING.test(text) || asksForGifts(text)

/** Without a known name in it, a row looks like one of a list of people: short, and no sentence. */
const looksLikeName = ({ shown }: Row) =>
  [...shown].length <= 20 &&
  !/[。；;?？：:]|\d+[点:：]\d*|讨论|讲话|签到|介绍|总结|发言|汇报|要求|注意/u.test(shown)

function numberOf(line: string): { readonly number: number; readonly text: string } | undefined {
  const found = NUMBER.exec(line)
  if (found === null) return undefined
  const sign = found[2]
  const number = sign === undefined ? Number(found[1] ?? found[3]) : (sign.codePointAt(0) ?? 0) - 0x245f
  return { number, text: line.slice(found[0].length) }
}

/** A single row that goes on with a list: 5. 王五 2人. */
export function readNumberedLine(text: string): NumberedRow | undefined {
  if (text.includes('\n')) return undefined
  const line = toHalfWidth(text)
  const found = numberOf(line)
  const row = found === undefined ? undefined : readRow(found.text)
  return found === undefined || row === undefined || !looksLikeName(row)
    ? undefined
    : { number: found.number, row }
}

/**
 * A chain in what somebody wrote; undefined where it is none: an agenda has numbers too. Pure.
 * `isKnown`: a list of this group goes on, so that the word 接龙 need not stand in front of it.
 */
export function readChain(text: string, isKnown = false): Posting | undefined {
  const lines = toHalfWidth(text)
    .split('\n')
    .flatMap((line) => line.replace(INLINE, '\n').split('\n'))
  const heading: string[] = []
  const rows: NumberedRow[] = []
  const numbers: number[] = []
  for (const line of lines) {
    if (EXAMPLE.test(line)) continue
    const found = numberOf(line)
    if (found === undefined) {
      if (rows.length === 0 && line.trim() !== '') heading.push(line.trim())
      continue
    }
    numbers.push(found.number)
    const row = readRow(found.text)
    if (row !== undefined) rows.push({ number: found.number, row })
  }
  const words = heading.join('\n')
  const isCalled = CALLED.test(words)
  if (rows.length === 0 && !/#\s*接龙/u.test(words)) return undefined
  if (!isCalled && !isKnown && !ASKS.test(words)) return undefined
  const names = rows.filter(({ row }) => looksLikeName(row)).length
  if (names * 2 < rows.length || (!isCalled && rows.length < 2)) return undefined
  if (speaksOfGiving(words) || rows.some(({ row }) => /\d\s*(?:元|块|万)/u.test(row.shown))) return undefined
  return { heading: words, rows, numbers }
}

export interface Numbering {
  readonly doubled: readonly number[]
  readonly skipped: readonly number[]
}

/** Numbers that stand twice, and those that are left out. */
export function numberingOf({ numbers }: Posting): Numbering {
  const last = Math.max(0, ...numbers)
  return {
    doubled: [...new Set(numbers.filter((one, n) => numbers.indexOf(one) !== n))],
    skipped: Array.from({ length: Math.min(last, 500) }, (_, n) => n + 1).filter(
      (one) => !numbers.includes(one),
    ),
  }
}
