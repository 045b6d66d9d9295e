/** What units type: 签收 0312, 退回 0312 理由, 0312 已办结 银行已放款; dispatching is read-dispatch.ts's. Pure. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { type AppealNumber, findAppealNumber } from '../reading/appeal-numbers.ts'

const call = /^(?:\s*[@＠][^\s@＠]{1,24}\s+)+/
const digits = '(?:(20\\d\\d)\\s?[-—–]\\s?)?0*(\\d{1,6})'
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

export interface Reported {
  readonly number?: AppealNumber
  /** The reason, or what was done; empty when it was not said. */
  readonly words: string
}

const reportVerbs = {
  resolve: '已经?办结|办结|已经?办完|办完|已经?办好|办好了|已经?处理完|处理完毕|已经?解决|解决',
  // 退税额度已核 is no sending back: the bare verb stands alone or before a number.
  sendBack: '退回|退单|退件|退掉|退(?=[\\s\\d#,，。:：;；给了]|$)',
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
