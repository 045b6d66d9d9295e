/** Which policy is meant by what people call it: 研发补助 for 青禾县企业研发费用补助办法. Pure. */

import type { Offer } from './offer.ts'

/** So much of what was said must stand in the title, by pairs of characters. */
const ENOUGH = 0.6
/** What is in so many titles that it names none. */
const COMMON =
  /^(?:小微|中小微?|民营|政策|补贴|补助|奖励|资金|项目|企业|公司|管理|办法|规定|通知|申请|申报|条件)+$/u

/** Those that fit best; several where they fit as well as each other. */
export function offersNamed<O extends Pick<Offer, 'doc' | 'title' | 'gives'>>(
  offers: readonly O[],
  words: string,
): readonly O[] {
  const said = words.replace(/[《》“”"\s]|(?:的|这个|那个|政策|项目)$/gu, '')
  const exact = offers.filter(({ doc, title }) => doc === words || title === words)
  if (exact.length > 0) return exact
  if ([...said].length < 2 || COMMON.test(said)) return []
  const scored = offers.map((offer) => ({ offer, score: likeness(said, `${offer.title}\n${offer.gives}`) }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  return best < ENOUGH ? [] : scored.filter(({ score }) => score === best).map(({ offer }) => offer)
}

function likeness(said: string, title: string): number {
  if (title.includes(said)) return 1
  const signs = [...said]
  const pairs = signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
  return pairs.filter((pair) => title.includes(pair)).length / pairs.length
}
