/** What a question names outright: a title, a place, a year, an amount, a foreign word. An answer has to speak of it. */

import { fold } from '../search/tokens.ts'

const TITLE = /[《〈]([^》〉]{2,40})[》〉]/gu
const WORD_OR_NUMBER = /[a-z][a-z\d.-]+|\d+(?:\.\d+)?/gu
const PLACE = /(\p{Script=Han}{2})(省|市|县|州|镇|乡|街道|开发区|园区)/gu
/** 我们县, 上市, 超市, 城镇, 外省 name none. */
const NO_PLACE =
  /(?:[我你他她它们本该各全当某到在去的是了和与每个这那哪外跨邻][省市县州镇乡]|[上超门股楼夜菜集城都入开]市|[城乡小集][镇乡]|(?:各|该|本|我们|这个|那个|哪个|企业|外地)(?:街道|开发区|园区))$/u

/** 我厂10个人, 去年卖了300万: the asker's own size, which no rule repeats. */
const OWN_SIZE =
  /(?:[我俺咱]|厂里|店里|公司里?|去年|上年)[^，。？！\d]{0,8}\d+(?:\.\d+)?[多来几]?(?:(?:个|号|名)?(?:人|员工|工人|职工)|[万亿]元?)(?!以[上下内])/gu

/** Of what is named, the share that the text does not hold; 0 where nothing is named. */
export function missingShare(question: string, text: string): number {
  const named = namedIn(question)
  if (named.length === 0) return 0
  const held = fold(text).replace(/\s/gu, '')
  return named.filter((one) => !held.includes(one)).length / named.length
}

function namedIn(question: string): string[] {
  const said = fold(question)
  const titles = [...said.matchAll(TITLE)].map(([, title = '']) => title.replace(/\s/gu, ''))
  const bare = said.replace(TITLE, ' ').replace(OWN_SIZE, ' ')
  const words = [...bare.matchAll(WORD_OR_NUMBER)].map(([word]) => word)
  const places = [...bare.matchAll(PLACE)].map(([place]) => place).filter((place) => !NO_PLACE.test(place))
  return [...new Set([...titles, ...words, ...places])]
}
