/** Calling the desk, greetings and prefaces: what stands before a matter and says nothing of it. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { longestRead } from './forgive.ts'

/** An @ takes the following name along, up to a space or a sign. WeChat puts U+2005 after it. */
const mention = /[@＠][^\s@＠,，。.!！?？:：;；\u2005]{1,24}[\s\u2005]?/g

const greeting =
  '在不在?|在吗|在么|在嘛|在没|在线吗?|有人吗|有人在吗|有人在不|有人没|人呢|喂+|你好+|您好+|hello|hi|嗨|哈喽|hey|早+|早上好|上午好|中午好|下午好|晚上好|大家好|各位好|领导好|老师好|打扰(?:了|一下|下)?|不好意思|麻烦(?:了|一下)?'
const address =
  '各位领导|领导|老师|客服|助手|小助手|商会|工商联|工作人员|管家|机器人|同志|群主|管理员|师傅|娘家人|娘家|小(?!厂|事|票|微|额|区|学|工|企|孩|车|心|时|路|贷|型)[\\u4e00-\\u9fa5]|[\\u4e00-\\u9fa5]{0,2}商?助手'
/** 我想问下 promises a matter and holds none yet. */
const preface =
  '(?:我|俺|咱)?(?:想|要|来)?(?:跟您?|向您?|恳请|给您?|请您?)?(?:问|咨询|请教|打听|反映|汇报|反馈|说|报|求助|麻烦|请问|请问一下|问问)(?:您|你)?(?:一?下|一?个)?(?:事情?|问题|情况|诉求|件事)?(?:儿)?|(?:我|俺|咱)?(?:这)?(?:边)?(?:还)?有(?:点|个|件|一个)?(?:事|问题|情况)(?:儿|情)?(?:想|要|得)?(?:跟|向|请|求)?(?:您|你|领导)?(?:问|咨询|请教|反映|说|麻烦)?(?:一?下|您|你)*|请问'

const particle = '[啊呀哦哈嘛呢哒吧了~的哎诶]*'
const wordless = /[\s,，.。、!！?？;；:：~～…\u2005]+|\ufe0f|\p{Extended_Pictographic}/gu

const whole = new RegExp(`^(?:(?:${greeting}|${address}|${preface})${particle})+$`)
const leading = new RegExp(
  `^(?:(?:${greeting}|${address})${particle}(?:[\\s,，.。!！:：~～、?？]+|$)|[\\s,，.。!！:：~～、]+)+`,
)

function withoutNames(text: string, names: readonly string[]): string {
  let said = text.slice(0, longestRead).replace(mention, ' ')
  for (const name of names) said = said.replaceAll(name, ' ')
  return said
}

/** Mentions and greetings taken off the front; the rest as it was said. `names` are the desk's own. */
export function stripCalls(text: string, names: readonly string[] = []): string {
  return withoutNames(text, names).trim().replace(leading, '').trim()
}

/**
 * Only a call, a greeting or a preface, without a matter in it. Nothing at all counts as a call,
 * since an @ alone arrives as empty words.
 */
export function isBareCall(text: string, names: readonly string[] = []): boolean {
  const pieces = toHalfWidth(withoutNames(text, names)).toLowerCase().split(wordless)
  return pieces.every((piece) => piece === '' || whole.test(piece))
}
