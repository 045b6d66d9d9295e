/** 并单 0307 -> 0306, 把0307并到0306, 0307和0306是一件事, 撤销并单 0307 理由, 疑似重复. Pure. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { unread } from '../staff/unread.ts'

export interface MergeAsked {
  readonly numbers: readonly AppealNumber[]
  readonly into: AppealNumber | undefined
  /** Nobody said which of them stays. */
  readonly either: boolean
  /** What of the words nothing accounts for. */
  readonly unread: readonly string[]
}

export interface UnmergeAsked {
  readonly number?: AppealNumber
  readonly reason: string
}

export interface ApartAsked {
  readonly numbers: readonly [AppealNumber, AppealNumber]
}

const call = /^(?:\s*[@＠][^\s@＠]{1,24}\s+)+/
const numeral =
  '#?(?:编号|诉求)?(?:20\\d\\d\\s?[-—–]\\s?)?\\d{1,6}(?!\\d|\\s?[年月日天个件家万元])(?:\\s*号)?(?:诉求|那件|这件|单子?)?'
const numerals = `${numeral}(?:\\s*(?:[、,，/]|和|跟|与|及|还有|\\s)\\s*${numeral})*`
const arrow = '(?:-+>|=+>|→|—+>|~>|>+|»)'
const polite = '(?:请|麻烦|帮我|帮忙|给我|直接|就)*'

const clean = (text: string) => toHalfWidth(text).replace(call, '').trim()

export function bareNumber(text: string): AppealNumber | undefined {
  const found = /(?<![\d-])(?:(20\d\d)\s?[-—–]\s?)?0*(\d{1,6})(?!\d)/.exec(toHalfWidth(text))
  if (found === null || Number(found[2]) === 0) return undefined
  return { serial: Number(found[2]), ...(found[1] === undefined ? {} : { year: Number(found[1]) }) }
}

function numbersIn(text: string): AppealNumber[] {
  return (text.match(new RegExp(numeral, 'g')) ?? []).flatMap((one) => bareNumber(one) ?? [])
}

const verbs = '并单|合单|并案|合并|归并|并成一件|合成一件'
const into = '并单?(?:到|进|入|给|至|在)|合并?(?:到|进|入|至)|归(?:到|入|并到)|算(?:到|在|进)|挂(?:到|在)'

/** With a direction: the last number is the one that stays. */
const directed: readonly RegExp[] = [
  // 并单 0307 -> 0306, 合并 0307 到 0306
  new RegExp(
    `^${polite}(?:${verbs})\\s*(?:把|将|:|：)?\\s*(${numerals})\\s*(?:都|一起|也)?\\s*(?:${arrow}|到|进|入|至|给|并到|并入|并进)\\s*(${numeral})`,
  ),
  // 把0307并到0306, 0307 0308 都并入 0306
  new RegExp(`^${polite}(?:把|将)?\\s*(${numerals})\\s*(?:都|一起|也|一并)*\\s*(?:${into})\\s*(${numeral})`),
  // 0307 是 0306 的重复, 0307 重复了, 见 0306
  new RegExp(`^${polite}(${numerals})\\s*(?:是|跟|和|与)\\s*(${numeral})\\s*(?:的)?重复(?:了|的|件)?`),
  new RegExp(`^${polite}(${numeral})\\s*重复(?:了|登记)?\\s*[,，。]?\\s*(?:见|同|和|跟)\\s*(${numeral})`),
]

/** Without: 0307和0306是一件事, 并单 0307 0306. */
const undirected: readonly RegExp[] = [
  new RegExp(
    `^${polite}(${numerals})\\s*(?:都|其实|应该|好像|可能|就|说的)*\\s*(?:是|算|说)?(?:的)?(?:一件事|一回事|同一件事?|同一个事?|同一回事|一个事|一码事|一件|重复的?|重了|重复了)`,
  ),
  new RegExp(`^${polite}(?:把|将)?\\s*(${numerals})\\s*(?:${verbs}|并一下|并起来|合起来|合一下|并了|并一并)`),
  new RegExp(`^${polite}(?:${verbs})\\s*(?:一下)?(?:把|将|:|：)?\\s*(${numerals})`),
]

/** Undefined where the words are no order to merge. A question, and what is denied, is none. */
export function readMerge(text: string): MergeAsked | undefined {
  const said = clean(text)
  if (said.length > 100 || /[?？吗]\s*$|不是|取消|撤销|撤回|解除|别并|不要并|不该并|为什么|怎么/.test(said))
    return undefined
  for (const pattern of directed) {
    const found = pattern.exec(said)
    if (found === null) continue
    const numbers = numbersIn(found[1] ?? '')
    const main = numbersIn(found[2] ?? '')[0]
    if (numbers.length > 0 && main !== undefined)
      return { numbers, into: main, either: false, unread: rest(said, found[0]) }
  }
  for (const pattern of undirected) {
    const found = pattern.exec(said)
    if (found === null) continue
    const numbers = numbersIn(found[1] ?? '')
    if (numbers.length > 1) return { numbers, into: undefined, either: true, unread: rest(said, found[0]) }
    const isOrder = new RegExp(`^${polite}(?:把|将)?[^\\d]{0,4}(?:${verbs})|(?:${verbs})[。.]?$`).test(said)
    if (numbers.length === 1 && isOrder)
      return { numbers, into: undefined, either: false, unread: rest(said, found[0]) }
  }
  return new RegExp(`^${polite}(?:并单|合单|并案)[。.]?$`).test(said)
    ? { numbers: [], into: undefined, either: false, unread: [] }
    : undefined
}

