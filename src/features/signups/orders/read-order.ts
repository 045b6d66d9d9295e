/** What keepers order of lists: 开个接龙 …, 关闭接龙12, 接龙12 限50人, 接龙12 第3条改2人. Pure. */
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { numberIn } from '../asks/read-ask.ts'
import type { ChangeOrder } from './change-order.ts'
import type { OpenOrder } from './open-order.ts'

const OPEN =
  /^\s*\/?(?:请|帮我|麻烦|我要|我想|给我|再|在群里)*(?:发起|开始|新建|建立?|开|发|起|搞|做)(?:一?个|一下)?(?:报名|活动|新的?)?接龙(?:报名)?[\s:：,，]*/u
const TO = /[\s,，。;；]*(?:发|放|挂)?(?:到|给|在)\s*([^\s,，。;；:：]{2,20}?群)(?:里)?[\s,，。;；]*/u

/** Undefined where nobody opens a list with these words. */
export function readOpenOrder(said: string): OpenOrder | undefined {
  const found = OPEN.exec(said)
  if (found === null) return undefined
  const rest = said.slice(found[0].length)
  const to = TO.exec(rest)
  const text = to === null ? rest : `${rest.slice(0, to.index)}\n${rest.slice(to.index + to[0].length)}`
  return { text: text.trim(), to: to?.[1] ?? null }
}

const LONGEST = 60
const CLOSES =
  /(?:关闭|关掉|关了|结束|停止|停掉|停了|停|截止|收)(?:掉|了|这个|那个|一下)?\s*接龙|接龙\s*#?\d*\s*号?(?:就|可以|现在|先)*(?:截止|关闭|结束|关了|停了|停止|停|收了)(?:了|吧|报名)*[。.]?$/u
const REOPENS =
  /(?:重新|再)(?:打开|开放|开启|开|接着)(?:报名)?.{0,4}接龙|接龙\s*\d*\s*(?:重新|再)(?:打开|开放|开启|开)/u
const NTH = /第\s*(\d{1,4}|[一二三四五六七八九十]{1,4})\s*(?:条|行|个)/u
const OUT = /不算|删|去掉|作废|取消|退出|不来|不去/u
const IN = /算|留|保留|确认|有效|来的?$|没错/u
const HEADS = /(?:改|变|按|算)?(?:成|为|到)?\s*(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(?:个人|人|位|个)/u
const WHO = /(?:是|就是|指的是|应该是)\s*([\p{Script=Han}A-Za-z\s·]{2,24})$/u
const N = '(\\d{1,4}|[一二两三四五六七八九十百]{1,4})'
const PER_COMPANY = new RegExp(
  `每(?:家|个)?(?:企业|单位|公司|家)?(?:限|不超过?|最多|可以)?(?:报)?(?:改)?(?:成|为|到)?${N}\\s*(?:个|人|名|位)`,
  'u',
)
const PLACES = new RegExp(
  `(?:限|名额|上限|总(?:数|人数)|一共|共)(?:额|制|报)?(?:人数)?(?:改|加|增|减|调)?(?:成|为|到|至)?\\s*${N}\\s*(?:个|人|名|位)?`,
  'u',
)
const UNLIMITED = /不限(?:人数|名额)?|取消(?:人数)?限制|放开/u

export function readChangeOrder(said: string): ChangeOrder | undefined {
  const text = toHalfWidth(said).trim()
  if (text.includes('\n') || [...text].length > LONGEST) return undefined
  const number = numberIn(text) ?? null
  const nth = readNumber(NTH.exec(text)?.[1] ?? '')
  if (nth !== undefined && (number !== null || /接龙/u.test(text))) {
    const rest = text
      .replace(/接龙\s*#?\d*\s*号?/u, ' ')
      .replace(NTH, ' ')
      .trim()
    const who = WHO.exec(rest)?.[1]?.trim()
    if (who !== undefined) return { act: 'settle', number, n: nth, who }
    const heads = readNumber(HEADS.exec(rest)?.[1] ?? '')
    if (heads !== undefined && heads > 0 && !OUT.test(rest)) return { act: 'settle', number, n: nth, heads }
    if (OUT.test(rest)) return { act: 'settle', number, n: nth, how: 'out' }
    return IN.test(rest) ? { act: 'settle', number, n: nth, how: 'in' } : undefined
  }
  if (REOPENS.test(text)) return { act: 'reopen', number }
  if (CLOSES.test(text)) return { act: 'close', number }
  if (number === null) return undefined
  const rest = text.replace(/接龙\s*#?\d*\s*号?/u, ' ')
  if (UNLIMITED.test(rest)) return { act: 'limits', number, places: 0 }
  const perCompany = readNumber(PER_COMPANY.exec(rest)?.[1] ?? '')
  const places = readNumber(PLACES.exec(rest.replace(PER_COMPANY, ' '))?.[1] ?? '')
  if (perCompany === undefined && places === undefined) return undefined
  return {
    act: 'limits',
    number,
    ...(places === undefined ? {} : { places }),
    ...(perCompany === undefined ? {} : { perCompany }),
  }
}
