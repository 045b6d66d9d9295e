/** Two matters said in one breath are two appeals: 一个是路，一个是贷款. */

import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { anyOf } from './any-of.ts'
import { isBareCall } from './calls.ts'
import { proposeCategory } from './propose-category.ts'

const announced =
  /(?:有|反映|说|报|咨询|问|提|就|共|一共|想问)?(?:您|你)?([两俩二三四五2-5])(?:个|件|条|桩|点)?(?:事|问题|诉求|情况|困难|方面)(?!务)/

/** How many matters somebody says there are; 两个事 is 2. Nothing when no number is said, or just one. */
export function readAnnouncedMatters(text: string): number | undefined {
  const found = announced.exec(toHalfWidth(text))?.[1]
  return found === undefined ? undefined : readNumber(found === '俩' ? '两' : found)
}

/** Nothing but that there are several: 我们有两个事. */
export function isAnnouncement(line: string): boolean {
  return readAnnouncedMatters(line) !== undefined && !saysMore(line)
}

/** 一个是 numbers what follows; said alone it means nothing. */
export const withoutOpener = (line: string): string =>
  line.replace(
    /^\s*(?:第[一二三四五](?:个|件|条)?(?:是|呢)?|另?一(?:个|件)(?:事|问题)?(?:是|就是|呢)|还有一(?:个|件)(?:事)?(?:是|就是)?|首先|其次|[一二三](?:是|、))[，,、:：\s]*/,
    '',
  )

/** What opens a part, from the plainest to the loosest; the first that opens at least two decides. */
const openers: readonly RegExp[] = [
  /(?:^|[\s,，。;；:：、!！])(?:第[一二三四五1-5](?:个|件|条|点|是)?|首先|其次|再次|最后)(?:[是,，、:：\s]|呢)*/g,
  /(?:^|[\s,，。;；:：!！])(?:其?[一二三四五]|[1-5])(?:是|、|\.(?!\d)|:|：|\)|）|来)[\s,，]*/g,
  /(?:^|[\s,，。;；:：!！、])[(（]?[①②③④⑤][)）]?[\s,，、]*/g,
  /(?:^|[\s,，。;；:：!！])(?:一个|一件|另?一个|另一件|还有一?个|再一个)(?:事|问题|情况)?(?:是|就是|呢)[\s,，]*/g,
]

/** These begin a second matter after a first that was not announced. A bare 另外 goes on with the first. */
const turning = anyOf(
  [
    /(?:^|[\s,，。;；!！?？])(?:另外|对了|还有)(?:还?有?)?(?:一?(?:个|件))?(?:事|问题|情况|诉求)(?:儿)?(?:就是|是)?[\s,，:：]*/,
    /(?:^|[\s,，。;；!！?？])(?:再就是|再一个(?:就是|是)?|顺便(?:再)?(?:问|说|反映)(?:一?下|个)?|还想(?:再)?(?:问|反映|说)(?:一?下|个)?(?:事)?)[\s,，:：]*/,
  ],
  'g',
)

/** Where it was said how many there are, a bare 另外 opens the next one as well. */
const counted =
  /(?:^|[\s,，。;；:：!！])(?:(?:另外?)?(?:一个|一件)(?:事|问题|情况)?(?:是|就是|呢)|(?:另外|还有|再有|再就是|再一个|其次)(?:就是|是|呢)?)[\s,，:：]*/g

/** From and to, as the text is counted; signs of pause at the ends left out. */
export interface Span {
  readonly from: number
  readonly to: number
}

const edge = /[\s,，.。;；:：、!！?？]/

function trimmed(said: string, { from, to }: Span): Span {
  let [first, last] = [from, to]
  while (first < last && edge.test(said[first] ?? '')) first += 1
  while (first < last && /[\s,，。;；:：、]/.test(said[last - 1] ?? '')) last -= 1
  return { from: first, to: last }
}

function cutAt(said: string, opener: RegExp): { preface: Span; parts: Span[] } {
  const cuts = [...said.matchAll(opener)]
  const preface = trimmed(said, { from: 0, to: cuts[0]?.index ?? said.length })
  const parts = cuts.map((cut, n) =>
    trimmed(said, { from: cut.index + cut[0].length, to: cuts[n + 1]?.index ?? said.length }),
  )
  return { preface, parts: parts.filter(({ from, to }) => to - from >= 2) }
}

/** Each speaks of a category of its own. */
export function areDifferent(said: string, parts: readonly Span[]): boolean {
  const categories = parts.map(({ from, to }) => proposeCategory(said.slice(from, to))[0]?.category)
  return (
    categories.every((category) => category !== undefined) && new Set(categories).size === categories.length
  )
}

/** 我们有两个事 holds no matter yet; whose they are, or since when, belongs to the first. */
function saysMore(preface: string): boolean {
  const rest = preface.replace(new RegExp(announced, 'g'), '')
  return (
    !isBareCall(rest) &&
    !isBareCall(rest.replace(/我们?|俺们?|咱们?|厂里?|公司|这边|这里|店里?|想|要|有|是|跟|向|您|你/g, ''))
  )
}

function withPreface(said: string, preface: Span, parts: readonly Span[]): Span[] {
  const [first, ...others] = parts
  if (first === undefined || !saysMore(said.slice(preface.from, preface.to))) return [...parts]
  return [{ from: preface.from, to: first.to }, ...others]
}

/**
 * The matters in what was said, in order; one span when there is one, or when it cannot be told.
 * Without a number announced, parts count only if each speaks of a category of its own:
 * "一个是要抵押，一个是要担保" are two sides of one loan.
 */
export function findMatters(text: string): readonly Span[] {
  const said = toHalfWidth(text)
  const isAnnounced = readAnnouncedMatters(said) !== undefined
  for (const opener of openers) {
    const { preface, parts } = cutAt(said, opener)
    if (parts.length >= 2 && (isAnnounced || areDifferent(said, parts)))
      return withPreface(said, preface, parts)
    // "…路不通。还有一个是贷款": the first matter stood in the preface.
    const all = [preface, ...parts]
    if (parts.length === 1 && !isAnnounced && areDifferent(said, all)) return all
  }
  const byCount = cutAt(said, counted)
  if (isAnnounced && byCount.parts.length === readAnnouncedMatters(said))
    return withPreface(said, byCount.preface, byCount.parts)
  const { preface, parts } = cutAt(said, turning)
  const all = [preface, ...parts].filter(({ from, to }) => to > from)
  return all.length >= 2 && areDifferent(said, all) ? all : [{ from: 0, to: text.length }]
}