/** 并到 0306, as the answer to a letter about one appeal only. */
export function readMergeOfThis(text: string): { readonly into: AppealNumber } | undefined {
  const said = clean(text)
  const found = new RegExp(
    `^${polite}(?:把|将)?(?:这件|这个|这单|它|此件)?(?:和|跟|与)?\\s*(?:${into}|并单|合并)\\s*(${numeral})\\s*(?:里|一起办?|吧|了)*[。.]?$`,
  ).exec(said)
  const number = found === null ? undefined : bareNumber(found[1] ?? '')
  return number === undefined ? undefined : { into: number }
}

const rest = (said: string, understood: string) =>
  unread(said, [
    understood,
    /是?(?:一件事|一回事|同一件事?|重复(?:的|了)?)|吧|都|并单|合并|里面?|一起|办理?|去|里头/g,
  ])

const undo = '(?:撤销|取消|撤回|解除|撤掉|拆掉|恢复)(?:一下)?(?:对)?'

/** 撤销并单 0307 理由, 0307 拆出来, 0307 不该并. */
export function readUnmerge(text: string): UnmergeAsked | undefined {
  const said = clean(text)
  if (said.length > 300 || /[?？]\s*$|吗\s*$/.test(said)) return undefined
  const found =
    new RegExp(`^${polite}${undo}\\s*(?:并单|合单|并案|合并|归并)(?:的)?\\s*(${numeral})?`).exec(said) ??
    new RegExp(`^${polite}(?:把|将)?\\s*(${numeral})\\s*(?:的)?${undo}(?:并单|合单|并案|合并|归并)`).exec(
      said,
    ) ??
    new RegExp(
      `^${polite}(?:把|将)?\\s*(${numeral})\\s*的?(?:并单|合单|并案|合并|归并)(?:给我|都)?(?:撤销|取消|撤了?|解除)`,
    ).exec(said) ??
    new RegExp(`^${polite}${undo}\\s*(${numeral})\\s*(?:的)?(?:并单|合单|并案|合并|归并)`).exec(said) ??
    new RegExp(
      `^${polite}(?:把|将)?\\s*(${numeral})\\s*(?:给我|再|还是|要|得|重新|单独)*\\s*(?:拆出来|分出来|分开办?|拆开|单独办理?|独立出来|不该并(?:单|的)?|并错了|不要并了?|单列)`,
    ).exec(said)
  if (found === null) return undefined
  const number = found[1] === undefined ? undefined : bareNumber(found[1])
  const reason = said
    .slice(found[0].length)
    .replace(/^[\s,，。.:：;；、]*(?:的)?(?:理由|原因|因为|说明)?(?:是|为)?[\s,，:：]*/, '')
    .trim()
  return { reason, ...(number === undefined ? {} : { number }) }
}

/** 0307 和 0306 不是一回事 */
export function readApart(text: string): ApartAsked | undefined {
  const said = clean(text)
  if (said.length > 60 || /[?？]\s*$|吗\s*$/.test(said)) return undefined
  const found = new RegExp(
    `^${polite}(${numeral})\\s*(?:和|跟|与|、|,|，|\\s)\\s*(${numeral})\\s*(?:其实|根本|并|也|说的)*\\s*(?:不是(?:一件|一回|同一|一个|重复|一码)|不一样|不重复|两码事|两回事|是两件|是两回|没关系|别并|不用并|不并)`,
  ).exec(said)
  const one = found === null ? undefined : bareNumber(found[1] ?? '')
  const other = found === null ? undefined : bareNumber(found[2] ?? '')
  return one === undefined || other === undefined ? undefined : { numbers: [one, other] }
}

/** 疑似重复, 有没有重复的 */
export function asksForLikenesses(text: string): boolean {
  return /^(?:请|帮我|给我)?(?:看|查|列|有|还有)?(?:一?下|看|出来?|哪些|没有|什么|啥)*(?:待定的|没定的)?(?:疑似|可能|好像|像是)?(?:是)?(?:重复|重了|该并单?|要并单?|可以并单?|能并单?)(?:的|件|诉求|单子|列表|清单|有哪些|有没有|有几件|哪些|吗|呢|了)*[?？。]?$/.test(
    clean(text),
  )
}
