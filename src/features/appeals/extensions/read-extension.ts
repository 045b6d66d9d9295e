/** 申请延期 0312 5天 理由… / 同意延期 0312 / 不同意延期 0312 材料已齐: asking for more time, and the answer. Pure. */
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { type AppealNumber, findAppealNumber } from '../reading/appeal-numbers.ts'

export interface ExtensionAsked {
  readonly number?: AppealNumber
  /** Working days. */
  readonly days?: number
  /** As it was typed. */
  readonly reason: string
}

export interface ExtensionDecision {
  readonly verb: 'grant' | 'refuse'
  readonly number?: AppealNumber
  readonly reason: string
}

const call = /^(?:\s*[@＠][^\s@＠]{1,24}[\s,，]+)+/
const numeral = '(?:20\\d\\d\\s?[-—–]\\s?)?\\d{1,6}(?!\\d|\\s?[个天日周])'
const named = `(?:#|编号|诉求|把|关于)*\\s*${numeral}\\s*号?(?:这件|那件|诉求|的)?`
const length =
  /(?:为|再|多|给|延长?)*\s*([0-9零一二两三四五六七八九十]{1,3})\s*个?\s*(工作日|工作天|天|日|周|星期|礼拜)(?:时间)?/
const reasonMark = /^[\s,，。:：;；]*(?:的)?(?:理由|原因|因为|因|由于|说明)?(?:是|为)?[\s:：,，]*/
const WORD =
  '(?:申请|想|要|需要|请求|请|希望|能不能|来不及)*[\\s,，]*(?:办理)?(?:延期|延长(?:时限|期限|时间)?|延时|展期|宽限|顺延|推迟)(?:办理|办结)?'
const asks = new RegExp(
  `^(?:我们?|我单位|这边)?(?:${named}[\\s,，:：]*.{0,12}?${WORD}|${WORD}[\\s,，:：]*${named}|${WORD})`,
)
const grants = '(?:同意|批准|准许|准予|准|通过|可以|行)'
const refuses = '(?:不同意|不批准|不予|不准|不通过|不能|不行|不可以|驳回|拒绝|否决|不)'

const clean = (text: string) => toHalfWidth(text.replace(call, '').trim())

/** Undefined where the words decide nothing about an extension. */
export function readDecision(text: string): ExtensionDecision | undefined {
  const typed = text.replace(call, '').trim()
  const said = clean(text)
  if (/[?？]\s*$/.test(said) || said.length > 200) return undefined
  const term = '(?:延期|延长|展期|宽限)(?:申请)?'
  for (const [verb, words] of [
    ['refuse', refuses],
    ['grant', grants],
  ] as const) {
    const head = new RegExp(
      `^(?:${named}[\\s,，:：]*)?(?:的)?(?:${words}\\s*(?:给|他们|的)*${term}|${term}[\\s,，:：]*${words})(?:了|吧)?[\\s,，:：]*(?:${named})?`,
    ).exec(said)?.[0]
    const after = new RegExp(`^${term}[\\s,，:：]*${named}[\\s,，:：]*${words}(?:了|吧)?`).exec(said)?.[0]
    const between = new RegExp(`^${words}[\\s,，:：]*${named}[\\s,，:：]*${term}`).exec(said)?.[0]
    const found = head ?? after ?? between
    if (found === undefined) continue
    const number = numberIn(found)
    const reason = typed.slice(found.length).replace(reasonMark, '').trim()
    return { verb, reason, ...(number === undefined ? {} : { number }) }
  }
  return undefined
}

/** Undefined where nobody asks for more time. */
export function readExtension(text: string, meant?: AppealNumber): ExtensionAsked | undefined {
  const typed = text.replace(call, '').trim()
  const said = clean(text)
  if (/[?？]\s*$|(?:了吗|了没|吗|没有)$/.test(said) || said.length > 300) return undefined
  const head = asks.exec(said)?.[0]
  if (head === undefined) return undefined
  const number = numberIn(head) ?? meant
  // 申请延期 alone belongs to who has an appeal in hand: a tax return is put off too.
  if (
    number === undefined &&
    !/^(?:申请|要|需要)?(?:延期|延长)[\s,，]*(?:\d|[一二两三四五六七八九十]|$)/.test(said)
  )
    return undefined
  return { ...readTerm(typed.slice(head.length)), ...(number === undefined ? {} : { number }) }
}

/** Days and reason in what is left, or said when they were asked for. */
export function readTerm(words: string): Pick<ExtensionAsked, 'days' | 'reason'> {
  const found = length.exec(toHalfWidth(words))
  const counted = readNumber(found?.[1] ?? '')
  const days = counted === undefined ? undefined : /[周星礼]/.test(found?.[2] ?? '') ? counted * 5 : counted
  // 因3天停电 is a reason with days in it: only what leads, or trails alone, is the term.
  const at = found?.index ?? -1
  const before = words.slice(0, Math.max(0, at))
  const after = found === null ? '' : words.slice(at + found[0].length)
  const isTerm =
    found !== null && (/^[\s,，:：]*$/.test(before) || (/[\s,，;；]$/.test(before) && after.trim() === ''))
  const rest = isTerm ? before + after : words
  return {
    reason: rest
      .replace(/^[\s,，]*(?:行不行|行吗|好不好|可以吗|可不可以|好吗|吧)(?=[\s,，。;；]|$)/, '')
      .replace(reasonMark, '')
      .replace(/[\s,，;；]+$/, '')
      .trim(),
    ...(isTerm && days !== undefined ? { days } : {}),
  }
}

function numberIn(words: string): AppealNumber | undefined {
  const whole = findAppealNumber(words)
  if (whole !== undefined) return whole
  const bare = /\d{1,6}/.exec(words)
  return bare === null || Number(bare[0]) === 0 ? undefined : { serial: Number(bare[0]) }
}
