/** 听懂领导的问: words → what is asked, as far as words alone tell. Names are looked up later (settle.ts). Pure. */
import { z } from 'zod'
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { needsBefore } from './go-on.ts'
import { ModelQuestion } from './model-question.ts'
import { KINDS, type Slots } from './slots.ts'
import { withoutAsker } from './words/asked-for-whom.ts'
import { OTHERS_SIGN, VAGUE } from './words/forms-said.ts'
import { hear } from './words/hear.ts'
import { isElsewhere, isOfRules } from './words/not-asked.ts'

/** What the words alone ask for; `follow-up`: only goes on with an answer; `unclear`: of the ledger, but not understood. */
const ASKED_KINDS = [...KINDS, 'follow-up', 'unclear'] as const

export const Asked = z.object({
  /** As said: half width, without mentions. */
  text: z.string(),
  kind: z.enum(ASKED_KINDS),
  /** How sure, from 0 to 1. Above 0.7 the words leave little doubt that the ledger is asked. */
  score: z.number().min(0).max(1),
  /** What it went by. */
  words: z.array(z.string()),
  /** Means nothing by itself: 上个月呢, 为啥跌了, 第二个, 给我表格. Without an answer before it, it is unclear. */
  needsPrevious: z.boolean(),
  /** 我包的, 我这边. */
  mine: z.boolean(),
  /** 全县, 各家, 所有领导: beyond what somebody without a scope answers for. */
  wantsOthers: z.boolean(),
  /** The same as a model filled it in; its words were checked against the text. */
  model: ModelQuestion.nullable(),
})
export type Asked = z.infer<typeof Asked>

/** The most signs that are read: a longer text is an account of something, not a question. */
const LONGEST = 120

export const plainText = (said: string): string =>
  toHalfWidth(said)
    .replace(/@\S+/gu, ' ')
    .replace(/(?<![A-Za-z])[Qq]([1-4])(?!\d)/gu, '$1季度')
    // 0077 0078 are two numbers.
    .replace(/(?<=(?<!\d)0\d{3}) +(?=0\d{3}(?!\d))/gu, '、')
    .replace(/[\s\u200b-\u200d\ufeff]+/gu, ' ')
    .trim()

/** 通知 农机商会 周三开会: staff order something by a verb and what follows it. */
const ORDER =
  /^(?:通知|登记|派单|转办|发布|倡议|公告|撤回|并单|办结|退单|延期|导出|倡议书|报名|批准|同意|驳回|督办)[ :：](?!.*(?:谁|几|多少|哪|没|吗|为|什么|啥|咋|怎|率|情况|[?？]))/u

/** 通知全体会员：…: what stands behind the colon is dictated. 确认并单, 改成5天 and 恢复募捐1 have something done. */
const DICTATED = /^(?:再?发?个?)?(?:会议)?(?:通知|公告|倡议书?|通报)[^？?：:]{0,20}[：:]/u
const DONE_BY_WORD =
  /^(?:好的?[，,。 ]*)?(?:确认|同意|批准|取消|恢复|改成|改到|改为|认捐?\d|驳回|不?要?撤回$|不(?:要|用|必)|先放着|暂停一下|退回去)/u
const isOrder = (text: string): boolean =>
  ORDER.test(text) || DICTATED.test(text) || (DONE_BY_WORD.test(text) && !VAGUE.test(text))

/** 明天上午我去百味园看看: told, not asked. */
const GOING =
  '(?:去|到|上(?![个周月季半次])).{1,14}(?:看看|看一?下|走走|转转|坐坐|走访|调研|慰问|一趟|拜访|开会|座谈)[。.!！]*$'
const PLAN = new RegExp(
  `(?:我们?|咱们?|俺们?).{0,8}${GOING}|(?:明[天儿]|后天|下周|待会儿?|一会儿?|下午).{0,8}${GOING}`,
  'u',
)
const isPlan = (text: string): boolean => PLAN.test(text) && !VAGUE.test(text)

/** A question that only resembles ours must not keep a rule from being looked up. */
const LEAST = 0.3

/** Nothing where the words ask nothing of the ledger. */
export function readAsked(said: string, at: Date): Asked | undefined {
  const text = withoutAsker(plainText(said))
  if (text === '' || [...text].length > LONGEST || isOrder(text) || isPlan(text) || isElsewhere(text))
    return undefined
  const { slots } = hear(text, at)
  if (slots.score < LEAST) return undefined
  if (isOfRules(text) && !(slots.of !== null && slots.score >= 0.9)) return undefined
  return {
    text,
    kind: slots.kind ?? 'follow-up',
    score: slots.score,
    words: [...slots.words],
    needsPrevious: slots.kind === 'follow-up' ? !stands(slots) : needsBefore(slots),
    mine: slots.mine,
    wantsOthers: OTHERS_SIGN.test(text),
    model: null,
  }
}

const stands = ({ act }: Slots) => act !== null && 'figure' in act && act.figure !== null
