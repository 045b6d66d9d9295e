/** “不对”: what somebody says to an answer that they take for wrong. Pure. */

import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { withoutCalls } from '../said-to-us.ts'

export interface Feedback {
  /** What is wrong, in their words; empty where they only say that it is. */
  readonly note: string
  /** Nothing but an answer can be meant, whatever is being talked about. */
  readonly isPlain: boolean
}

const ANSWER =
  '(?:答案|答复|回答|答的|回的|说的|给的|引的|查的|查到的|这[个条]|上面(?:的|这[个条])?|刚才(?:的|说的|那[个条])?|你(?:这)?)'
const WRONG =
  '(?:答非所问|答错|不对|不正确|不准确?|有误|有错|错误|错|(?:说|讲|搞|弄|写|查)错|过时|过期|失效|作废|废止|不是(?:这个|我(?:要)?问的|这个意思)|没答到点[子上]*|不沾边|牛头不对马嘴|驴唇不对马嘴|文不对题|跑题)'
const PARTICLES = '(?:的|了|吧|啊|呀|哦|嘛|呢|哈|都)*'
const ADVERBS = '(?:好像|可能|应该|是不是|明显|完全|根本|都|就|是|也|有点|已经|早就|早|全)*'

/** 答非所问, 你这个答复不对, 回答有误. */
const PLAIN = new RegExp(
  `^(?:答非所问|(?:你|娘家)?答错|牛头不对马嘴|驴唇不对马嘴|文不对题|没答到点[子上]*|不是我(?:要|想)?问的|我(?:要|想)?问的不是这个|(?:你|这[个条]|刚才|上面)?(?:的|这)?(?:答案|答复|回答|答的|回的|引的|查到的)${ADVERBS}${WRONG})${PARTICLES}`,
  'u',
)
/** 不对, 错了, 这个过时了, 早就废止了: said to an answer, or to something else. */
const LOOSE = new RegExp(
  `^(?:你|你们)?(?:${ANSWER})?(?:文件|政策|规定|条款|数字?|标准|金额|比例|日期)?${ADVERBS}${WRONG}${PARTICLES}`,
  'u',
)
/** 不对劲 and 不准备 are no verdicts, and 不对外 is no answer. */
const NO_VERDICT = /^(?:不对(?:劲|外|口|等|称|吗)|不准(?:备|许|予|假)|错(?:过|峰|失|开))/u

export function readFeedback(said: string): Feedback | undefined {
  const text = toHalfWidth(withoutCalls(said)).trim()
  if (text.length > 300 || /[?？]\s*$|[吗么]\s*[?？]?$/u.test(text) || NO_VERDICT.test(text)) return undefined
  const plain = PLAIN.exec(text)
  const found = plain ?? LOOSE.exec(text)
  if (found === null) return undefined
  const rest = text.slice(found[0].length)
  // 不对称加密怎么收费: the word goes on, and nothing was said about an answer.
  if (rest !== '' && !/^[\s\p{P}]/u.test(rest)) return undefined
  return { note: rest.replace(/^[\s\p{P}]+/u, '').trim(), isPlain: plain !== null }
}
