/** 别说是我反映的: a wish to stay unknown, in the words in which frightened people say it, and how unknown. */
import { anyOf } from './any-of.ts'
import { splitClauses } from './clauses.ts'

const wishes = anyOf([
  /(?:别|不要|不能|莫|甭|千万别|可别|请勿)(?:跟|和|对|向|给|让)?.{0,6}(?:说|讲|提|透露|暴露|泄露|泄漏|公开|写|告诉|知道|提到|提起|露).{0,8}(?:我|俺|咱|名字|姓名|名|身份|公司|厂|企业|谁|单位)/,
  /(?:别|不要|不能|千万别)(?:说|讲|提|透露|暴露|泄露)(?:出去|出来|出我)/,
  /(?:不想|不愿意?|不敢|不方便|不便)(?:让|被|给)?.{0,8}(?:知道|露面|出面|具名|署名|实名|透露|公开|暴露|留名|留姓名|说名字|报名字)|匿名/,
  /(?:给|替|帮)(?:我|俺|我们|咱)?.{0,4}(?:保密|隐去|隐瞒)|(?:请|要|求|能不能|能否|可以|希望|麻烦|一定|务必).{0,6}保密/,
  /保密(?:啊|吧|好吗|行吗|行不行|一下|身份|处理|点)|^保密$|(?:怕|担心|害怕).{0,8}(?:报复|穿小鞋|打击|给小鞋|找麻烦|找茬|秋后算账|刁难|知道是)/,
  /(?:不|别|不要|不想|不用)(?:署|留|具|报|记|写|登)(?:我(?:的)?|俺的?)?(?:姓名|名字?)|隐去.{0,6}(?:名|信息|公司)|(?:名字|姓名|身份|信息).{0,4}(?:保密|隐去|别公开|别写|不要公开|别透露)/,
  /(?:偷偷|悄悄|私下)(?:反映|说|讲|跟你们说)/,
])

const not = anyOf([
  /(?:不用|不必|无需|不需要|没必要|不要求|不怕|取消|解除|不)(?:保密|匿名|隐瞒)|(?:不|别)(?:再)?匿名|可以公开|实名(?:反映|举报)|不怕.{0,4}知道/,
  /商业秘密|保密(?:协议|合同|资质|费|制度|法|局|工作|条款|级别|义务)|签.{0,4}保密|匿名(?:捐|举报电话|信|网友|账号)|捐/,
])

/** Whether somebody wants to stay unknown, in whichever way. */
export function wantsToBeSealed(text: string): boolean {
  return splitClauses(text).some(
    ({ text: said }) => (wishes.test(said) || nobodyKnows.test(said) || howFar.test(said)) && !not.test(said),
  )
}

/**
 * `sealed`: kept encrypted, answered where they are. `anonymous`: nothing of them is kept at all, a code is all
 * they have. `unclear`: 匿名 alone may mean either, and is asked about.
 */
export type Secrecy = 'sealed' | 'anonymous'

/** Not even we are to know: 完全匿名, 别存我是谁, 不留任何信息. */
const nobodyKnows = anyOf([
  /(?:完全|彻底|绝对|真正|纯|全)(?:的)?匿名/,
  /(?:别|不要|不能|莫|甭|不用|也?不想|不愿意?|不许)(?:让|给|被)?(?:你们?|您|系统|后台|平台|工商联)?(?:存|保存|记录?|登记|留存|保留|留)(?:下|住|着)?(?:任何|我们?的?|俺的?|我这边的?)*(?:是谁|身份|信息|资料|记录|号码|微信|账号|痕迹|底)/,
  /(?:你们|您那|后台|系统|平台|工商联|娘家).{0,4}(?:也|都|一样)?(?:别|不要|不能|不用|不该).{0,4}(?:知道|存|留|记|查)/,
  /^(?:我|俺)?(?:要|想|希望|能不能|可以)?(?:不留|不存|别留|别存|不记)(?:任何|我(?:的)?|一点|个人)(?:的)?(?:姓名|名字|身份|信息|资料|记录|痕迹)/,
])

/** How far it goes is not said: nobody is to know, nobody is to find out. */
const howFar =
  /匿名|(?:谁|哪个|任何人|所有人)(?:也|都)(?:别|不要|不能|不想).{0,4}(?:知道|查|看|找).{0,4}我|(?:查|找|认)(?:不|别)?(?:出来?|到)(?:是)?(?:谁|我)|(?:查|找)(?:出来?|到)(?:是)?(?:我|谁)/

/** 匿名, with what only sealing means beside it: they are to be answered, or the unit alone is not to know. */
const butReachable =
  /(?:匿名).{0,12}(?:转办|交办|给他们|给单位|给部门)|(?:对|跟|向|给|别让|不让|不要让).{0,6}(?:镇|局|单位|部门|他们|人家|对方|村|银行|街道).{0,10}(?:匿名|保密|知道)|(?:回复|联系|告诉|通知)我/

/** How unknown somebody wants to stay; undefined where the words say nothing of it. */
export function readSecrecy(text: string): Secrecy | 'unclear' | undefined {
  const clauses = splitClauses(text).map((clause) => clause.text)
  if (clauses.some((clause) => nobodyKnows.test(clause) && !not.test(clause))) return 'anonymous'
  if (!wantsToBeSealed(text)) return undefined
  const isFarMeant = clauses.some((clause) => howFar.test(clause) && !not.test(clause))
  return isFarMeant && !butReachable.test(text) ? 'unclear' : 'sealed'
}

/** The answer to the question which of the two: 封存, 第二个, 完全匿名. */
export function readSecrecyAnswer(text: string): Secrecy | undefined {
  if (nobodyKnows.test(text) || /^(?:要|选|就)?(?:完全)?匿名/.test(text.trim())) return 'anonymous'
  return /封存|保密|(?:要|想|希望|还是).{0,4}(?:回复|联系|通知|告诉)(?:我)?/.test(text) ? 'sealed' : undefined
}
