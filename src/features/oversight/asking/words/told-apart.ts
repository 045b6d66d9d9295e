/** 哪个部门最慢, 各商会: by what figures are told apart, in which order, how many. Over marked text. */
import { readNumber } from '../../../../kernel/chinese-numbers.ts'
import type { Grouping } from '../question.ts'
import { pattern } from './marks.ts'

const NOUNS: readonly (readonly [Grouping, string])[] = [
  ['leader', '(?:县|市|区)?领导|(?:县|市)长|分管领导|包联领导|包联人|责任领导'],
  ['chamber', '商会|协会|行业'],
  ['town', '乡镇|镇街|街镇|镇(?:办|里)?|街道|乡|园区|片区|地方|区域|地区'],
  ['unit', '(?:承办|责任|办理|牵头)?(?:部门|单位)|局(?:办)?|委办局?|委办|条线|口子?'],
  [
    'category',
    '(?:诉求|问题|事项)?(?:类别|类型|种类|分类|类|种|方面|块)(?:的)?(?:诉求|问题|事|困难|事项)?|领域',
  ],
  ['company', '企业|公司|厂子?|老板|(?<=[哪谁各每])家(?!单位|部门|商会|协会)'],
]

/** In front of a noun, or behind it, these tell that groups are held against one another. */
const BEFORE =
  '(?:哪(?:一|几)?(?:个|家|些|类|种|位|方面)?|各(?:个|家|位)?|每(?:一)?(?:个|家)?|按(?:照)?(?:着)?|分|依)'
const AFTER =
  '(?:之间|间)?(?:的)?(?:排名|排行|排(?:个|一)?(?:队|名|序|下)?|分(?:别|开|布)|各(?:是|有|自)|(?:里(?:头|面)?|中)(?:哪(?:个|家)?|谁)?(?!.{0,3}(?:企业|公司|部门|单位|乡镇|商会|领导|类|家|镇)).{0,8}(?:最|垫底|倒数|末|第一|领先|靠前|靠后|拖后腿))'
const BEST =
  '最|更|排|第一|倒数|垫底|前[三五十\\d]|名次|拖后腿|落后|靠前|领先|突出|集中|冠军|老末|末尾|末位|比较(?:多|少|高|低|快|慢)'

const COUNTED = '(?:\\d{1,2}|[一两二三四五六七八九十几]{1,2})'
const heads = (nouns: string): RegExp =>
  pattern(
    [
      `(?:${BEFORE}|谁家(?:的)?)(?:{K}|{CHTULD})?(?:${nouns})`,
      `(?:${nouns})${AFTER}`,
      `(?:${nouns}).{0,8}(?:排名|排行|名次|排个?(?:名|队|序)|排序|分布)`,
      `最.{1,12}(?:是|的)(?:哪|什么).{0,3}(?:${nouns})`,
      `最.{1,4}的(?:${nouns})(?:是|有)?(?:哪|谁|什么|[？?。]|$)`,
      `(?:最.{1,4}|前${COUNTED}|第一|倒数(?:第)?${COUNTED}?|垫底|靠前|靠后)的(?:前)?(?:${COUNTED})?(?:个|家|类|种|位)?(?:${nouns})`,
      `(?:${nouns}).{0,10}(?:谁|哪(?:个|家)?)(?:最|更|比较)?(?:多|少|高|低|快|慢|好|差)`,
      `(?:${nouns})们?.{0,12}排一?(?:排|下)`,
      `(?:${nouns})最`,
    ].join('|'),
  )
const HEADS: readonly (readonly [Grouping, RegExp])[] = NOUNS.map(([by, nouns]) => [by, heads(nouns)])
/** 哪个局老超期, 没办完的都在哪些部门: with a measure beside it no 最 is needed. Who handles one is another question. */
const WHICH_OF =
  /(?:哪(?:个|些|几个|一个|几家|些个)?|谁家)(?:承办|责任)?(?:部门|单位|局|商会|协会|乡镇|镇|街道|领导)/u
