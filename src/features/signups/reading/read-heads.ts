/** How many come, in what a row or a line says: 2人, +1, 带两个同事, 一家三口, 2大1小. */
import { readNumber } from '../../../kernel/chinese-numbers.ts'

export interface SpokenHeads {
  /** So many in all. */
  readonly total?: number
  /** So many besides whoever is named. */
  readonly plus?: number
  /** More than one number could be meant. */
  readonly unsure: boolean
  /** The text without the words that were read. */
  readonly rest: string
}

const N = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})'
const PEOPLE = '(?:个(?:人|同事|员工|名额)?|人|位|名(?:同事|员工|职工)?|口(?:人|子)?)(?:儿)?'
/** Nobody says how many relatives are. */
const SOME = '家属|家人|家里人|孩子|小孩|朋友|同事们|几个?人?|员工'

const UNSURE =
  /(?:[一二两三四五六七八九十]{2}|\d\s*[-~—到至]\s*\d)\s*(?:个|人|位|名)|[几多]个?人|人数(?:待定|未定|不定)|大概|左右|可能(?:\+|带|有?\d)/u
const TEN = /^十?[一二三四五六七八九]?十?[一二三四五六七八九]?$/u

type Rule = readonly [RegExp, (found: readonly string[]) => { total?: number; plus?: number } | undefined]

const counted = (words: string | undefined) => readNumber(words ?? '')
const total = (n: number | undefined) => (n === undefined || n < 1 ? undefined : { total: n })
const plus = (n: number | undefined) => (n === undefined ? undefined : { plus: n })

const RULES: readonly Rule[] = [
  [
    new RegExp(`${N}\\s*大(?:人)?\\s*${N}\\s*小(?:孩)?`, 'u'),
    ([, a, b]) => total((counted(a) ?? 0) + (counted(b) ?? 0)),
  ],
  [new RegExp(`一家${N}口(?:人|子)?`, 'u'), ([, n]) => total(counted(n))],
  [/两口子|夫妻(?:俩|二人|两人)?|夫妇(?:俩|二人)?|俩人|我俩/u, () => total(2)],
  [/全家/u, () => undefined],
  // 另带, 和司机: besides whoever is named.
  [
    new RegExp(
      `(?:另外?)?(?:再)?(?:带|加|携|外加|同|和)(?:上|了)?${N}\\s*(?:${PEOPLE})?(?:同事|员工|家属|朋友|孩子|小孩|司机)?`,
      'u',
    ),
    ([, n]) => plus(counted(n)),
  ],
  [
    /(?:带|加|和|\+)(?:上|个|一个)?(?:我)?(?:司机|助理|秘书|老婆|爱人|媳妇|老公|夫人|太太|儿子|女儿|会计|财务|同事(?!们))/u,
    () => plus(1),
  ],
  [new RegExp(`\\+\\s*${N}\\s*(?:${PEOPLE})?`, 'u'), ([, n]) => plus(counted(n))],
  [
    new RegExp(
      `(?:共|一共|总共|合计|等|一行|派|去|来|报|要)?\\s*${N}\\s*${PEOPLE}(?:参加|参会|到会|去|来)?`,
      'u',
    ),
    ([, n]) => total(counted(n)),
  ],
  [new RegExp(`[x×*✖]\\s*${N}`, 'iu'), ([, n]) => total(counted(n))],
]

/** 两三 is two or three; 二十 and 十二 are numbers. */
function isUnsure(text: string): boolean {
  const found = UNSURE.exec(text)
  if (found === null) return new RegExp(`带(?:上|着)?(?:${SOME})`, 'u').test(text) || /全家/u.test(text)
  const digits = /^[一二两三四五六七八九十]{2}/u.exec(found[0])?.[0]
  return digits === undefined || !TEN.test(digits) || !digits.includes('十')
}

/** 两三个人, 2-3人: at least the first of them comes. */
const leastOf = (text: string) =>
  text
    .replace(/([一二两三四五六七八九])[二两三四五六七八九](?=\s*(?:个|人|位|名|口))/gu, '$1')
    .replace(/(\d{1,3})\s*[-~—到至]\s*\d{1,3}(?=\s*(?:个|人|位|名))/gu, '$1')

/** Pure. `text` in half width. */
export function readHeads(text: string): SpokenHeads {
  let rest = leastOf(text)
  let all: number | undefined
  let more: number | undefined
  const unsure = isUnsure(text)
  for (const [pattern, read] of RULES) {
    const found = pattern.exec(rest)
    const said = found === null ? undefined : read(found as unknown as string[])
    if (found === null || said === undefined) continue
    rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`
    if (said.total !== undefined) all ??= said.total
    if (said.plus !== undefined) more = (more ?? 0) + said.plus
  }
  if (unsure && all === undefined) more ??= 1
  return {
    ...(all === undefined ? {} : { total: all }),
    ...(more === undefined ? {} : { plus: more }),
    unsure,
    rest: rest.replace(new RegExp(`带(?:上|着)?(?:${SOME})|全家`, 'gu'), ' ').trim(),
  }
}
