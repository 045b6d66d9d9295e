/** 三率 10月, 金融办 三季度 解决率, 响应率 10月 没响应的 第2页, 各单位满意率: what of the rates is asked for. Pure. */
import { z } from 'zod'
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { type Rate, rates } from './rate-definitions.ts'
import { groupings, type ListSide, listSides } from './rates.store.ts'

export const RatesAsked = z.object({
  /** As it was typed; narrowed with the roster at hand. */
  text: z.string(),
  rates: z.array(z.enum(rates)),
  side: z.enum(listSides).nullable(),
  by: z.enum(groupings).nullable(),
  page: z.number(),
})
export type RatesAsked = z.infer<typeof RatesAsked>

const names: readonly (readonly [Rate, RegExp])[] = [
  ['response', /(?:及时)?(?:响应|回应|联系|首次?联系|首响)率/u],
  ['resolution', /(?:问题|诉求|实际)?(?:解决|化解)率/u],
  ['satisfaction', /(?:群众|企业|评价)?满意(?:率|度)/u],
]
const ALL = /三率|三个率|[“"']?三率[”"']?/u

const sides: readonly (readonly [ListSide, RegExp])[] = [
  ['excluded', /(?:被)?剔除(?:了)?的?/u],
  [
    'against',
    /(?:还)?(?:没有?|未|不)(?:按时|及时|能)?(?:响应|回应|联系(?:上)?|解决|办成|化解|满意|算解决|达标)了?的?|(?:超时|逾期|不)(?:联系|响应)的|差评/u,
  ],
  ['for', /(?:按时|及时)(?:响应|回应|联系)了?的|(?<!没|未)(?:解决了的|满意的|响应了的|联系了的)|好评/u],
]
const LISTS = /明细|清单|名单|列表|哪些|哪几件|是哪|列出来|一件件|具体(?:是)?/u
const groups = [
  ['unit', /(?:各|按|分|每个?)(?:承办)?(?:单位|部门)(?:分|排|看)?|单位排名|部门排名/u],
  ['category', /(?:各|按|分|每个?)(?:诉求)?(?:类别|类型|类)(?:分|排|看)?/u],
  ['chamber', /(?:各|按|分|每个?)(?:商会|协会|商协会)(?:分|排|看)?|商会排名/u],
] as const
const PAGE = /第\s*([0-9一二三四五六七八九十]{1,3})\s*页/u

/** What of the words names no scope. */
export const RATES_WORDS = new RegExp(
  [
    ...names.map(([, words]) => words),
    ALL,
    ...sides.map(([, words]) => words),
    LISTS,
    ...groups.map(([, words]) => words),
    PAGE,
  ]
    .map(({ source }) => source)
    .concat(
      '排名|排行|排一下|排序|怎么样|咋样|如何|几个点|百分之几|统计|汇总|情况|分别|报一下|给我|看看|看一下|查一下|算一下|算算|一下|上报|数据',
    )
    .join('|'),
  'gu',
)

/** Rules about the rates, and a rate of something else. */
const ELSEWHERE = /利率|税率|汇率|费率|怎么算|如何计算|口径是|什么意思|文件|规定|办法|申请剔除|同意剔除/u

export function readRatesAsked(text: string): RatesAsked | undefined {
  const said = toHalfWidth(text).trim()
  if (said === '' || said.length > 60 || ELSEWHERE.test(said)) return undefined
  const named = names.filter(([, words]) => words.test(said)).map(([rate]) => rate)
  if (named.length === 0 && !ALL.test(said)) return undefined
  const by = groups.find(([, words]) => words.test(said))?.[0] ?? null
  const side =
    sides.find(([, words]) =>
      words.test(said.replace(/满意率|满意度|解决率|响应率|联系率|回应率/gu, '')),
    )?.[0] ?? null
  const isListed = side !== null || (LISTS.test(said) && by === null)
  const asked = named.length > 0 ? named : [...rates]
  return {
    text,
    // A list is of one rate; 三率明细 begins with the first.
    rates: isListed ? asked.slice(0, 1) : asked,
    side: isListed ? (side ?? 'all') : null,
    by: isListed ? null : by,
    page: Math.max(1, readNumber(PAGE.exec(said)?.[1] ?? '') ?? 1),
  }
}