const HANDLES = /在办|负责|承办的?是|在管|管着|接的/u
const BEST_SIGN = pattern(BEST)
/** 各…, 按…, …分别: told apart without asking who is first. */
const EACH_SIGN =
  /各|哪(?:几|些)(?:类|种|方面|块)|每(?:个|家|一)|按(?!时|期|月|周|天|日|季|年)|分(?:部门|单位|类|商会|乡|镇|领导|行业|企业|别|开|布)|排(?:名|行|序|个|队|一下)|分布|构成/u
/** 哪个部门慢, 哪家多. */
const MORE_SIGN = /(?:哪|谁).{0,14}(?:多|少|高|低|快|慢|好|差|厉害|拖|严重)(?!少|久|长)/u

/** What there is most of, without a noun: 反映最多的是啥. */
const WHAT_MOST = pattern(
  '(?:反映|诉求|提|报|投诉|抱怨|遇到|碰到|问题|说|集中|困难).{0,8}(?:最(?:多|集中|突出|大|普遍|常见|头疼|少)|集中).{0,6}(?:什么|哪|问题|诉求|方面|类|事)|(?:什么|哪).{0,6}(?:反映|提|报|诉求|问题|事).{0,4}最(?:多|集中|突出|普遍|少)|(?:都|主要|大多|多半|普遍|大部分)(?:是)?(?:在)?(?:反映|提|报|诉|说|讲|抱怨|集中|为了)(?:了|的|在)?(?:些|是)?(?:什么|哪)|(?:主要|集中|突出)(?:是|在|的)?(?:什么|哪)(?:些)?(?:问题|方面|诉求|事|类)?|(?:最|比较)(?:多|集中|突出|普遍|大|常见|头疼|头痛|发愁|着急)的(?:是|还是)?(?:什么|哪(?:一?类|方面|些)?)(?:问题|诉求|事|困难)?',
)
const WHO_LEADER = /谁(?:分?包|联系|挂联|负责|分管)的.{0,16}(?:多|少|高|低|快|慢|好|差)/u
const WHO_UNIT =
  /谁手(?:里|头|上).{0,6}最|谁(?:的|那|那里|那边)(?:超期|逾期|退单|积压|没办完|未办结|解决率|满意率|响应率|办结).{0,6}(?:最|更|多|少|高|低)|谁(?:家)?(?:办|处理|干|解决|动作|退|超|拖|最慢|最快|签收|响应|效率).{0,8}(?:最|慢|快|多|少|差|好|凶|狠|勤|厉害)|谁最(?:慢|快|拖|能拖|爱拖|爱退)|最(?:慢|快|拖|爱退单)的(?:是)?谁/u
const WHO_COMPANY =
  /谁家.{0,10}(?:最|多(?!余)|少)|谁(?:的)?(?:诉求|问题|反映|报).{0,6}最|最.{1,8}的(?:是)?(?:谁家|哪家)|哪家.{0,10}最/u

export interface ToldApart {
  readonly by: Grouping
  readonly words: string
}

const WHAT_NOT_WHO =
  /(?:企业|公司|老板)们?最.{1,6}(?:的)?(?:是)?(?:什么|哪些?(?:事|问题|方面|类))(?!企业|公司|家)/u

export const GROUPING_SIGNS: readonly RegExp[] = [...HEADS.map(([, head]) => head), BEST_SIGN, EACH_SIGN]

export function findGrouping(text: string, hasMeasure: boolean): ToldApart | undefined {
  const isHeldAgainst =
    BEST_SIGN.test(text) ||
    EACH_SIGN.test(text) ||
    MORE_SIGN.test(text) ||
    (hasMeasure && WHICH_OF.test(text) && !HANDLES.test(text))
  if (isHeldAgainst) {
    for (const [by, head] of HEADS) {
      const words = head.exec(text)?.[0]
      // 企业最头疼什么 asks what, not which firm.
      if (words !== undefined && by === 'company' && WHAT_NOT_WHO.test(text)) continue
      if (words !== undefined) return { by, words }
    }
  }
  const most = WHAT_MOST.exec(text)?.[0] ?? WHAT_NOT_WHO.exec(text)?.[0]
  if (most !== undefined) return { by: 'category', words: most }
  const leader = WHO_LEADER.exec(text)?.[0]
  if (leader !== undefined) return { by: 'leader', words: leader }
  const unit = WHO_UNIT.exec(text)?.[0]
  if (unit !== undefined) return { by: 'unit', words: unit }
  const company = WHO_COMPANY.exec(text)?.[0]
  return company === undefined ? undefined : { by: 'company', words: company }
}

