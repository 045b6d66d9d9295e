/** 走访要求 每季度每个商会1次，会议每年1次: what is to be owed, by the words alone. Pure. */
import { z } from 'zod'
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { dayOf, shanghaiTime } from '../../../kernel/clock.ts'
import { VISIT_KINDS, type VisitKind } from '../visit.ts'
import { EVERY, type Every, PER, type Per } from './duties.store.ts'
import { dayAfter, periodOf } from './duty-period.ts'

const SpokenDuty = z.object({
  kind: z.enum(VISIT_KINDS),
  per: z.enum(PER),
  every: z.enum(EVERY),
  count: z.number().int().positive(),
})

export const RulesOrder = z.object({
  /** What shall hold; with `ends`, in the same order of words. */
  sets: z.array(SpokenDuty),
  /** Kinds of which nothing is to be owed any more. */
  ends: z.array(z.enum(VISIT_KINDS)),
  /** From which day on; null: from today. */
  from: z.string().nullable(),
  unread: z.array(z.string()),
})
export type RulesOrder = z.infer<typeof RulesOrder>

export type RulesAsked = { readonly kind: 'show' } | { readonly kind: 'order'; readonly order: RulesOrder }

const ABOUT =
  /(?:走访|调研|慰问|会议|座谈会?|拍砖|包联|履责|履职|联系企业)(?:的)?(?:(?:任务)?(?:要求|规定|标准|指标)|任务)/u
const SHOW =
  /^(?:请问|看看?|查一?下?|查看|现在|目前|眼下|我们|咱们?|县里|市里|的|今年|这个季度|本季度)*(?:走访|调研|慰问|会议|座谈会?|拍砖|包联|履责|履职)(?:的)?(?:(?:任务)?(?:要求|规定|标准|指标)|任务)(?:现在|目前)*(?:是(?:什么|啥|怎么定的|多少)|有(?:哪些|啥|什么)|怎么定的|咋定的|多少|呢)?$/u
const ENDING = /取消|不要|去掉|作废|废止|删掉?|停掉?|不再要求|免了/u
const NUMBER = '[\\d一二两三四五六七八九十]{1,3}'
const TIMES = new RegExp(`${NUMBER}(?:次|回|趟|场)`, 'u')
/** Said in `unread` where no period is named. */
export const WITHOUT_EVERY = '多久一次'

const TOKENS: readonly (readonly [RegExp, (found: RegExpExecArray) => Token | undefined])[] = [
  [/(?:每|一|1)(?:个)?季(?:度)?|按季度?|季度/uy, () => ({ every: 'quarter' })],
  [/(?:每|一)?(?:个)?半年(?:度)?/uy, () => ({ every: 'halfYear' })],
  [/(?:每|一|全|1)(?:个)?年(?:度)?|年度|按年/uy, () => ({ every: 'year' })],
  [/(?:每|各|一)(?:个|家)?(?:商会|协会|商协会)|(?:所有|全部)?商会/uy, () => ({ per: 'chamber' })],
  [/(?:每|各|一)(?:个|家|户)?(?:分?包联?的?)?(?:企业|公司|厂)|企业/uy, () => ({ per: 'company' })],
  [/(?:每|各|一)(?:个|位|名)?(?:分?包联?的?)?领导(?:干部)?|(?:每|一)人/uy, () => ({ per: 'leader' })],
  [/拍砖(?:会|走访)?/uy, () => ({ kind: 'critique' })],
  [/慰问|看望/uy, () => ({ kind: 'condolence' })],
  [/开?(?:座谈会?|会议|协调会|恳谈会|碰头会|会)/uy, () => ({ kind: 'meeting' })],
  [/走访|调研|上门|下企业|到访/uy, () => ({ kind: 'visit' })],
  [
    new RegExp(`(?:各)?(${NUMBER})(?:次|回|趟|场)`, 'uy'),
    ([, n = '']) => {
      const count = readNumber(n)
      return count === undefined || count < 1 ? undefined : { count }
    },
  ],
]
interface Token {
  readonly every?: Every
  readonly per?: Per
  readonly kind?: VisitKind
  readonly count?: number
}

const FILL =
  /^(?:至少|不少于|不低于|最少|起码|都要|都得|都|要|应当?|必须|得|和|及|以及|再|另外|还要|还|也|各|的|为|是|到|去|搞|做|进行|组织|其中|分别|以上|改成|改为|改|定为|定成|定|设为|设|成|把|将|请|就|按|[，,；;、。.\s：:]+)/u

/** @param text one line of staff, or what is said while the order is shown. */
export function readRules(text: string, now: Date): RulesAsked | undefined {
  const said = toHalfWidth(text).replace(/@\S+/gu, '').trim()
  if (said.length > 200) return undefined
  const flat = said.replace(/[\s?？。!！]+$/gu, '').replace(/\s+/gu, '')
  if (SHOW.test(flat)) return { kind: 'show' }
  const about = ABOUT.exec(said)
  if (about === null) return undefined
  const order = readDuties(said, about[0], now)
  if (order.sets.length + order.ends.length > 0) return { kind: 'order', order }
  // 走访要求没完成的有哪些 is a question, and not ours.
  if (/[?？]|哪|谁|多少|几|吗|没/u.test(said)) return undefined
  // 走访要求 每月一次: said back what was not understood; 走访要求改一下: what it shall be is asked.
  if (TIMES.test(said)) return { kind: 'order', order }
  return /改|定|设|调/u.test(said) ? { kind: 'order', order: { ...order, unread: [] } } : undefined
}

