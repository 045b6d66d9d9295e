/** Two matters said in one breath are two appeals: 一个是路，一个是贷款. */

import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { anyOf } from './any-of.ts'
import { forgive } from './forgive.ts'
import { proposeCategory } from './propose-category.ts'

const announced =
  /(?:有|反映|说|报|咨询|问|提|就|共|一共|想问)?(?:您|你)?([两二三四五2-5])(?:个|件|条|桩|点)(?:事|问题|诉求|情况|困难|方面)(?!务)/

/** How many matters somebody says there are; 两个事 is 2. Nothing when no number is said, or just one. */
export function readAnnouncedMatters(text: string): number | undefined {
  const found = announced.exec(toHalfWidth(text))?.[1]
  return found === undefined ? undefined : readNumber(found)
}

/** What opens a part, from the plainest to the loosest; the first that opens at least two decides. */
const openers: readonly RegExp[] = [
  /(?:^|[\s,，。;；:：、!！])(?:第[一二三四五1-5](?:个|件|条|点|是)?|首先|其次|再次|最后)(?:[是,，、:：\s]|呢)*/g,
  /(?:^|[\s,，。;；:：!！])(?:其?[一二三四五]|[1-5])(?:是|、|\.(?!\d)|:|：|\)|）|来)[\s,，]*/g,
  /(?:^|[\s,，。;；:：!！、])[(（]?[①②③④⑤][)）]?[\s,，、]*/g,
  /(?:^|[\s,，。;；:：!！])(?:一个|一件|另?一个|另一件|还有一?个|再一个)(?:事|问题|情况)?(?:是|就是|呢)[\s,，]*/g,
]

/** These begin a second matter after a first that was not announced. */
const turning = anyOf(
  [
    /(?:^|[\s,，。;；!！?？])(?:另外|对了|还有)(?:还?有?)?(?:一?(?:个|件)|就是)?(?:事|问题|情况)?(?:儿)?(?:就是|是)?[\s,，:：]*/,
    /(?:^|[\s,，。;；!！?？])(?:再就是|再一个(?:就是|是)?|顺便(?:再)?(?:问|说|反映)(?:一?下|个)?|还想(?:再)?(?:问|反映|说)(?:一?下|个)?(?:事)?)[\s,，:：]*/,
  ],
  'g',
)

function cutAt(said: string, opener: RegExp): { preface: string; parts: string[] } {
  const cuts = [...said.matchAll(opener)]
  const preface = said.slice(0, cuts[0]?.index ?? said.length)
  const parts = cuts.map((cut, place) => said.slice(cut.index + cut[0].length, cuts[place + 1]?.index))
  return { preface, parts: parts.map(clean).filter((part) => part.length >= 2) }
}

function clean(part: string): string {
  return part.replace(/^[\s,，。;；:：、.!！?？]+|[\s,，。;；:：、]+$/g, '')
}

function areDifferent(parts: readonly string[]): boolean {
  const categories = parts.map((part) => proposeCategory(part)[0]?.category)
  return (
    categories.every((category) => category !== undefined) && new Set(categories).size === categories.length
  )
}

/**
 * The matters in what was said, in order; the whole text alone when there is one, or when it cannot be told.
 * Without a number announced, parts count only if each speaks of a category of its own:
 * "一个是要抵押，一个是要担保" are two sides of one loan.
 */
export function splitMatters(text: string): string[] {
  const said = forgive(toHalfWidth(text)).trim()
  const isAnnounced = readAnnouncedMatters(said) !== undefined
  for (const opener of openers) {
    const { preface, parts } = cutAt(said, opener)
    if (parts.length >= 2 && (isAnnounced || areDifferent(parts))) return parts
    // "…路不通。还有一个是贷款": the first matter stood in the preface.
    const all = [clean(preface), ...parts]
    if (parts.length === 1 && !isAnnounced && areDifferent(all)) return all
  }
  const { preface, parts } = cutAt(said, turning)
  const all = [clean(preface), ...parts].filter((part) => part !== '')
  return all.length >= 2 && areDifferent(all) ? all : [text.trim()]
}
