/** Asking after a matter that is already here: politely (a status query), or because it takes too long (a reminder). */

import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { anyOf } from './any-of.ts'
import { stripCalls } from './calls.ts'
import { forgive } from './forgive.ts'
import { proposeCategory } from './propose-category.ts'

const statusAsked = anyOf([
  /(?:到|办到|走到|进行到|处理到)(?:哪|哪儿|什么|啥)(?!(?:里|儿)?(?:年|月|天|日|号|个|家|些|办(?!了)|申|领|交|报|买|找|去|咨询|开|时候))(?:一)?(?:步|里|程度|阶段|环节)?(?:了|啦)?/,
  /(?:办|处理|解决|进展|进行|落实|跟进|对接|协调|弄|搞)(?:得|的)?(?:怎么样|咋样|如何|怎样|啥样|怎么着)/,
  /(?:有|有没有|有啥|有什么|啥|什么)(?:结果|进展|消息|眉目|说法|下文|回音|回复|答复)(?:没有|没|了|吗|不)?/,
  /(?:进度|进展|状态|结果)(?:怎么样|咋样|如何|呢|查询|是啥)?|查(?:一?下|询)?(?:我的)?(?:进度|进展|诉求|办理情况)/,
  /(?:办|处理|解决|弄)(?:好|完|妥|成|结)(?:了)?(?:没有|没|吗|不)|(?:谁|哪个(?:单位|部门))(?:在|负责)(?:办|处理|管)/,
  /(?:事|诉求|问题|情况|单子?|贷款|那个|那件|反映的|报的|登记的).{0,8}(?:咋样|怎么?样|咋弄的|咋整的|办咋样)了?|^(?:#?(?:20\d\d[-—–])?\d{3,6}号?(?:这件|那件|的事)?)?[\s,，]*(?:现在|目前|最近)?(?:咋样|怎么样|怎样|咋弄的|啥情况)了?$/,
  /什么时候能(?:办|解决|处理|有|答复|回)|几时(?:能|有)|多久能(?:办|有|好)|现在(?:怎么样|咋样|啥情况|什么情况)(?:了)?/,
])

/** Every "still" and "so long" is impatience; 咋样了 alone only asks. */
const pressed = anyOf([
  /都(?:过去|过了|等了|快)?(?:[一二两三四五六七八九十几半]+|\d+)(?:多)?(?:个)?(?:天|星期|礼拜|周|月|小时|钟头)了/,
  /(?:还没|还不|还没有|仍没|依然没|到现在(?:还|也|都)?没|一直没|咋还没|怎么还没|为啥还没)(?:个)?(?:人|有人|动静|消息|回|答复|办|处理|解决|结果|下文|联系|管|说法|音信|信儿)/,
  /(?:有没有|到底有没有|还有没有|有没|有)(?:人)(?:管|处理|理|负责)(?:啊|吗|没|不|呀)?|没(?:有)?人(?:管|理|联系|回|搭理|问)/,
  /没(?:个)?(?:动静|下文|音信|回音|信儿|说法)|(?:再)?催(?:一?下|一催|催|办|问)/,
  /(?:抓紧|快点|赶快|尽快|麻烦快|快些)(?:办|处理|解决|给|回|联系)?/,
  /等(?:了|到)(?:好久|好几|半天|这么久|多久|[一二两三四五六七八九十几半\d]+(?:个)?(?:天|星期|周|月|小时))/,
  /(?:还|还要|到底)(?:得|要)?等(?:多久|到啥时候|到什么时候|几天)|(?:什么|啥)时候(?:才)?是个头|不是说(?:了)?.{0,10}(?:答复|回|办|联系)/,
])

const ownMatter = anyOf(
  [
    /(?:我|我们|俺|俺们|咱|咱们)?(?:上次|上回|之前|以前|前几天|前两天|昨天|上周|那天|刚才)?(?:报|说|反映|提|登记|提交|咨询|问|发|交)(?:的|过的|给你们的)(?:那个|那件|那|这个|这)?(?:事|事情|诉求|问题|情况|东西)?/,
    /(?:我|我们|俺|俺们|咱|咱们)(?:家|厂|公司)?(?:的)?(?:那个|那件|那|这个|这件|这)(?:[^，,。\s]{0,6}的)?(?:事情?|诉求|问题|单子?|情况)?/,
    // 贷款那个, 修路的事
    /[^，,。\s]{1,6}(?:那个|那件|那笔|那事|那块|的事)(?:事情?|问题|诉求)?/,
  ],
  'g',
)

const newMatterAsked =
  /(?:能不能|能否|请|希望|麻烦)(?:你们|您)?(?:帮|给|让|叫|催|派|找|跟|协调|解决)|我想|我要|想问|反映一个|还有个事|另外/

export type FollowUp = 'reminder' | 'status'

/** A rest that names a trouble is a new matter, however impatient: 停电三天了没人管. */
function tellsSomethingNew(said: string): boolean {
  const rest = said.replace(ownMatter, ' ').replace(pressed, ' ').replace(statusAsked, ' ').trim()
  if (newMatterAsked.test(rest) && rest.length > 6) return true
  const best = proposeCategory(rest)[0]
  // "欠款三年没人理" names no matter of before; "那个贷款的事" and "贷款办到哪一步了" do.
  const refersBack = said.search(ownMatter) >= 0 || statusAsked.test(said) || /\d{3,}/.test(said)
  return best?.namesTrouble === true || (!refersBack && (best?.score ?? 0) >= 2) || rest.length > 40
}

/** Which kind of asking after it is, or nothing when the words are not about a matter that is already here. */
export function readFollowUp(text: string): FollowUp | undefined {
  const said = forgive(stripCalls(toHalfWidth(text)))
  if (said === '' || said.length > 120) return undefined
  const isPressed = pressed.test(said)
  const asksStatus = statusAsked.test(said)
  if ((!isPressed && !asksStatus) || tellsSomethingNew(said)) return undefined
  return isPressed ? 'reminder' : 'status'
}

export function looksLikeReminder(text: string): boolean {
  return readFollowUp(text) === 'reminder'
}

export function looksLikeStatusQuery(text: string): boolean {
  return readFollowUp(text) === 'status'
}
