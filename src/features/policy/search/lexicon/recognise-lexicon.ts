/** What staff say about words. Anybody else's words are a question, or something else. */

import type { Listening, Reading } from '../../../../conversation/feature.ts'
import type { Said } from '../../../../conversation/said.ts'
import { may } from '../../../../kernel/person.ts'
import { withoutCalls } from '../../said-to-us.ts'
import type { LexiconView, WordsOrder } from './lexicon.effects.ts'

/** What the recogniser hands over. */
export type LookData = { readonly show: keyof LexiconView | 'about'; readonly words: string }

const ADD =
  /^\s*(?:请|帮我|麻烦)?(?:再)?(?:加|添|增加|添加|新增|补)(?:一?[个条])?(?:词条?|说法)[\s:：，,]*(.*)$/su
const REMOVE =
  /^\s*(?:请|帮我|把)?(?:删|删除|删掉|去掉|停用|撤掉)(?:这?一?[个条])?(?:词条?|说法)[\s:：，,]*(.*)$/su
const DISMISS = /^\s*(?:不加词?|不用加词?|忽略词条?)[\s:：，,]+(.+)$/su
const LIST =
  /^\s*(?:请|帮我|看看?|查看?|列一?下?)*(?:说法|政策)?词(?:表|条清单|条列表)(?:里?有(?:哪些|什么))?[\s:：，,]*([^\s？?。]{0,12})[？?。]?\s*$/u
const PROPOSED =
  /^(?:请|看看?|查看?|列一?下?|有(?:哪些|什么)?)*(?:词条建议|建议的?词条?|新词建议|待加的?词条?)$/u
/** What somebody says, and what the document writes: 群众说“过桥”，文件里写“转贷”. */
const SAID_AND_WRITTEN =
  /^(?:群众|大家|老百姓|企业|老板|他们|有人)?(?:口头)?(?:都|常|爱)?(?:说|讲|叫|问)的?(.+?)[，,；;\s]*(?:文件|条文|法规|政策)(?:里|上|中)?(?:写|叫|用|说)(?:的是|作|成|的)?(.+)$/su

export function readLexiconWords(said: Said, { by }: Listening): readonly Reading[] {
  if (!may(by.person, 'policy.manage')) return []
  const text = withoutCalls(said.text)
  const command = { band: 'command', score: 1 } as const
  const look = (data: LookData): readonly Reading[] => [
    { ...command, dialogue: 'policy.words', words: [text], label: '看词表', data },
  ]
  const order = (data: WordsOrder, label: string): readonly Reading[] => [
    { ...command, dialogue: 'policy.change-words', words: [text], label, data },
  ]
  if (PROPOSED.test(text.replace(/[\s\p{P}]/gu, ''))) return look({ show: 'proposed', words: '' })
  const list = LIST.exec(text)
  if (list !== null) return look({ show: list[1] ? 'about' : 'own', words: list[1] ?? '' })
  const add = ADD.exec(text)
  if (add !== null) return order({ verb: 'add', words: asLine(add[1] ?? '') }, '往词表加词')
  const remove = REMOVE.exec(text)
  if (remove !== null) return order({ verb: 'remove', words: bare(remove[1] ?? '') }, '从词表删词')
  const dismiss = DISMISS.exec(text)
  if (dismiss !== null) return order({ verb: 'dismiss', words: bare(dismiss[1] ?? '') }, '不加这个词')
  return []
}

function asLine(words: string): string {
  const told = SAID_AND_WRITTEN.exec(words)
  if (told !== null) return `${told[1]} = ${told[2]}`
  return words.includes('=') || words.includes('＝')
    ? words
    : words.replace(/(?:等于|就是|也就是|即是?|是指|指的是)/u, ' = ')
}

const bare = (words: string) => words.replace(/^[\s“”"'‘’「」]+|[\s“”"'‘’「」。.!！]+$/gu, '')
