/** 0312 办结 已解释 …, 0312 办不了，因为…, 办结 0312 银行已放款: what was done, and of which kind it is. Pure. */
import { z } from 'zod'
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { OrderedNumber } from '../life/acting-on.ts'
import { stripCalls } from '../reading/calls.ts'
import { numberBeside } from '../staff/read-command.ts'

export const ResolveOrder = z.object({
  number: OrderedNumber.exactOptional(),
  closeKind: z.enum(['fixed', 'explained', 'notPossible']),
  /** What was done, or why it cannot be; goes to the asker in these words. */
  words: z.string(),
})
export type ResolveOrder = z.infer<typeof ResolveOrder>
export type ResolveKind = ResolveOrder['closeKind']

const numeral = '(?:编号|第|#)?\\s*(?:20\\d\\d\\s?[-—–]\\s?)?\\d{1,6}\\s*号?'
const fixed =
  '已经?办结|办结|已经?办完|办完|已经?办好|办好了?|已经?处理完|处理完毕|处理完了|处理好了|已经?解决|解决'
const explained = '已经?(?:解释|说明)(?:清楚|到位)?|解释清楚|解释到位|政策(?:已经?)?解释'
const notPossible =
  '(?:确实|实在|真的)?(?:办不了|没法办|无法办理?|办不成|不能办|办理不了|解决不了|无法解决|不能解决|没办法(?:办|解决)|没法解决|不予办理)'
const verbs = `${notPossible}|${explained}|${fixed}`

/** What stands first in the report and names its kind. */
const kinds: readonly (readonly [ResolveKind, RegExp])[] = [
  ['notPossible', new RegExp(`^(?:${notPossible})`)],
  [
    'explained',
    new RegExp(
      `^(?:${explained}|(?:已经?)?(?:答复|解答|答疑)(?:清楚|完毕|企业|对方|了)*(?=[\\s,，。:：;；]|$))`,
    ),
  ],
  ['explained', /^(?=已?经?(?:跟|向|给|和|对|同).{0,8}(?:解释|说明|讲(?:清|明白)))/],
  ['fixed', /^(?:已经?解决|解决)(?:了)?(?=[\s,，。:：;；]|$)/],
]

const led = new RegExp(
  `^(?:我要|申请|请)?(?:${verbs})了?(?:[\\s:：,，#]*${numeral})?(?=[\\s,，。:：;；]|$|[^\\d])`,
)
const trailed = new RegExp(
  `^${numeral}(?:这件|那件|诉求|的事|这个)?[\\s,，:：]*(?:我们|我单位|这边|要|申请|请)?(?:${verbs})了?`,
)

/** Undefined where the words report nothing. `needsNumber` false where it is known which appeal is meant. */
export function readResolve(text: string, needsNumber = true): ResolveOrder | undefined {
  const said = stripCalls(text)
  const half = toHalfWidth(said)
  const head = led.exec(half) ?? trailed.exec(half)
  if (head === null) return undefined
  const rest = said.slice(head[0].length)
  // 办结了吗 asks, as does 解决没有.
  if (/[?？]$|(?:吗|没有|没|呢)$/.test(said) && rest.length < 4) return undefined
  const number = numberBeside(head[0], verbs)
  if (number === undefined && needsNumber) return undefined
  // 解决 alone, or with a tale behind it, belongs to whoever tells.
  if (number === undefined && /^(?:解决|办好|办完)/.test(half)) return undefined
  const spoken = kinds.find(([, words]) =>
    words.test(half.replace(new RegExp(`^${numeral}\\D{0,3}?(?=${verbs})`), '')),
  )
  return {
    ...reportWords(rest, spoken?.[0] ?? 'fixed'),
    ...(number === undefined ? {} : { number }),
  }
}

/** The report without its kind and its 因为; as it was typed, because it goes to people. */
export function reportWords(text: string, otherwise: ResolveKind): Omit<ResolveOrder, 'number'> {
  const bare = text.replace(/^[\s,，。:：;；]+/, '')
  const named = kinds.find(([, words]) => words.test(toHalfWidth(bare)))
  const found = named?.[1].exec(toHalfWidth(bare))?.[0] ?? ''
  const words = bare
    .slice(found.length)
    .replace(/^(?:[\s,，。:：;；]|了(?=[\s,，。:：;；]))*(?:(?:理由|原因|因为|说明)(?:是)?)?[\s,，:：]*/, '')
    .trim()
  return { closeKind: named?.[0] ?? otherwise, words }
}
