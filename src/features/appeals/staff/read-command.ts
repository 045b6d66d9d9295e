/** What staff and units type: 派单 0312 金融办 3个工作日, 0312 给金融办，三天, 0312 已办结 银行已放款. Pure. */
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { type AppealNumber, findAppealNumber } from '../reading/appeal-numbers.ts'

export interface DispatchAsked {
  readonly number?: AppealNumber
  /** What is left of the words once number, days and verbs are taken out. */
  readonly unitWords: string
  /** Working days. */
  readonly days?: number
}

const call = /^(?:\s*[@＠][^\s@＠]{1,24}\s+)+/
const digits = '(?:(20\\d\\d)\\s?[-—–]\\s?)?0*(\\d{1,6})'
const count = '[0-9零一二两三四五六七八九十]{1,3}'
const inDays = new RegExp(`(${count})\\s*个?\\s*(?:工作日|工作天|天|日)(?:之?内|以内|前|办结|办完)?`)
const inWeeks = new RegExp(`(${count})\\s*(?:个)?(?:周|星期|礼拜)(?:之?内)?`)

const clean = (text: string) => toHalfWidth(text).replace(call, '').trim()

/** The number after or before a verb; with the verb beside it a bare 312 is a number too. */
export function numberBeside(text: string, verbs: string): AppealNumber | undefined {
  const said = clean(text)
  const found =
    new RegExp(
      `(?:${verbs})\\s*(?:了|一下|诉求|编号|第|号|把|#|:|：)*\\s*${digits}(?!\\d|个|天|万|元|月|年|点)`,
    ).exec(said) ??
    new RegExp(
      `(?:^|[^\\d])${digits}\\s*(?:号|这件|那件|这个)*\\s*(?:的)?\\s*(?:请|已经?|要|就|先|能|给我)*(?:${verbs})`,
    ).exec(said)
  if (found !== null && Number(found[2]) > 0)
    return { serial: Number(found[2]), ...(found[1] === undefined ? {} : { year: Number(found[1]) }) }
  return findAppealNumber(said)
}

const dispatchVerbs = '派单|转办|派给|派到|派往|交给|交由|转给|转到|转交|移交给?|分给|派|给'
const startsDispatch = /^(?:请)?(?:派单|转办|派工单|派发)/

/** Undefined where the words are no order to dispatch. */
export function readDispatch(text: string): DispatchAsked | undefined {
  const said = clean(text)
  if (said.length > 80 || /[?？]/.test(said)) return undefined
  const isCommand = startsDispatch.test(said)
  const turned = new RegExp(
    `^(?:把|将|请把|请将)?\\s*#?(?:20\\d\\d-)?\\d{1,6}\\s*号?(?:诉求|这件|那件|这个)?[,，\\s]*(?:${dispatchVerbs})`,
  ).test(said)
  const led = /^(?:派|转)(?:给|到)?\s*#?(?:20\d\d-)?\d{3,6}/.test(said)
  if (!isCommand && !turned && !led) return undefined
  const days =
    readNumber(inDays.exec(said)?.[1] ?? '') ?? fiveTimes(readNumber(inWeeks.exec(said)?.[1] ?? ''))
  const bare = said
    .replace(inDays, ' ')
    .replace(inWeeks, ' ')
    .replace(/(?:20\d\d\s?[-—–]\s?)?\d{1,6}\s*号?/g, ' ')
    .replace(startsDispatch, ' ')
    .replace(new RegExp(dispatchVerbs, 'g'), ' ')
    .replace(
      /把|将|请|诉求|这件|那件|这个|限|要求|时限|办理|办结|之?内|[,，。:：;；#]|吧|的|->|→|(?:^|\s)(?:去|办)(?=\s|$)/g,
      ' ',
    )
    .trim()
  const number = numberBeside(said, dispatchVerbs)
  return {
    unitWords: bare,
    ...(number === undefined ? {} : { number }),
    ...(days === undefined ? {} : { days }),
  }
}

const fiveTimes = (weeks: number | undefined) => (weeks === undefined ? undefined : weeks * 5)

export interface Reported {
  readonly number?: AppealNumber
  /** The reason, or what was done; empty when it was not said. */
  readonly words: string
}

const reportVerbs = {
  resolve: '已经?办结|办结|已经?办完|办完|已经?办好|办好了|已经?处理完|处理完毕|已经?解决|解决',
  sendBack: '退回|退单|退件|退掉|退',
  acknowledge: '签收|已签收|接收|接单',
} as const
export type ReportVerb = keyof typeof reportVerbs

/** `0312 已办结 做了什么` and `办结 0312 做了什么`; undefined where the words are nothing of the kind. */
export function readReport(text: string, verb: ReportVerb): Reported | undefined {
  const said = clean(text)
  const verbs = reportVerbs[verb]
  const before = new RegExp(
    `^(?:我要|申请|请)?(?:${verbs})(?:了|一下)?(?:[\\s:：,，#]*(?:编号|第)?\\s*(?:20\\d\\d\\s?[-—–]\\s?)?\\d{1,6}\\s*号?)?(?=[\\s,，。:：;；]|$|理由|因为|[^\\d\\s])`,
  )
  const after = new RegExp(
    `^#?(?:编号|第)?\\s*(?:20\\d\\d\\s?[-—–]\\s?)?\\d{1,6}\\s*号?(?:这件|那件|诉求|的事)?[\\s,，:：]*(?:我们|我单位|这边|要|申请|请)?(?:${verbs})(?:了)?`,
  )
  const led = before.exec(said)
  const head = led ?? after.exec(said)
  if (head === null) return undefined
  // 办结了吗 and 退回的那件呢 ask; 解决 alone belongs to the asker.
  if (/[?？]$|(?:吗|没有|没|呢)$/.test(said) && said.length - head[0].length < 4) return undefined
  const number = numberBeside(head[0], verbs)
  if (number === undefined && (led === null || verb === 'resolve') && said.length > head[0].length)
    return undefined
  // As it was typed: the reason goes to people.
  const words = text
    .replace(call, '')
    .trim()
    .slice(head[0].length)
    .replace(/^[\s,，。:：;；]*(?:理由|原因|因为|说明)?(?:是)?[\s,，:：]*/, '')
    .trim()
  return { words, ...(number === undefined ? {} : { number }) }
}
