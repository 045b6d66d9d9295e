/** What a single line in a group, or said to us, means for a chain: 算我一个, 我们去两个, 改成3人, 去不了了. Pure. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { readHeads } from './read-heads.ts'
import { LEAVES } from './read-row.ts'

export type Line =
  /** `isBare`: a +1, which people also say to agree with anything. */
  | { readonly kind: 'join'; readonly heads: number; readonly isBare: boolean }
  | { readonly kind: 'leave' }
  | { readonly kind: 'change'; readonly heads: number }
  /** So many more or fewer than before. */
  | { readonly kind: 'more'; readonly by: number }

const LONGEST = 30
const ASKING = /[?？]|吗|么$|[谁哪几]|怎么|多少|什么|几点|如何|咋/u
const I = '(?:那|@?\\S{0,8}\\s)?(?:我|俺|咱|本人|我们|俺们|咱们|我这边|我们这边)?(?:公司|单位|家|厂|司)?'
const COMES = new RegExp(
  `^${I}(?:也|都|来|要|想|就|再|先|得)*(?:报(?:个|一个|上)?名?|参加|接龙|去|来)(?:了|吧|啊|呀|哈|的)*$|^(?:也)?(?:算|加|带|给|帮|记)(?:上)?(?:我|俺|咱)(?:们)?(?:也|家|公司)?(?:一个|1个|个)?(?:名)?(?:报名|报上)?(?:吧|呗|啊|哈)?$`,
  'u',
)
/** 参加 alone answers a notice as well, and 我去 is said in surprise. */
const TOO_LITTLE = /^(?:参加|去|来|我去|我来|都去|都来|也来|要去|要来|也去)(?:了|吧|啊|呀|哈|的)*$/u
const CHANGES =
  /^(?:那|不好意思|麻烦)?(?:我|俺|我们|我这边|我们公司|我司|帮我|给我)?(?:这边|那个|那)?(?:的)?(?:人数)?(?:改|变|换|调整?)(?:成|为|到|一下)?/u
const MORE = /^(?:麻烦|帮我|给我|我|我们|我这边|我们公司)*(?:再|多|还要|另外)(?:加|报|来|去)/u
const FEWER = /^(?:麻烦|帮我|给我|我|我们|我这边|我们公司)*(?:少|减)(?:去|来|报)?(?:了|掉)?/u

export function readLine(line: string): Line | undefined {
  const text = toHalfWidth(line)
    .replace(/^(?:\s*@[^\s@]{1,24}\s+)+/u, '')
    .replace(/\ufe0f/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  if (text === '' || [...text].length > LONGEST || ASKING.test(text)) return undefined
  if (/^\+\s*\d{1,2}$/u.test(text))
    return { kind: 'join', heads: Math.max(1, Number(text.replace(/\D/gu, ''))), isBare: true }
  const heads = readHeads(text)
  const said = heads.total ?? heads.plus
  if (LEAVES.test(text)) return leaves(text) ? { kind: 'leave' } : undefined
  if (said !== undefined && !heads.unsure) {
    if (CHANGES.test(text)) return { kind: 'change', heads: said }
    if (MORE.test(text)) return { kind: 'more', by: said }
    if (FEWER.test(text)) return { kind: 'more', by: -said }
  }
  if (heads.unsure) return undefined
  const rest = heads.rest.replace(/[\s,，.。;；!！~～]+/gu, '')
  if (said === undefined && TOO_LITTLE.test(rest)) return undefined
  const isAbout =
    COMES.test(rest) ||
    (said !== undefined && /报|去|参加|我们|我司|公司/u.test(text) && COMES.test(`${rest}去`))
  return isAbout
    ? { kind: 'join', heads: Math.max(1, (heads.total ?? 1) + (heads.plus ?? 0)), isBare: false }
    : undefined
}

/** About oneself: 货到不了了 and 他去不了 are not. */
function leaves(text: string): boolean {
  const rest = text
    .replace(LEAVES, '')
    .replace(
      /(?:不好意思|抱歉|对不起|实在|真的|突然|临时|家里|单位|公司|厂里|今天|明天|到时候?|有事|有点事|有急事|出差|那天|这次|因为|由于|的|了|把|帮|给|麻烦|报名|接龙|一下|先|就|还是|又|也|都|可能)/gu,
      '',
    )
    .replace(/[\s,，.。;；!！~～]+/gu, '')
  return /^(?:我|俺|咱|我们|本人|我这边|我那个|我的|我自己)*$/u.test(rest)
}
