/** 那个呢, 第二条呢, 那要交多少: what only makes sense after what was asked before. Pure. */

import { withoutAskingWords } from '../search/question-words.ts'
import { answersTexts as texts } from './answers.texts.ts'

/** What somebody asked last, and what they were told. */
export type Before = { readonly question: string; readonly told: string }

/** `search` is what is looked for, `question` how it reads. */
export type WholeQuestion = {
  readonly question: string
  readonly search: string
  /** It names nothing itself: `asks` is looked for in the document of this title, which was cited, before anything else. */
  /** Empty where nothing but asking is left of it (要多久). */
  readonly within?: { readonly title: string; readonly asks: string }
}

/** Characters. More than this says itself what it is about. */
const LONGEST = 18
const PART = '第[零〇一二三四五六七八九十百\\d]+[条款项]'
const OPENS = /^(?:那么?|那(?:如果|要是)|还有|另外|再问[一下]*|接着问)[，,\s]*/u
const POINTS =
  /^(?:(?:这|那|它|该)(?:的|说的|那)?|(?:上[面述]|前面|刚才|刚刚)(?:的|说的|那))(?:[个条项款种]|份?文件|政策|规定|补贴|补助|办法)?/u
const PART_ONLY = new RegExp(
  `^(?:${PART})+(?:呢|是什么|是啥|说的?(?:啥|什么)|怎么说|怎么规定|的?内容|的?原文)*$`,
  'u',
)
const ENDS = /呢$/u
/** What may be asked of any policy, and who asks: by themselves they name none (要啥材料, 我这种小厂也行吗). */
const OF_ANY =
  /申请表|申请|申报|办理|办好|办|材料|资料|手续|条件|流程|程序|证件|东西|期限|有效期|到账|到帐|拿到|领到|下来|批下来|审核|审批|批|报|交|领|拿|找|去|窗口|电话|地址|部门|单位|过期|逾期|过了|[过晚迟早错][过了点]?|收费|收钱|免费|钱|时间|[天日月年次]/gu
const WHO_ASKS =
  /我|俺|咱|们|小厂|小店|小公司|小企业|小作坊|小老板|厂子|厂|店|公司|企业|个体工商户|个体户|个体|民营|私营|老板|外地人?|情况|像|样|这|种|家|个/gu
const GLUE =
  /能不能|可不可以|可以|能|行|算|也|都|还|就|才|会|要|需|得|给|用|在|到|大概|一般|最|之?后|符合|享受|适用|有/gu
/** Left over from 那要多久, 行吗, 多少钱, 几天. */
const ASKING_ONLY = /多久|多长|要|需|得|用|能|行|可以|钱|[天日月年次]/gu
const HAN = /\p{Script=Han}/u
const QUOTED = /^原文：/mu
const CITED = /《([^\n]+?)》(第[^（\n]{1,8}?条(?:之[一二三四五六七八九十]+)?)?/u

/** Whether the words lean on something said before; what they lean on is looked for then. */
export function leansOnBefore(said: string): boolean {
  const bare = bareOf(said)
  if ([...bare].length < 3 && !PART_ONLY.test(bare)) return false
  if ([...bare].length > LONGEST || /[《]/u.test(said)) return false
  return (
    PART_ONLY.test(bare) ||
    ((OPENS.test(bare) || POINTS.test(bare) || ENDS.test(bare) || namesNothing(bare)) && isAsking(bare))
  )
}

/** What is asked could be asked of any policy: 多久到账, 报晚了咋办; 怎么办 alone asks nothing. */
function namesNothing(said: string): boolean {
  const asked = withoutAskingWords(restOf(said))
  const rest = asked.replace(OF_ANY, '').replace(WHO_ASKS, '').replace(GLUE, '')
  return HAN.test(asked) && !HAN.test(rest)
}

/** Whether they also stand by themselves: 那技改补助的标准是多少 does, 那要交多少 does not. */
export function saysItself(said: string): boolean {
  const bare = bareOf(said)
  if (PART_ONLY.test(bare) || POINTS.test(bare.replace(OPENS, '')) || namesNothing(bare)) return false
  return isContent(restOf(said))
}

/** What was asked one after the other, the last first: as `goingOn` joined it. */
export const inTurn = (question: string): readonly string[] =>
  question.split(/（接着问：|；/u).map((one, at) => (at === 0 ? one : one.replace(/）$/u, '')))

/** Of a long talk, what it began with and what was named last: the rest only led there. */
function stillMeant(question: string): readonly string[] {
  const asked = inTurn(question)
  const last = asked.find((one) => !namesNothing(bareOf(one)))
  return [...new Set([last ?? '', asked.at(-1) ?? ''])].filter((one) => one !== '')
}

const ownWords = (rest: string) => (HAN.test(withoutAskingWords(rest).replace(ASKING_ONLY, '')) ? rest : '')

/** The question as it would be asked by somebody who had not asked before. */
export function wholeQuestion(said: string, before: Before): WholeQuestion {
  const bare = bareOf(said)
  const [, title, article = ''] = CITED.exec(before.told) ?? []
  const part = new RegExp(PART, 'gu')
  const parts = (bare.match(part) ?? []).join('')
  if (PART_ONLY.test(bare) && title !== undefined) {
    const place = parts.includes('条') ? parts : `${article}${parts}`
    return { question: `《${title}》${place}`, search: `《${title}》${place}` }
  }
  const rest = restOf(said)
  const asked = stillMeant(before.question)
  const topic = withoutAskingWords(asked.join(' ')).replace(/\s+/gu, ' ').trim()
  // What is new is what is asked; said twice it counts for more than what it is about.
  const search = isContent(rest) ? `${topic} ${rest} ${rest}` : `${asked.join(' ')} ${rest}`
  // What went on with an answer and was not found names the document that it was looked for in first of all.
  const isOfIt = QUOTED.test(before.told) || inTurn(before.question).length > 1
  const within =
    isOfIt && title !== undefined && namesNothing(bare) ? { within: { title, asks: ownWords(rest) } } : {}
  return { question: texts.goingOn(said.trim(), asked), search: search.trim(), ...within }
}

const restOf = (said: string) => bareOf(said).replace(OPENS, '').replace(POINTS, '').replace(ENDS, '').trim()

const bareOf = (said: string) =>
  said
    .normalize('NFKC')
    .replace(/[\s,.!?，。！？、~～…]+$/gu, '')
    .trim()

/** A trouble that goes on (那他们又不来了) asks nothing. */
const isAsking = (bare: string) =>
  /呢$|多少|多久|多长|几|哪|谁|什么|啥|怎么|咋|如何|能不能|可以|要不要|用不用|有没有|是不是|[吗么不没]$/u.test(
    bare,
  )

const isContent = (rest: string) =>
  /[\p{L}\p{N}]{2}/u.test(withoutAskingWords(rest).replace(/[要需得交]/gu, ''))
