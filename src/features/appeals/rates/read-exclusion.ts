/** 申请剔除 0275 理由代码05 说明…, 同意剔除 0275, 不同意剔除 0275 理由…: taking a matter out of the rates. Pure. */
import { z } from 'zod'
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { type AppealNumber, findAppealNumber } from '../reading/appeal-numbers.ts'

const Numbered = z.object({ year: z.number().exactOptional(), serial: z.number() })

export const ExclusionOrder = z.object({
  number: Numbered.exactOptional(),
  /** Two digits, or null where none was said. */
  code: z.string().nullable(),
  /** As it was typed. */
  words: z.string(),
})
export type ExclusionOrder = z.infer<typeof ExclusionOrder>

export const DecisionOrder = z.object({
  number: Numbered.exactOptional(),
  grant: z.boolean(),
  words: z.string(),
})
export type DecisionOrder = z.infer<typeof DecisionOrder>

const call = /^(?:\s*[@＠][^\s@＠]{1,24}[\s,，]+)+/u
const numeral = '(?:20\\d\\d\\s?[-—–]\\s?)?\\d{1,6}'
const named = `(?:[\\s,，:：]*(?:#|编号|诉求|把|将|第)*\\s*(${numeral})\\s*号?(?:这件|那件|诉求|的)?)`
const OUT = '(?:剔除|剔出|核减|不计入?(?:三率|考核)|从(?:三率|考核)(?:里|中)?(?:剔除|去掉|拿掉))'
const asks = new RegExp(
  `^(?:请|我要|我想|帮我|要|想)?(?:(?:申请|提请|请求)[\\s,，]*(?:把|将)?${named}?[\\s,，]*(?:申请)?${OUT}(?:统计|考核|三率)?${named}?|${named}[\\s,，]*(?:要|想)?(?:申请|提请)${OUT}|${OUT}申请${named}?)`,
  'u',
)
const decides = (verb: string) =>
  new RegExp(
    `^(?:${named}[\\s,，]*)?(?:${verb})[\\s,，]*(?:把|将)?${named}?[\\s,，]*(?:的)?${OUT}(?:申请)?(?:了|吧)?${named}?|^${OUT}(?:申请)?${named}[\\s,，]*(?:${verb})(?:了|吧)?`,
    'u',
  )
const refuses = decides('不同意|不批准?|不予|驳回|拒绝|不准|否决|不能|不可以')
const grants = decides('同意|批准|准许|准予|准|通过|可以')
const codeMark =
  /(?:理由|原因)?\s*(?:代码|编码|代号|序号|第)\s*[:：是为]?\s*0?([0-9]{1,2})(?!\d)(?:\s*[条号项])?|(?:理由|原因)\s*[:：是为]?\s*(0[0-9])(?!\d)/u
const reasonMark = /^[\s,，。:：;；]*(?:理由|原因|因为|说明|情况)?(?:是|为)?[\s:：,，]*/u

export function readExclusion(text: string): ExclusionOrder | undefined {
  const typed = toHalfWidth(text.replace(call, '').trim())
  if (typed.length > 300 || /[?？]\s*$|了吗$/u.test(typed)) return undefined
  const head = asks.exec(typed)?.[0]
  if (head === undefined) return undefined
  const number = numberOf(head)
  return { ...(number === undefined ? {} : { number }), ...readReason(typed.slice(head.length)) }
}

/** Also what is said when the code or the explanation was asked for. */
export function readReason(words: string): Pick<ExclusionOrder, 'code' | 'words'> {
  const typed = toHalfWidth(words)
  const marked = codeMark.exec(typed)
  const bare = /^\s*0?([1-9][0-9]?)(?:\s*[条号项])?(?=[\s,，。:：;；]|$)/u.exec(typed)
  const found = marked ?? bare
  const code = (found?.[1] ?? found?.[2])?.padStart(2, '0') ?? null
  const rest = found === null ? typed : typed.replace(found[0], ' ')
  return { code, words: rest.replace(reasonMark, '').replace(reasonMark, '').trim() }
}

export function readExclusionDecision(text: string): DecisionOrder | undefined {
  const typed = toHalfWidth(text.replace(call, '').trim())
  if (typed.length > 300 || /[?？]\s*$|了吗$/u.test(typed)) return undefined
  for (const [grant, pattern] of [
    [false, refuses],
    [true, grants],
  ] as const) {
    const head = pattern.exec(typed)?.[0]
    if (head === undefined) continue
    const number = numberOf(head)
    return {
      ...(number === undefined ? {} : { number }),
      grant,
      words: typed.slice(head.length).replace(reasonMark, '').trim(),
    }
  }
  return undefined
}

/** 待审的剔除, 剔除申请列表. */
export const isPendingAsked = (text: string): boolean =>
  /^(?:看|查|列)?(?:一?下|看)?(?:待审(?:批)?的?|未审的?|没批的?|还没(?:审|批)的?)?(?:剔除)(?:申请)?(?:列表|清单|有哪些|有几件|待审)?[?？]?$/u.test(
    toHalfWidth(text).trim(),
  )

function numberOf(head: string): AppealNumber | undefined {
  const whole = findAppealNumber(head)
  if (whole !== undefined) return whole
  const bare = /\d{1,6}/u.exec(head)?.[0]
  return bare === undefined || +bare === 0 ? undefined : { serial: +bare }
}
