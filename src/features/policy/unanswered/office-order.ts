/** What the staff say about one question that waits, or about its answer. Pure. */
import { z } from 'zod'
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { withoutCalls } from '../said-to-us.ts'
import { numberInWords } from './unanswered.ts'

export const OfficeOrder = z.object({
  /**
   * `answer` and `correct` write a draft, `review` and `return` decide on it, `dismiss` closes a question,
   * `withdraw` takes an answer back that is out, `audience` and `reword` change the question, `renew` says that an answer still holds, `merge` that two ask one.
   */
  verb: z.enum([
    'answer',
    'correct',
    'review',
    'return',
    'dismiss',
    'withdraw',
    'audience',
    'reword',
    'renew',
    'merge',
  ]),
  /** W-0003, or null where none was said. */
  number: z.string().nullable(),
  /** As they were typed. */
  words: z.string(),
  /** Of a review: the digest of what was read back, so that no other text is published by its yes. */
  seen: z.string().nullable(),
  /** A correction also for those whose answer only cited the same passage. */
  wide: z.boolean(),
})
export type OfficeOrder = z.infer<typeof OfficeOrder>
export type OfficeVerb = OfficeOrder['verb']

/** W-0003, Ｗ－０００３号, and w3 where nothing follows that it could be the type number of. */
const NUMBER = '(?:[Ww]\\s*[-—–_]\\s*|[Ww](?=\\d+(?:$|[\\s\\p{P}号的这])))0*(\\d{1,6})(?!\\d)\\s*号?'
const TAIL = '(?:这[条个件]|的|问题|答复|答案|回答)*'

const VERBS: readonly (readonly [OfficeVerb, string])[] = [
  ['correct', '更正|纠正|订正|改正|改答|更改答复|修改答复|修改'],
  ['return', '退回|打回|驳回|审核不通过|审不过|不通过|不同意'],
  ['dismiss', '不予答复|不用答复?|不必答复?|不答复?|不回答|没有?错|关闭|关掉'],
  ['withdraw', '撤下|撤回|撤销|下架|停用'],
  ['review', '审核通过|审核一?下?|审一下|审批|批准|复审|审|通过|同意'],
  ['renew', '复核|仍然?有效|还有效|没变|续期'],
  ['answer', '答复|答一下|回答|回复|解答|答'],
  ['merge', '并入|合并到|合并|并到|并|同|跟|和'],
  ['reword', '问题?改[成为]|问法改[成为]|改问题|改问法|问题写成|问法'],
  ['audience', '可见范围|范围|只?给|仅|可见'],
]

const POLITE = '(?:请|帮我|麻烦|把|将|给|我来|我)*'

const plain = { seen: null, wide: false } as const

/** `审核 W-0003` and `W-0003 审核`; what follows is given as it was typed. */
export function readOfficeOrder(said: string): OfficeOrder | undefined {
  const original = withoutCalls(said).trim()
  // Sign for sign, so that what follows can be given as it was typed.
  const typed = toHalfWidth(original)
  for (const [verb, words] of VERBS) {
    // 同 W-0003 alone says nothing of the other.
    const first = verb === 'merge' ? '合并' : words
    const before = match(`^${POLITE}(?:${first})${TAIL}[\\s,:]*${NUMBER}${TAIL}`, typed)
    const after = match(`^${POLITE}${NUMBER}${TAIL}[\\s,:]*(?:${words})`, typed)
    const found = before ?? after
    if (found !== null)
      return { verb, number: found.number, words: bareWords(original.slice(found.length)), ...plain }
  }
  const bare = BARE.exec(typed)
  if (bare === null) return undefined
  const verb = bare[1] === undefined ? 'review' : 'answer'
  return { verb, number: null, words: '', ...plain }
}

/** Without a number it is asked for, or there is only one that can be meant. */
const BARE = /^(?:(答|答复|回答)(?:待答)?问题|审核(?:答复|答问|回答|待审答复))$/u

const match = (pattern: string, typed: string) => {
  const found = new RegExp(pattern, 'u').exec(typed)
  if (found === null) return null
  return { number: numberInWords(Number(found[1])), length: found[0].length }
}

/** W-0003 in any words. */
export function findNumber(text: string): string | undefined {
  const found = new RegExp(NUMBER, 'u').exec(toHalfWidth(text))
  return found?.[1] === undefined ? undefined : numberInWords(Number(found[1]))
}

/** What is said of it, where it stands first: 不对 of W-0003 不对. */
export const withoutNumber = (text: string): string =>
  toHalfWidth(withoutCalls(text))
    .trim()
    .replace(new RegExp(`^${NUMBER}`, 'u'), '')
    .trim()

/** W-0003 and nothing else, or 看 W-0003, W-0003 怎么回事. */
export function readShow(said: string): string | undefined {
  const typed = toHalfWidth(withoutCalls(said)).trim()
  const pattern = `^(?:看|查|看看|查看|打开|查一下|看一下)?\\s*${NUMBER}${TAIL}\\s*(?:什么情况|怎么回事|怎么样了|到哪一?步了|进展|进度|详情|内容|看看|答了吗|审了吗|发布了吗)?[?。]?$`
  return match(pattern, typed)?.number
}

const LEAD =
  /^[\s,.:;，。：；、]*(?:(?:答案|答复|回答|内容|理由|原因|改[成为]|说明)\s*(?:是|为)?\s*[:：]|(?:理由|原因)(?:是)?)?[\s:：]*/u

const bareWords = (words: string) => words.replace(LEAD, '').trim()
