/** What people ask of a list, and tell it about themselves, when they speak to us. Pure. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { readChain, speaksOfGiving } from '../reading/read-chain.ts'
import { readLine } from '../reading/read-line.ts'

export const ASKS = ['list', 'places', 'mine', 'all', 'book'] as const

export interface Ask {
  /** `take`: a list, or words about coming oneself. */
  readonly what: (typeof ASKS)[number] | 'take'
  readonly number?: number
  /** Of `take`: what was said, without the chain's number. */
  readonly text?: string
}

const LONGEST = 40
const NAMED = /接龙\s*[#第]?\s*(\d{1,6})\s*号?/u

const SHAPES: readonly (readonly [Exclude<Ask['what'], 'take'>, RegExp])[] = [
  [
    'book',
    /(?:导出|下载|生成|要|发)(?:一下|个|份)?.{0,8}(?:接龙|报名).{0,12}(?:表格?|excel|xlsx|名单)?$|(?:接龙|报名).{0,16}(?:导出|表格|excel|xlsx)/iu,
  ],
  ['all', /(?:哪些|几个|多少个?|什么|所有|全部)(?:在记的?)?接龙|接龙(?:列表|清单|都有哪些)/u],
  [
    'mine',
    /我(?:们)?(?:公司)?(?:到底)?(?:报|接)(?:上|名|龙)?(?:上)?(?:了)?(?:没|吗|不|么)|我(?:们)?在?(?:不在|没在)(?:名单|接龙)|我(?:在|进)(?:名单|接龙)(?:里|上)?(?:了)?(?:吗|没)|有没有我|我(?:是|还)?(?:在)?候补|我(?:们)?报(?:的|了)(?:是)?(?:几|多少)/u,
  ],
  [
    'places',
    /(?:还|有没有|剩)(?:有|剩|余)?(?:几|多少)?个?(?:名额|空位|位置|位子|座位)|名额(?:还|够|满|剩)|(?:报|接)满(?:了)?(?:没|吗)|还能报(?:名)?(?:吗|不|么)|(?:报|接)(?:名|龙)?(?:的)?(?:了|有)?(?:几|多少)(?:个)?人/u,
  ],
  [
    'list',
    /谁(?:都|们)?(?:报|接)(?:名|龙|上)?(?:了)?|(?:都)?(?:有)?(?:谁|哪些人|哪几家|哪些企业)(?:已经)?(?:报|接)(?:名|龙)?(?:了)?|(?:接龙|报名)(?:的)?(?:名单|情况|人员|结果|进展)|名单(?:发|给|看)/u,
  ],
]

/** 导出台账, 名单 of something else: only with one of these is it about a list. */
const ABOUT = /接龙|报名|报上|报了|报满|还能报|名额|空位|候补|名单/u

const SHORT = 16
const OF_A_RULE = /政策|补贴|返还|补助|奖励|贷款|贴息|条件|材料|怎么|如何|什么|资格|指标|证/u

export function numberIn(text: string): number | undefined {
  const found = NAMED.exec(toHalfWidth(text))
  return found === null ? undefined : Number(found[1])
}

/** Undefined where it is about no list. `isGroup`: said to us in a group, where less is needed to be sure. */
export function readAsk(said: string, isGroup: boolean): Ask | undefined {
  const text = toHalfWidth(said).trim()
  const number = numberIn(text)
  const numbered = number === undefined ? {} : { number }
  if (readChain(said) !== undefined) return { what: 'take', text: said, ...numbered }
  if (/接龙/u.test(text) && speaksOfGiving(text) && /^\s*\d{1,3}[.、]/mu.test(text))
    return { what: 'take', text: said }
  if (text.includes('\n') || [...text].length > LONGEST) return undefined
  const rest = text.replace(NAMED, ' ').trim()
  if (number !== undefined && rest.replace(/[\p{P}\s]/gu, '') === '') return { what: 'list', number }
  const line = readLine(rest)
  const isTold = number !== undefined || /报名|接龙/u.test(text) || (isGroup && line?.kind === 'join')
  if (line !== undefined && isTold) return { what: 'take', text: rest, ...numbered }
  if (isGroup && /^(?:看|发|贴)?(?:一?下)?(?:报名)?名单(?:看看|发一下)?$/u.test(text)) return { what: 'list' }
  if (!ABOUT.test(text)) return undefined
  // 稳岗补贴还有名额吗 asks about a rule, and so does what goes on for long.
  if (!/接龙/u.test(text) && ([...text].length > SHORT || OF_A_RULE.test(text))) return undefined
  for (const [what, shape] of SHAPES) if (shape.test(text)) return { what, ...numbered }
  return number !== undefined && /名单|情况|人|谁/u.test(rest) ? { what: 'list', number } : undefined
}
