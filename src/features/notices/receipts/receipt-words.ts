/**
 * Whether a short line in a group answers a notice, and how. What is not surely an answer gives nothing;
 * what surely is one, but not surely which, is unclear and left to staff: it is never guessed.
 */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import type { ReceiptKind } from './receipt.ts'

/** Longer lines are talk. */
const LONGEST = 60

const ACKNOWLEDGES =
  /^(?:好的?|嗯+|已经?|均已|都)?(?:收到|收悉|知悉|已阅|已知|知道|了解|明白)(?:了|啦|通知|领导|[啊哈呢哦噢])*$|^(?:准时|按时|一定|会|我)?(?:准时|按时)?(?:参加|到会|参会|到场)(?:了)?$|^ok$|^[👌👍✅☑✔🆗]+$/u
/** 好的 alone may be said to anybody in the group. */
const AGREES = /^(?:好+的?|好嘞|行|可以|嗯+|没问题|ok的)[啊呀哈]?$/u
const POLITE = /^(?:谢谢|感谢|辛苦|麻烦)?(?:领导|主席|秘书长|各位|大家|您|你)*(?:谢谢|辛苦|了)*$/u
const LEAVES =
  /请(?:个|一个|一天|半天)?假|(?:去|来|到|参加)不(?:了|成)|[赶回过](?:不回?[来去上及]了?)|(?:不能|没法|无法|没办法|不便)(?:去|来|到|参加|参会|出席)|(?:出差|在外地|住院|休产假)(?:.{0,6})(?:不去|不参加|缺席|不能|没法|请假)/u
/** Without 收到 in front, only words about oneself and a meeting. */
const BOWS_OUT =
  /请(?:个|一个|一天|半天)?假|参加不了|(?:不能|没法|无法|没办法|不便)(?:参加|参会|出席)|^我?(?:明天|今天|后天|周.|下午|上午|这次)?[去来]不了了?$/u
/** A reason without the conclusion: alone it says nothing about coming. */
const AWAY = /出差|在外地|在外省|住院|国外|产假/u
const LATER =
  /^(?:我|这会儿?|现在|正)?(?:在|正)?(?:高速|开车|开会|会上|路上|飞机上|车上|忙)[着呢上]*$|(?:晚点|晚上|稍后|回头|待会儿?|等会儿?|一会儿?|会后|下班|到家|停车)(?:再|后)?(?:再)?(?:看|回|细看|回复)/u
const DOUBT = /不一定|不确定|看情况|尽量|争取|再说|可能|到时候|也许|说不准|待定/u
const ATTENDS = /去|来|到|参加|参会|出席/u
const DEPUTY = /代(?:收|替|去|参加|为|回|$)|替我?|派|安排.{0,6}(?:去|参加)|让.{1,6}(?:去|参加)/u
/** 没收到, 收到货款, 谁收到了: words about receiving, not an answer. */
const OTHER =
  /(?:没|没有|未|谁|还没|是否|能否)(?:有)?收到|收到.{0,3}(?:款|货|钱|信|快递|发票|没|吗|回复|请|的(?:请|回))|[?？]|吗$|了没$/u

/** @宋主任 收到: an answer often begins with whom it is for. */
const TO_SOMEBODY = /^(?:\s*@[^\s@]{1,24}\s+)+/u

type Part = 'ack' | 'agree' | 'polite' | 'leave' | 'away' | 'later' | 'doubt' | 'deputy' | 'other'

function partOf(part: string): Part {
  if (LEAVES.test(part)) return 'leave'
  if (LATER.test(part)) return 'later'
  if (ACKNOWLEDGES.test(part)) return 'ack'
  if (AGREES.test(part)) return 'agree'
  if (DEPUTY.test(part)) return 'deputy'
  if (DOUBT.test(part)) return 'doubt'
  if (AWAY.test(part)) return 'away'
  return POLITE.test(part) ? 'polite' : 'other'
}

/** What a line says about a notice that awaits receipts; undefined: it is not about it, and is forgotten. */
export function readReceipt(line: string): ReceiptKind | undefined {
  const text = toHalfWidth(line)
    .replace(TO_SOMEBODY, '')
    .trim()
    .toLowerCase()
    .replace(/\p{Emoji_Modifier}|\ufe0f/gu, '')
  if (text === '' || [...text].length > LONGEST || OTHER.test(text)) return undefined
  if (text === '1') return 'acknowledged'
  const parts = text
    .split(/[\s,，.。、!！;；~～…]+|但是?|不过|就是|(?=[👌👍✅☑✔🆗])|(?<=[👌👍✅☑✔🆗])/u)
    // Signs of politeness say nothing by themselves.
    .map((part) => part.replace(/[🙏🤝🌹😊😂😄❤]/gu, ''))
    .filter((part) => part !== '')
  const kinds = parts.map(partOf)
  const has = (kind: Part) => kinds.includes(kind)
  if (has('leave') && (has('ack') || parts.some((part) => BOWS_OUT.test(part)))) {
    // Said to whoever asked, with more around it: 货到不了, 明天我去不了你厂里.
    const isSure = has('ack') || !has('other')
    return isSure && !has('doubt') && !has('deputy') ? 'onLeave' : 'unclear'
  }
  if (has('ack'))
    return has('doubt') || has('deputy') || has('away') ? 'unclear' : has('later') ? 'seen' : 'acknowledged'
  // One person's name in front (张总收到) is said for another: somebody has to see for whom.
  if (/^[\p{Script=Han}]{2,5}收到$/u.test(parts[0] ?? '')) return 'unclear'
  if (has('other')) return undefined
  if (has('later')) return 'seen'
  if (has('doubt') && parts.some((part) => ATTENDS.test(part))) return 'unclear'
  return has('agree') && !has('away') ? 'unclear' : undefined
}
