/** 代回 通知57 李会计代张总, 第2条算周建国收到, 第3条不算: what staff say of answers that the house could not place. */
import { readNumber } from '../../../kernel/chinese-numbers.ts'
import type { ReceiptKind } from './receipt.ts'

/** One thing to settle, as it was said. */
export interface Settlement {
  /** 第2条; left out where only somebody is named. */
  readonly doubt?: number
  /** Who it is about, as staff call them; left out: whoever said the line. */
  readonly whom?: string
  readonly as: Exclude<ReceiptKind, 'unclear'> | 'nothing'
}

export interface SettleWords {
  readonly number?: number
  /** 都不算: everything that is open. */
  readonly everything?: 'nothing'
  readonly settlements: readonly Settlement[]
}

const NOTICE = /通知\s*[#＃第]?\s*(\d{1,6})\s*号?/u
const BEGINS_WITH_NOTICE = /^\/?(?:给|把)?通知\s*[#＃第]?\s*\d/u
const ASKS = /谁|哪|多少|怎么|咋|几[个位人]|什么|啥|吗|[?？]/u
const STARTS = /^\/?(?:请|帮我|麻烦)?(?:代回|代收|代为回执|补回执|补登|登记回执)/u
const DOUBTS =
  /第?\s*([\d一二两三四五六七八九十]+(?:\s*[、,，和及]\s*第?\s*[\d一二两三四五六七八九十]+)*)\s*[条个项]/u
const NOTHING = /不算|作废|不用管|不管|忽略|无关|撤掉|撤销|取消|去掉|算错|没回/u
const LEAVE = /请假|去不了|来不了|不去|不来|不参加|缺席/u
const SEEN = /看到没?未?确认|还没确认|没确认|晚点看|只是看到/u
const RECEIVED = /收到|已回|回了|算回|已收|已阅|知道|确认|参加|算$|算了?$/u
const VERBS =
  /^(?:就|应该|应|是|为|算作?|归|记(?:为|成|到)?|给|改成|按)+|(?:的|已经?|算|也)*(?:收到|已回|回了|算回|已收|已阅|知道了?|确认了?|参加|请假|去不了|来不了|不去|不来|不参加|缺席|不算|作废|撤掉|撤销|取消|去掉|没回|本人|名下)+(?:了|的|吧|。|\.)*$|(?:算|已|了|吧|。)+$/gu
const DEPUTY_OF = /^.{1,8}?(?:代替?|替)(?=\S)/u

/** Undefined: these words settle nothing. */
export function readSettling(text: string): SettleWords | undefined {
  const said = text.trim()
  if ([...said].length > 80 || ASKS.test(said)) return undefined
  const number = NOTICE.exec(said)?.[1]
  const isStarted = STARTS.test(said)
  const of = number === undefined ? {} : { number: Number(number) }
  const rest = said
    .replace(STARTS, '')
    .replace(NOTICE, ' ')
    .replace(/^[\s:：,，的]+/u, '')
  if (
    /^(?:剩下的?|其余|这些|全|全部)?都?(?:不算|作废|忽略)(?:了|吧)?$/u.test(rest) &&
    (isStarted || number !== undefined || /^[剩其这全都]/u.test(rest))
  )
    return { ...of, everything: 'nothing', settlements: [] }
  const settlements = rest
    .split(/[;；。\n]|[，,](?=\s*第)/u)
    .flatMap((part) =>
      settlementsOf(part.trim(), { isStarted, isNamed: isStarted || BEGINS_WITH_NOTICE.test(said) }),
    )
  if (settlements.length === 0) return undefined
  // 第2条不算 without a notice's number belongs to the one that was looked at last.
  return { ...of, settlements }
}

/** `isNamed`: people may be named without a number of a line; `isStarted`: and without a verb. */
function settlementsOf(
  part: string,
  { isStarted, isNamed }: { readonly isStarted: boolean; readonly isNamed: boolean },
): readonly Settlement[] {
  const found = DOUBTS.exec(part)
  const numbers = found === null ? [] : numbersOf(found[1] as string)
  const after = (found === null ? part : part.replace(found[0], ' ')).trim()
  const as = senseOf(after, found !== null)
  if (as === undefined && !(isStarted && found === null)) return []
  const names = namesOf(after)
  const kind = as ?? 'acknowledged'
  if (numbers.length > 0)
    return numbers.map((doubt) => ({
      doubt,
      as: kind,
      ...(names[0] === undefined || kind === 'nothing' ? {} : { whom: names[0] }),
    }))
  return isNamed ? names.map((whom) => ({ whom, as: kind })) : []
}

function senseOf(words: string, hasDoubt: boolean): Settlement['as'] | undefined {
  if (NOTHING.test(words)) return 'nothing'
  if (LEAVE.test(words)) return 'onLeave'
  if (SEEN.test(words)) return 'seen'
  if (RECEIVED.test(words)) return 'acknowledged'
  return hasDoubt && /^(?:就|应该|应)?(?:是|为|算|归|记)/u.test(words) ? 'acknowledged' : undefined
}

function numbersOf(words: string): readonly number[] {
  return words
    .split(/[、,，和及第\s]+/u)
    .flatMap((one) => (one === '' ? [] : [/^\d+$/u.test(one) ? Number(one) : readNumber(one)]))
    .filter((one) => one !== undefined)
}

/** 李会计代张总 is 张总's; 张总、李总: both. */
function namesOf(words: string): readonly string[] {
  return words
    .split(/[、,，\s]+|和(?=\S)/u)
    .map((one) => one.trim().replace(VERBS, '').replace(VERBS, '').replace(DEPUTY_OF, '').trim())
    .filter((one) => [...one].length >= 2 && [...one].length <= 24)
}