/** What is said once it is clear that duties are being set. */
export function readDuties(said: string, about: string, now: Date): RulesOrder {
  const { from, rest } = readFrom(said, now)
  const words = rest
    .replace(about, '，')
    .replace(new RegExp(`开(${NUMBER})次(?:座谈)?会(?:议)?`, 'gu'), '会议$1次')
  if (ENDING.test(words)) {
    const named = kindsIn(words).length > 0 ? kindsIn(words) : kindsIn(about)
    const everything = /全部|所有|都/u.test(words) || /包联|履责|履职/u.test(about)
    return { sets: [], ends: everything ? [...VISIT_KINDS] : [...named], from, unread: [] }
  }
  const { sets, unread } = scan(words)
  return { sets: [...sets], ends: [], from, unread: [...unread] }
}

function kindsIn(words: string): readonly VisitKind[] {
  const found = new Set<VisitKind>()
  for (const { kind } of tokensOf(words).tokens) if (kind !== undefined) found.add(kind)
  return [...found]
}

function tokensOf(words: string): { readonly tokens: readonly Token[]; readonly unread: readonly string[] } {
  const tokens: Token[] = []
  let unread = ''
  for (let at = 0; at < words.length; ) {
    const rest = words.slice(at)
    let length = 0
    for (const [sign, read] of TOKENS) {
      sign.lastIndex = at
      const found = sign.exec(words)
      const token = found === null ? undefined : read(found)
      if (found === null || token === undefined) continue
      tokens.push(token)
      length = found[0].length
      break
    }
    length ||= FILL.exec(rest)?.[0].length ?? 0
    if (length === 0) unread += rest[0]
    else if (unread !== '' && !unread.endsWith(' ')) unread += ' '
    at += Math.max(1, length)
  }
  return { tokens, unread: unread.split(' ').filter((one) => one !== '') }
}

/** What stands between two numbers of times belongs together: 会议、慰问每年各1次 is one part, and so is 每年一次会议. */
function partsOf(words: string): readonly string[] {
  const parts: string[] = []
  let open = ''
  for (const piece of words.split(/[，,；;。、\n]+/u)) {
    open += `、${piece}`
    if (!TIMES.test(open)) continue
    parts.push(open)
    open = ''
  }
  return open === '' ? parts : [...parts, open]
}

/** What is not said again holds on from before: the period, and for whom. */
function scan(words: string): Pick<RulesOrder, 'sets' | 'unread'> {
  const sets = new Map<string, z.infer<typeof SpokenDuty>>()
  const unread: string[] = []
  let every: Every | undefined
  let per: Per = 'chamber'
  for (const part of partsOf(words)) {
    const read = tokensOf(part)
    unread.push(...read.unread)
    const times = read.tokens.filter(({ count }) => count !== undefined).length
    // With one number the kind may stand behind it.
    const named = read.tokens.flatMap(({ kind }) => (kind === undefined ? [] : [kind]))
    let kinds: VisitKind[] = times === 1 ? named : []
    for (const token of read.tokens) {
      every = token.every ?? every
      per = token.per ?? per
      if (times > 1 && token.kind !== undefined) kinds.push(token.kind)
      if (token.count === undefined) continue
      if (every === undefined) return { sets: [], unread: [WITHOUT_EVERY] }
      const { count } = token
      // The same said twice: the last word counts.
      for (const kind of kinds.length > 0 ? kinds : (['visit'] as const))
        sets.set(`${kind} ${per}`, { kind, per, every, count })
      kinds = []
    }
  }
  return { sets: [...sets.values()], unread }
}

const FROM =
  /(?:从|自)?(明年|下(?:个)?季度|下半年|(\d{1,2})月(\d{1,2})[日号])(?:份)?(?:起|开始|开始执行|执行)(?:执行)?/u

function readFrom(said: string, now: Date): { readonly from: string | null; readonly rest: string } {
  const found = FROM.exec(said)
  if (found === null) return { from: null, rest: said }
  const rest = said.replace(found[0], '，')
  const today = dayOf(now)
  const { year } = shanghaiTime(now)
  const [, name = '', month, date] = found
  if (name === '明年') return { from: `${year + 1}-01-01`, rest }
  if (name === '下半年') return { from: dayAfter(periodOf('halfYear', today).to, 1), rest }
  if (name.includes('季度')) return { from: dayAfter(periodOf('quarter', today).to, 1), rest }
  const day = `-${(month ?? '').padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`
  return { from: `${year}${day}` < today ? `${year + 1}${day}` : `${year}${day}`, rest }
}
