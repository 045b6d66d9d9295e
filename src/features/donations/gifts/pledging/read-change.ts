/** 减成3万, 认捐31改成300箱, 再加2万: another amount for what was promised. Pure. */
import { toHalfWidth } from '../../../../kernel/chinese-numbers.ts'
import type { Given } from '../gift.ts'
import { CHANGE, NUMBER } from '../reading/amount-words.ts'
import { readGiven } from '../reading/read-given.ts'

export interface PledgeChange {
  /** 认捐31; left out, the speaker's only one. */
  readonly number?: number
  /** `to` this much, or so much `more` or `less`. */
  readonly how: 'to' | 'more' | 'less'
  /** The amount as it was said. */
  readonly words: string
}

const OF_PLEDGE = `(?:我们?|俺|咱|把|将|那|这|个|笔|的|款|钱|认?捐|之前|原来|上次|刚才|还是|就|先|号|第|想|要|请|帮|[，,\\s]|${NUMBER}${CHANGE})*?`
/** 认捐31, and not the amount in 认捐5万. */
const NUMBERED = /认捐\s*[#＃第]?\s*(\d{1,6})\s*号?(?![\d.]|\s*[万千百元块])/u
const TO = new RegExp(
  `^(?<what>${OF_PLEDGE})(?:减|加|增|改|降|调|提|变)(?:少|多|整|高|低)?(?:成|到|为|至)(?<words>.+)$`,
  'u',
)
const BY = new RegExp(
  `^(?<what>${OF_PLEDGE})(?:(?<more>再?(?:增加|追加|加|多捐))|(?<less>再?(?:减少|减掉|减去|减|少捐)))(?:个|上)?(?<words>.+)$`,
  'u',
)

export function readChange(text: string): PledgeChange | undefined {
  const said = toHalfWidth(text).trim()
  if ([...said].length > 40) return undefined
  const found = TO.exec(said) ?? BY.exec(said)
  const { what = '', words, more, less } = found?.groups ?? {}
  if (words === undefined || !/\d|[十百千万]|[元块箱]/u.test(words)) return undefined
  // 200箱 without a thing is an amount of what was promised.
  if (readGiven(words) === undefined && readGiven(`物资${words}`) === undefined) return undefined
  const number = NUMBERED.exec(what)?.[1]
  return {
    ...(number === undefined ? {} : { number: Number(number) }),
    how: more !== undefined ? 'more' : less !== undefined ? 'less' : 'to',
    words,
  }
}

/** What is promised then; undefined where the words leave it open, or nothing would be left. */
export function changedGiven(before: Given, { how, words }: Omit<PledgeChange, 'number'>): Given | undefined {
  const asItem = before.kind === 'goods' ? readGiven(`${before.item}${words}`) : undefined
  const read = asItem?.kind === 'given' ? asItem : readGiven(words)
  if (read?.kind !== 'given') return undefined
  const { given } = read
  if (how === 'to') return given
  const amount = (one: Given) => (one.kind === 'money' ? one.fen : one.quantity)
  if (given.kind !== before.kind) return undefined
  if (given.kind === 'goods' && before.kind === 'goods' && given.unit !== before.unit) return undefined
  const sum = how === 'more' ? amount(before) + amount(given) : amount(before) - amount(given)
  if (sum <= 0 || !Number.isSafeInteger(sum)) return undefined
  // What somebody valued was another quantity.
  return before.kind === 'money'
    ? { kind: 'money', fen: sum }
    : { kind: 'goods', item: before.item, unit: before.unit, quantity: sum }
}
