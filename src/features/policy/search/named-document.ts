/** Documents that a question names: 慈善法第二十六条, 《优化营商环境条例》里怎么说. */

import { KINDS } from '../reading/document-title.ts'

const ARTICLE = /第[零〇一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?$/u
const OF_A_RULE = new RegExp(`(?:${KINDS}|法典)$`, 'u')
const SHORTEST = 3
/** Characters. 促进法 or 管理办法 alone names nothing. */
const SHORTEST_PART = 6

/** A title without 中华人民共和国, an edition in brackets, 关于印发…的通知: two editions have the same. */
export function plainTitle(title: string): string {
  const issued = title.includes('关于')
    ? /关于(?:印发|发布|公布)[《〈]?(.+?)[》〉]?的(?:通知|公告|决定)$/u.exec(title)?.[1]
    : undefined
  return flat(issued ?? title)
    .replace(/^中华人民共和国/u, '')
    .replace(/(?:\([^()]*\))+$/u, '')
}

/**
 * The title of the rule that the document is, or is an article of (articles kept one by one share their rule's);
 * empty where it is none, such as an entry of an encyclopaedia, whose namesakes have nothing to do with it.
 */
export function workTitle(title: string): string {
  const plain = plainTitle(title)
  const bare = plain.replace(ARTICLE, '')
  return bare !== plain || OF_A_RULE.test(bare) ? bare : ''
}

/** What people call the document; empty where its title names no rule. */
export function spokenTitle(title: string): string {
  const bare = workTitle(title)
  return bare.length >= SHORTEST && OF_A_RULE.test(bare) ? bare : ''
}

/**
 * Those of the spoken titles that stand in the question, whole or but for how they begin (中小企业款项支付条例
 * for 保障中小企业款项支付条例). One that is only part of another that was said (优化营商环境条例 in
 * 河南省优化营商环境条例) is not meant.
 */
export function titlesNamed(question: string, spoken: Iterable<string>): string[] {
  const said = flat(question)
  const named = [...spoken].flatMap((title) => {
    const part = saidPart(title, said)
    return part === undefined ? [] : [{ title, part }]
  })
  const isPart = (one: (typeof named)[number]) =>
    named.some(({ title, part }) => {
      const isMore = part.length > one.part.length || (part === title && one.part !== one.title)
      return isMore && part.includes(one.part)
    })
  return named.filter((one) => !isPart(one)).map(({ title }) => title)
}

/** How much of the title's end was said, at least half of it. */
function saidPart(title: string, said: string): string | undefined {
  // Nearly every title ends in words that were not said: one look settles it.
  if (!said.includes(title.slice(-Math.min(title.length, SHORTEST_PART)))) return undefined
  const shortest = Math.min(title.length, Math.max(SHORTEST_PART, Math.ceil(title.length / 2)))
  for (let from = 0; from <= title.length - shortest; from += 1) {
    if (said.includes(title.slice(from))) return title.slice(from)
  }
  return undefined
}

/** Whether the words are how people shorten the title: its characters in its order, close together (研发补助 for 研发费用补助). */
export function isShortFor(words: string, title: string): boolean {
  const [first = '', ...rest] = flat(words)
  if (rest.length + 1 < SHORTEST) return false
  const said = flat(title)
  for (let from = said.indexOf(first); from !== -1; from = said.indexOf(first, from + 1)) {
    const last = rest.reduce((at, sign) => (at === -1 ? -1 : said.indexOf(sign, at + 1)), from)
    if (last !== -1 && last - from <= rest.length * 2) return true
  }
  return false
}

function flat(text: string): string {
  return text.normalize('NFKC').replace(/[\s《》〈〉“”"]/gu, '')
}
