/** 结案 0288 已解决 回访, 归档 0288, 重办 0288 理由, 收回 0266 理由. Pure. */
import { z } from 'zod'
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { readOutcome, readSatisfaction } from '../asker/read-outcome.ts'
import { OrderedNumber } from '../life/acting-on.ts'
import { stripCalls } from '../reading/calls.ts'
import { numberBeside } from '../staff/read-command.ts'
import { reportWords } from './read-resolve.ts'

export const CloseOrder = z.object({
  number: OrderedNumber.exactOptional(),
  /** What the asker said to whoever called them; nothing where nobody says that they were asked. */
  outcome: z.enum(['solved', 'partly', 'unsolved']).exactOptional(),
  satisfaction: z.enum(['satisfied', 'unsatisfied']).exactOptional(),
  /** Of one that is still open: how it was resolved. */
  closeKind: z.enum(['fixed', 'explained', 'notPossible']),
  words: z.string(),
})
export type CloseOrder = z.infer<typeof CloseOrder>

export const ReopenOrder = z.object({ number: OrderedNumber.exactOptional(), words: z.string() })
export type ReopenOrder = z.infer<typeof ReopenOrder>

const numeral = '(?:编号|第|#)?\\s*(?:20\\d\\d\\s?[-—–]\\s?)?\\d{1,6}\\s*号?'
const filler = '(?:请|麻烦|帮我?|给我|把|将|可以|就|先|要|这件|那件|诉求|的事|[\\s,，:：])*'
const closeVerbs = '办结归档|办结销号|结案归档|结案|归档|销号|销案|了结|结掉|结了'
const reopenVerbs = '打回重办|重办|重新办理?|返工|重新启动办理|退回重办|发回重办|收回|撤回转办|转回来'
const asks = /[?？]$|(?:吗|没有|没|呢)$/

/** What stands around number and verb; undefined where the words are no such order. */
function around(said: string, verbs: string): string | undefined {
  if (said.length > 200 || asks.test(said)) return undefined
  const led = new RegExp(`^${filler}(?:${verbs})(?:了|一下)?[\\s:：,，]*${numeral}(?=\\D|$)`)
  const trailed = new RegExp(`^${filler}${numeral}${filler}(?:${verbs})(?:了|吧|一下)*`)
  const head = led.exec(said) ?? trailed.exec(said)
  return head?.[0]
}

export function readClose(text: string): CloseOrder | undefined {
  const said = stripCalls(text)
  const half = toHalfWidth(said)
  const head = around(half, closeVerbs)
  if (head === undefined) return undefined
  const number = numberBeside(head, closeVerbs)
  return { ...(number === undefined ? {} : { number }), ...closeWords(said.slice(head.length)) }
}

const CALLED =
  /(?:电话|微信|上门|当面)?回访(?:过|了|结果|情况)?|诉求人(?:已)?(?:反馈|表示|确认|说|答复)|企业(?:已)?(?:反馈|表示|确认|说)/

/** Whether the asker was asked, what they said, and what else was typed. */
export function closeWords(text: string): Omit<CloseOrder, 'number'> {
  const { closeKind, words } = reportWords(text.trim(), 'fixed')
  const called = CALLED.test(text)
  const outcome = called ? readOutcome(text.replace(CALLED, ' ')) : undefined
  const satisfaction = called ? readSatisfaction(text) : undefined
  const rest = words
    .replace(CALLED, ' ')
    .replace(/(?:已经?|部分|基本)?解决了?|没(?:有)?解决|未解决|很?不?满意/g, ' ')
    .replace(/[\s,，。;；:：]+/g, ' ')
    .trim()
  return {
    closeKind,
    words: rest,
    ...(outcome === undefined ? {} : { outcome }),
    ...(satisfaction === undefined ? {} : { satisfaction }),
  }
}

export function readReopen(text: string): ReopenOrder | undefined {
  const said = stripCalls(text)
  const head = around(toHalfWidth(said), reopenVerbs)
  if (head === undefined) return undefined
  const number = numberBeside(head, reopenVerbs)
  return { ...(number === undefined ? {} : { number }), words: reasonIn(said.slice(head.length)) }
}

/** 理由：…, without its heading. */
export const reasonIn = (text: string): string =>
  text.replace(/^[\s,，。:：;；]*(?:(?:理由|原因|因为|说明)(?:是)?)?[\s,，:：]*/, '').trim()