/** 按部门看, said to an answer: no need of 最 or 各. */
export function findBareGrouping(text: string): Grouping | undefined {
  if (
    /^(?:都|主要|大多|多半)(?:是)?(?:些)?(?:什么|哪些|哪类|哪方面)(?:类型?|方面)?(?:的)?(?:问题|诉求|事|困难)?(?:的)?$/u.test(
      text,
    )
  )
    return 'category'
  return NOUNS.find(([, nouns]) => new RegExp(`(?:按(?:照)?|分)(?:${nouns})`, 'u').test(text))?.[0]
}

const LEAST =
  /(?:低|少|慢|差)的(?:排|放|在|摆)?(?:最)?前|最(?:少|低|短)|从(?:低|少|短)到|倒着排|由(?:低|少)到|(?:哪|谁).{0,12}(?:低|少)(?!了)/u
const MOST =
  /最(?:多|高|长|久|集中|突出|严重|大|普遍|勤|频繁|频|猛|爱|常)|从(?:高|多|长)到|(?:哪|谁).{0,12}(?:多|高)(?!少|久|长|了)/u
const WORST =
  /最(?:差|慢|拖|不行|糟|能拖|爱拖|次|凶|狠|厉害)|倒数|垫底|拖后腿|落后|末|(?:哪|谁).{0,10}(?:差|慢|拖)/u
const FINEST = /最(?:好|快|强|靠前|棒|行)|第一|领先|冠军|靠前|(?:哪|谁).{0,10}(?:好|快)/u

export const ORDER_SIGNS: readonly RegExp[] = [LEAST, MOST, WORST, FINEST]

/** `good` and `bad` want to know of what: 最好 is most of a rate and least of what is late. */
export function findOrder(text: string): 'most' | 'least' | 'good' | 'bad' | undefined {
  if (/拖(?:得|着|延)?最(?:凶|狠|厉害|严重|多)/u.test(text)) return 'most'
  if (LEAST.test(text)) return 'least'
  if (MOST.test(text)) return 'most'
  if (WORST.test(text)) return 'bad'
  if (FINEST.test(text)) return 'good'
  return undefined
}

const SIZED = '(\\d{1,2}|[一二两三四五六七八九十]{1,3})'
const TOP = new RegExp(
  `(?:前|头|最.{1,6}的?|排前|TOP|top)${SIZED}(?:件|个|起|条|名|位|家|桩|宗|$)|${SIZED}(?:件|个|起|条|桩)(?:.{0,6})最(?!后)`,
  'u',
)

export function findTop(text: string): number | null {
  const found = TOP.exec(text)
  const top = readNumber(found?.[1] ?? found?.[2] ?? '')
  if (top !== undefined && top > 0 && top <= 50) return top
  return /最.{1,6}的?(?:是)?(?:那|哪)?(?:一)(?:件|个|起)/u.test(text) ? 1 : null
}

/** Of a list of matters: 拖得最久的, 最新的, 超得最多的. */
export function findListOrder(text: string): 'oldest' | 'newest' | 'latest' | undefined {
  if (
    /超(?:期|时|了|得|的)?(?:时间)?(?:得|的)?最(?:多|久|长|厉害|狠|严重)|(?:超期|逾期)(?:天数|时间|时长)?(?:最|从|由).{0,2}(?:多|久|长)|最严重的?超期/u.test(
      text,
    )
  )
    return 'latest'
  if (
    /最(?:久|早|长|老|陈)|最慢的(?:是)?(?:哪|那)?(?:一|几)?(?:件|个诉求)|时间(?:最)?长|(?:压|拖|积|挂|等)(?:得)?最(?!多|少)|从(?:早|老|旧)到|陈年|最先/u.test(
      text,
    )
  )
    return 'oldest'
  if (
    /最(?:新|近(?:来|报|收|登记|一|两|三|几|的|提|反映)|晚)|刚(?:来|报|收|登记)|最后(?:报|来|收|登记|提|进)|从(?:新|近)到/u.test(
      text,
    )
  )
    return 'newest'
  return undefined
}
