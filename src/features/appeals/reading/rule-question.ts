/** A question about a rule asks the documents first: 按哪个文件, 标准是多少, 能不能补. */

import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { anyOf } from './any-of.ts'
import { forgive } from './forgive.ts'

const asksRule = anyOf([
  /(?:按|依据|根据)(?:照)?(?:哪|什么|啥)(?:个|条|份|一)?(?:文件|规定|政策|标准|条款)?/,
  /(?:什么|啥|哪些|有啥|有没有|有什么)(?:政策|规定|文件|条件|标准|优惠|扶持|材料|手续|流程|要求|补贴)/,
  /(?:标准|条件|比例|税率|期限|流程|材料|门槛|额度|政策|要求)(?:是|都|有|要)?(?:多少|啥|什么|哪些|咋|怎么|几)/,
  /(?:能|可以|可否|能否|还能)(?:不能|不可以)?(?:补|享受|申请|申报|减免|抵扣|缓缴|退)(?:不|吗|么|报|缴)?/,
  /(?:怎么|咋|如何)(?:申请|申报|办理|认定|计算|算|享受|报|缴|补|领|查|办)/,
  /(?:算不算|属不属于|是不是(?:可以|能|属于|要)|符不符合|够不够(?:条件|格))/,
  /(?:多久|几天|多长时间|啥时候|什么时候)(?:能)?(?:办完|办好|到账|下来|出台|截止|开始)|政策(?:咨询|依据|原文)|(?:第几条|几条规定)/,
  /(?:要|需要)(?:准备|交|提供|带)?(?:啥|什么|哪些)/,
])

const asksAction = anyOf([
  /协调|帮忙解决|帮.{0,4}(?:解决|协调|催|反映|对接|联系)|没人管|管管|给.{0,4}(?:解决|协调|说法)|救救|反映(?:一?下|一?个|问题|情况)|投诉|求助/,
  /诉求|讨个说法|找谁(?:说理|解决)|想想办法|出面/,
])

/** Words that ask for action file, even where they ask for a rule as well. */
export function asksForAction(text: string): boolean {
  return asksAction.test(forgive(text))
}

export function looksLikeRuleQuestion(text: string): boolean {
  const said = forgive(toHalfWidth(text))
  return asksRule.test(said) && !asksAction.test(said)
}
