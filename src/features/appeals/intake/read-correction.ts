/** 不是融资，是用工 / 改成紧急 / 不是500万，是400万: what is said of a draft to put it right. Pure. */
import {
  type Category,
  categories,
  categoryLabels,
  findCategoryByLabel,
  type Urgency,
} from '../../../kernel/appeal-terms.ts'
import { proposeCategory } from '../reading/propose-category.ts'
import { wantsToBeSealed } from '../reading/sealing.ts'

export interface Correction {
  readonly category?: Category
  readonly urgency?: Urgency
  readonly company?: string
  readonly sealed?: boolean
  /** Words of the draft that are to read otherwise. */
  readonly replace?: { readonly from: string; readonly to: string }
  /** Nothing else was said: the words themselves are no part of the matter. */
  readonly isAll: boolean
}

/** As people shorten the labels. */
const nicknames: Readonly<Record<string, Category>> = {
  贷款: 'financing',
  招工: 'labour',
  土地: 'land',
  水电: 'utilities',
  用电: 'utilities',
  供电: 'utilities',
  税务: 'tax',
  税: 'tax',
  证件: 'permits',
  审批: 'permits',
  欠款: 'arrears',
  拖欠: 'arrears',
  欠账: 'arrears',
  政策: 'policy-delivery',
  物流: 'logistics',
  交通: 'logistics',
  检查: 'inspection',
  专利: 'ip',
  法律: 'legal',
}

const urgencyWords: readonly (readonly [Urgency, RegExp])[] = [
  ['critical', /特急|十万火急/],
  ['normal', /不(?:是很|太|那么|算)?着?急|没那么急|不紧急|一般|普通|慢慢来/],
  ['urgent', /紧急|加急|着急|挺急|很急|急/],
]

const changed = '(?:改成|改为|换成|应该是|应该算|应当是|应该归|算是|算|属于|归到?|选|是)'
const toldCategory = new RegExp(
  `(?:类别|分类|类型)?(?:不对|错了|不准)?[，,\\s]*(?:给我|帮我)?${changed}(?:是|为|到)?[“"]?([\\u4e00-\\u9fa5]{1,6}?)[”"]?(?:类|问题|这?一?类|的|方面)?(?:的)?[。.！!]?$`,
)
const notThisBut =
  /^(?:不对[，,\s]*)?(?:应该)?不是([^，,。！!\s]{1,20})[，,。\s]*(?:而?是|应该是|改成|要改成)\s*([^，,。！!\s]{1,20})[。.！!]?$/
const toldCompany =
  /(?:公司|企业|单位|厂名|名称|名字)(?:名(?:称|字)?)?(?:是|叫|为|写错了|改成|应该是|改为|不对)[，,：:\s]*(?:是|叫)?\s*([^，,。\s]{2,30})/
const unsealed =
  /(?:不用|不必|无需|不需要|取消|不)(?:保密|匿名|封存)|可以(?:公开|实名|署名)|实名(?:就行|吧|反映)/

/** A whole answer about the draft; longer words tell something as well. */
const SHORT = 24

const bareLabel = (word: string) =>
  word.replace(/^(?:那个|这个)/, '').replace(/(?:类|问题|方面|的事|的)+$/, '')

const findLabel = (word: string): Category | undefined =>
  findCategoryByLabel(bareLabel(word)) ?? nicknames[bareLabel(word)]

/** A label, a part of one, or a word that can mean nothing else. */
function findCategory(word: string): Category | undefined {
  const bare = bareLabel(word)
  const exact = findLabel(word)
  if (exact !== undefined) return exact
  const within = categories.find((category) => bare.length >= 2 && categoryLabels[category].includes(bare))
  return within ?? (bare.length <= 4 ? proposeCategory(bare)[0]?.category : undefined)
}

/** `about`: the draft's words so far, in which something may be replaced. */
export function readCorrection(text: string, about: string): Correction {
  const said = text.trim()
  const isShort = [...said].length <= SHORT
  const sealed = unsealed.test(said) ? false : wantsToBeSealed(said) ? true : undefined
  const company = toldCompany.exec(said)?.[1]?.replace(/[。.！!]$/, '')
  const base = {
    ...(sealed === undefined ? {} : { sealed }),
    ...(company === undefined ? {} : { company }),
  }
  const swapped = notThisBut.exec(said)
  if (swapped !== null) {
    const [, from = '', to = ''] = swapped
    const isLabel = findLabel(from) !== undefined
    const other = isLabel ? findCategory(to) : findLabel(to)
    // 不是五百万是四百万 stands in the words; 不是融资是用工 is about the label.
    if (about.includes(from) && (!isLabel || other === undefined))
      return { ...base, replace: { from, to }, isAll: true }
    if (other !== undefined) return { ...base, category: other, isAll: true }
    const hurry = urgencyOf(to)
    if (hurry !== undefined && isShort) return { ...base, urgency: hurry, isAll: true }
  }
  const category = isShort ? categoryTold(said) : undefined
  const urgency = isShort ? urgencyTold(said) : undefined
  const isAll = isShort && [category, urgency, company, sealed].some((one) => one !== undefined)
  return {
    ...base,
    ...(category === undefined ? {} : { category }),
    ...(urgency === undefined ? {} : { urgency }),
    isAll,
  }
}

function categoryTold(said: string): Category | undefined {
  const word = toldCategory.exec(said)?.[1]
  if (word === undefined || urgencyOf(word) !== undefined) return undefined
  // “是张经理办的” answers a question; only a label makes it a correction.
  const exact = findCategoryByLabel(word) ?? nicknames[word]
  return exact ?? (/类别|分类|类型|改成|改为|换成|属于|算/.test(said) ? findCategory(word) : undefined)
}

function urgencyOf(word: string): Urgency | undefined {
  return urgencyWords.find(([, pattern]) => pattern.test(word))?.[0]
}

/** 改成紧急, 这个很急, 不急: short words about the hurry itself. */
function urgencyTold(said: string): Urgency | undefined {
  if (/不(?:是|算)?(?:很|太|那么|特别|怎么)?着?急/.test(said)) return 'normal'
  if (!/改|算|按|是|很|挺|太|比较|特|不|没|一般|紧急|加急|着急/.test(said)) return undefined
  const bare = said.replace(
    /[，,。.！!\s]|(?:改成|改为|换成|算|按|是|这个|这件|事|我们|的|吧|了|啊|请|麻烦|级别|程度|紧急程度)/g,
    '',
  )
  return bare.length <= 6 ? urgencyOf(bare === '' ? said : bare) : undefined
}
