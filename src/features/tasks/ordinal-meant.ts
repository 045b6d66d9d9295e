/** 第二件, 前两件, 最后一件, 这三件都: which lines of a list somebody means. Pure. */
import { readNumber, toHalfWidth } from '../../kernel/chinese-numbers.ts'

/** A line from 1; or one of these. */
export const EVERY_LINE = 0
export const LAST_LINE = -1
/** 停电那件: one of them, and not by its place. */
export const SOME_LINE = -2

/** Whether words that name no line mean one of several. */
export const isOfOne = (said: string): boolean => /[那这]一?[件个条](?!事[，,。])/u.test(said)

const N = '(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})'
const THING = '(?:件|个|条(?!款|规定)|项|单|宗|家)'
/** 第一、第三件; 第二个工作日 is a term, 第三条第二款 a clause. */
const NTH = new RegExp(
  `(?<![法定例知见法》])第\\s*(${N}(?:\\s*(?:[、,，和与跟及]|还有)\\s*第?\\s*${N})*)\\s*${THING}(?!工作日|月|季度|星期|礼拜)`,
  'gu',
)
const FIRST = new RegExp(`(?:前|头)(?:面)?(${N})${THING}`, 'u')
const LAST = new RegExp(`(?:最后|末尾|最下面|倒数第一)(?:的)?(?:那|这)?(?:一)?${THING}`, 'u')
const COUNTED = new RegExp(`(?:这|那|以上|上面|上述)(?:的)?(${N})${THING}`, 'u')
const EVERY = new RegExp(
  `(?:这|那|以上|上面|上述)(?:的)?(?:几|些)${THING}?|(?:每|所有|全部)(?:一)?(?:的)?${THING}|(?:全部|统统|一并|全都|都)(?=[^，。,]{0,3}(?:转|请|交|给|让|由|抓紧|尽快|督|办|报|要|得|[三两一二四五六七八九十\\d]))`,
  'u',
)

/** Lines as they are named; empty where none is. `count` is how many lines the list has, where that is known. */
export function linesMeant(said: string, count?: number): readonly number[] {
  const text = toHalfWidth(said).replace(/\s+/gu, '')
  const nths = [...text.matchAll(NTH)].flatMap(([, some = '']) =>
    some.split(/[、,，和与跟及]|还有|第/u).flatMap((one) => readNumber(one) ?? []),
  )
  if (nths.length > 0) return [...new Set(nths)]
  const first = readNumber(FIRST.exec(text)?.[1] ?? '')
  if (first !== undefined && first > 0) return Array.from({ length: Math.min(first, 20) }, (_, i) => i + 1)
  if (LAST.test(text)) return [LAST_LINE]
  const counted = readNumber(COUNTED.exec(text)?.[1] ?? '')
  // 这两件 of a list of five could be any two of it; 这一件 is the one that is spoken of.
  if (counted !== undefined)
    return counted > 1 && (count === undefined || counted === count) ? [EVERY_LINE] : []
  return EVERY.test(text) ? [EVERY_LINE] : []
}

/** The words without 第六、七件, whose digits are no number of an appeal. */
export const withoutLines = (said: string): string => said.replace(NTH, (words) => ' '.repeat(words.length))

/** The numbers on these lines; those that the list does not have are left out. */
export function onLines(lines: readonly number[], list: ReadonlyMap<number, string>): readonly string[] {
  if (lines.includes(EVERY_LINE)) return [...list.values()]
  const last = Math.max(0, ...list.keys())
  return lines.flatMap((line) => list.get(line === LAST_LINE ? last : line) ?? [])
}

const WHOLE_NUMBER = /(?<!\d)20\d\d-\d{4,6}(?![\d-])/u
const NUMBERED = /^\s*(\d{1,3})\s*[.、．)）]\s*(.*)$/u

/** The matters that a letter names, by the number before the line, or in their order where lines have none. */
export function linesOf(letter: string): ReadonlyMap<number, string> {
  const numbered = new Map<number, string>()
  const all = new Set<string>()
  for (const line of letter.split('\n')) {
    for (const [number] of line.matchAll(new RegExp(WHOLE_NUMBER, 'gu'))) all.add(number)
    const [, at, rest = ''] = NUMBERED.exec(line) ?? []
    const number = WHOLE_NUMBER.exec(rest)?.[0]
    if (at !== undefined && number !== undefined) numbered.set(Number(at), number)
  }
  return numbered.size > 0 && numbered.size >= all.size
    ? numbered
    : new Map([...all].map((number, i) => [i + 1, number]))
}
