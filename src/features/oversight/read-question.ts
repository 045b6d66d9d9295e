/** 听懂领导的问: words → what is asked, as far as words alone tell. Names are looked up later (settle-question.ts). */

import { z } from 'zod'
import { toHalfWidth } from '../../kernel/chinese-numbers.ts'
import { findAskedNumber } from '../../kernel/spoken-number.ts'
import { findPeriod } from '../../kernel/spoken-period.ts'
import {
  BEYOND,
  COUNT_FORM,
  COUNTED_SIGNS,
  ELSEWHERE,
  FILING,
  LEDGER_NOUN,
  LIST_FORM,
  MINE_SIGN,
  NEWS_SIGN,
  OWN_MATTER,
  PROGRESS_SIGN,
  RULE_SIGN,
  SCOPE_SIGN,
} from './asked-signs.ts'
import { findTopics } from './asked-topics.ts'
import { COUNTED, Period } from './question.ts'

export const AskedWords = z.object({
  kind: z.enum(['count', 'news', 'progress', 'number', 'scope', 'unclear']),
  text: z.string(),
  /** Null where no sign named it; 没办完 is meant then. */
  counted: z.enum(COUNTED).nullable(),
  period: Period.nullable(),
  numbers: z.array(z.string()),
  mine: z.boolean(),
  /** How sure, from 0 to 1. */
  score: z.number(),
  /** What it went by. */
  words: z.array(z.string()),
})
export type AskedWords = z.infer<typeof AskedWords>

/** The most that is read: a longer text is an account of something, not a question. */
const LONGEST = 120

const wordsOf = (sign: RegExp, text: string) => sign.exec(text)?.[0]

/** Nothing where the words ask nothing of the ledger. */
export function readQuestion(said: string, at: Date): AskedWords | undefined {
  const text = toHalfWidth(said)
    .replace(/@\S+/gu, ' ')
    .replace(/[\s\u200b-\u200d]+/gu, ' ')
    .trim()
  if (text === '' || [...text].length > LONGEST) return undefined
  if (ELSEWHERE.test(text) || (FILING.test(text) && !COUNT_FORM.test(text))) return undefined
  const mine = MINE_SIGN.test(text)
  if (!mine && OWN_MATTER.test(text)) return undefined
  const counted = COUNTED_SIGNS.find(([, sign]) => sign.test(text))
  const period = findPeriod(text, at)?.period ?? null
  const number = findAskedNumber(text, at)
  const form = wordsOf(COUNT_FORM, text) ?? wordsOf(LIST_FORM, text)
  const made = (
    kind: AskedWords['kind'],
    score: number,
    words: readonly (string | undefined)[],
  ): AskedWords => ({
    kind,
    text,
    counted: counted?.[0] ?? null,
    period,
    numbers: [...(number?.numbers ?? [])],
    mine,
    score,
    words: words.filter((word) => word !== undefined),
  })
  const scope = wordsOf(SCOPE_SIGN, text)
  if (scope !== undefined && !LEDGER_NOUN.test(text)) return made('scope', 0.9, [scope])
  if (number !== undefined) return made('number', 0.95, [number.words])
  const about = counted === undefined ? undefined : wordsOf(counted[1], text)
  if (RULE_SIGN.test(text) && !(about !== undefined && LEDGER_NOUN.test(text))) return undefined
  return ofWords(text, { about, form, period, made })
}

interface Signs {
  readonly about: string | undefined
  readonly form: string | undefined
  readonly period: Period | null
  made(kind: AskedWords['kind'], score: number, words: readonly (string | undefined)[]): AskedWords
}

/** Counting before telling, telling before asking how one thing stands: 还有几件 is a count whatever follows. */
function ofWords(text: string, { about, form, period, made }: Signs): AskedWords | undefined {
  const noun = wordsOf(LEDGER_NOUN, text)
  const beyond = wordsOf(BEYOND, text)
  if (
    beyond !== undefined &&
    (noun ?? about ?? wordsOf(/企业|商会|办结|满意|解决|响应|协调|出面/u, text)) !== undefined
  )
    return made('unclear', 0.4, [beyond])
  const news = wordsOf(NEWS_SIGN, text)
  const progress = wordsOf(PROGRESS_SIGN, text)
  const counts = wordsOf(COUNT_FORM, text)
  if (about !== undefined && counts !== undefined) return made('count', 0.9, [about, counts])
  if (news !== undefined && (progress === undefined || period !== null))
    return made('news', period === null ? 0.7 : 0.85, [news])
  if (progress !== undefined) {
    // 结果怎么样了 of a matter that is only pointed at still asks for it; bare 怎么样 may mean anything.
    return made('progress', specific(text) ? 0.85 : 0.6, [progress])
  }
  if (about !== undefined && form !== undefined) return made('count', 0.9, [about, form])
  if (form !== undefined && noun !== undefined) return made('count', 0.75, [form, noun])
  const listed = wordsOf(/列(?:一下|个单|出来)|清单|台账|明细|名单/u, text)
  if (listed !== undefined) return made('count', 0.6, [listed])
  if (
    about !== undefined &&
    (noun !== undefined || /的(?:呢)?[？?]?$|呢[？?]?$|情况[？?]?$/u.test(text) || [...text].length <= 8)
  )
    return made('count', 0.7, [about])
  if (period !== null && (noun !== undefined || /呢[？?]?$|情况/u.test(text)))
    return made('news', 0.6, [period.label])
  const vague = /[？?]|吗|呢|啥|什么|怎么|咋|几|多少|哪|说说|情况/u
  if ((noun !== undefined || /企业|商会/u.test(text)) && vague.test(text) && [...text].length <= 40)
    return made('unclear', 0.4, [noun ?? '企业'])
  return undefined
}

const specific = (text: string) =>
  /那[个件笔块档]|这[个件笔]|的事|的问题|诉求|那边|这边/u.test(text) || findTopics(text).length > 0
