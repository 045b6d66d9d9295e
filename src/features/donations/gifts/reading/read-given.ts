/** 5万, 200箱矿泉水, 大米2.5吨（价值1万元，慈善总会估价）: what is given, read from words. Pure. */
import { toHalfWidth } from '../../../../kernel/chinese-numbers.ts'
import { readFen } from '../../../../kernel/money.ts'
import { readQuantity } from '../../../../kernel/quantity.ts'
import type { Given } from '../gift.ts'
import { ABOUT, CHANGE, NUMBER, UNITS } from './amount-words.ts'
import { readUnitPrice, type UnitPrice, worthAt } from './read-unit-price.ts'

export type ReadGiven =
  | { readonly kind: 'given'; readonly given: Given; readonly words: string }
  /** It speaks of an amount that is none to be held to: 三五万, 5-8万, 一批物资; or of several. */
  | { readonly kind: 'unclear'; readonly words: string }

const MONEY = new RegExp(
  `(?<before>[几好大概约近上]{0,2})(?<sum>(?:人民币|rmb|[¥￥])?\\s*${NUMBER}\\s*${CHANGE})(?<about>${ABOUT})?\\s*(?:钱|人民币)?(?<unit>${UNITS})?`,
  'giu',
)
const RANGE = new RegExp(`${NUMBER}\\s*(?:元|块)?\\s*(?:到|至|或者?|[-—–~～])\\s*${NUMBER}`, 'iu')
const GOODS_FIRST = new RegExp(
  `(?<before>[几好大概约近上]{0,2})(?<n>${NUMBER})(?<about>[多来余几])?\\s*(?<unit>${UNITS})(?<about2>左右|上下|以上|以内)?(?:的|装|新)?\\s*(?<item>[\\p{Script=Han}A-Za-z][\\p{Script=Han}A-Za-z（）()/\\-]{0,19})`,
  'iu',
)
const GOODS_LAST = new RegExp(
  `(?<item>[\\p{Script=Han}A-Za-z][\\p{Script=Han}A-Za-z（）()/\\-]{0,19}?)[\\s:：]*(?<before>[几好大概约近上]{0,2})(?<n>${NUMBER})(?<about>[多来余几])?\\s*(?<unit>${UNITS})(?<about2>左右|上下|以上|以内)?(?![\\p{Script=Han}])`,
  'iu',
)
const WORTH = new RegExp(
  `[（(，,、\\s]*(?:总?价值|估价|估值|折价|折合|作价|市价|合计价值|约合|合计|合|值)(?:人民币|约|为|是|[:：\\s])*(?<sum>${NUMBER}\\s*${CHANGE})(?<about>${ABOUT})?\\s*[)）]?`,
  'iu',
)
const VALUER = [
  /[（(，,、\s]*(?:由|经|按照?|根据|依据|以)\s*(?<who>[\p{Script=Han}A-Za-z]{2,20}?)\s*(?:来)?(?:评估|估价|估值|估的|作价|核价|核定|定价|为准|计价|价格|金额|计|$)[)）]?/u,
  /[（(，,、\s]*(?<who>[\p{Script=Han}A-Za-z]{2,20}?)\s*(?:评估的?|估价的?|估的|核价的?|核定的?|定的价)[)）]?/u,
  /[（(，,、\s]*(?<who>发票价?|市场价|进价|成本价|出厂价)[)）]?/u,
]

const VAGUE =
  /(?:几|数)[十百千万]+(?:块|元)?|(?<![\d一二两三四五六七八九])[十百千]{1,2}万(?![\p{Script=Han}\d])|一批(?:物资|东西|[\p{Script=Han}]{1,6})|一些(?:物资|东西|钱)|一点(?:钱|物资|东西)/u

/** -500, 负五百; a dash after a number or a letter is none: 5-8万, A-5. */
const BELOW_NOTHING = new RegExp(`(?<![\\dA-Za-z一二两三四五六七八九十百千万])(?:[-−–]|负)\\s*${NUMBER}`, 'u')

/** Not a thing that somebody gives, though it may follow a number with a unit. */
const NO_ITEM = /^(?:钱|人|名|年|月|日|天|次|家|户|的|吧|了|吗|呢|左右|以上)+$/u
/** What stands before a thing without belonging to its name. */
const BEFORE_ITEM =
  /^(?:.*(?:我们?|公司|企业|厂里?|我司|单位|个人|本人)?(?:想|要|愿意?|打算|准备|再|也|就|来|先)*(?:认捐|捐赠|捐献|捐助|捐出|捐|赠送|送|出|提供|支援)(?:一批|了|出)?|登记(?:认捐|到账)?|(?:募捐|到账|认捐|使用)\d*|物资|实物|的|[:：\s])+/u
const AFTER_ITEM =
  /(?:吧|了|啊|呀|呢|哈|过来|过去|(?:送|交|发)?给.*|到(?:灾区|现场).*|支援.*|用于.*|[和及与跟、]$|行不行|可以吗|可以不)+$/u

/** Undefined where no amount is spoken of. `text` may hold other words; numbers of drives and days are to be taken out before. */
export function readGiven(text: string): ReadGiven | undefined {
  const said = toHalfWidth(text)
  const price = readUnitPrice(said)
  const unpriced = price === undefined ? said : said.replace(price.words, '，')
  const worth = WORTH.exec(unpriced)
  const bare = worth === null ? unpriced : unpriced.replace(worth[0], '，')
  const below = BELOW_NOTHING.exec(bare)
  if (below !== null) return { kind: 'unclear', words: below[0] }
  if (VAGUE.test(bare)) return { kind: 'unclear', words: VAGUE.exec(bare)?.[0] ?? '' }
  const goods = readGoods(bare, worth, price !== undefined)
  if (price !== undefined)
    return goods?.kind === 'given' && worth === null
      ? priced(goods, price)
      : { kind: 'unclear', words: text.trim().slice(0, 30) }
  if (goods !== undefined) return goods
  const range = RANGE.exec(bare)
  if (range !== null) return { kind: 'unclear', words: range[0].trim() }
  const sums: { readonly fen: number; readonly words: string }[] = []
  for (const { groups = {}, 0: words, index } of bare.matchAll(MONEY)) {
    const { before = '', sum = '', about, unit } = groups
    if (unit !== undefined && !/[元圆块角毛]/u.test(sum)) continue
    const after = /\s$/u.test(words) ? '' : bare.slice((index ?? 0) + words.length)
    if (isPartOfAWord(sum, after)) continue
    const fen = readFen(sum)
    if (before !== '' && !/^[大概约近]+$/u.test(before)) return { kind: 'unclear', words: words.trim() }
    if (about !== undefined || before !== '' || fen === undefined) {
      return { kind: 'unclear', words: words.trim() }
    }
    sums.push({ fen, words: words.trim() })
  }
  const [sum, ...more] = sums
  if (sum === undefined) return undefined
  if (more.length > 0) return { kind: 'unclear', words: text.trim().slice(0, 20) }
  return { kind: 'given', given: { kind: 'money', fen: sum.fen }, words: sum.words }
}

/** What all of it comes to; another unit than it is counted in (200箱, 一瓶两块) leaves that open. */
function priced(read: Extract<ReadGiven, { kind: 'given' }>, price: UnitPrice): ReadGiven {
  if (read.given.kind !== 'goods') return read
  const fen = worthAt(price, read.given)
  return fen === undefined
    ? { kind: 'unclear', words: price.words.trim() }
    : { ...read, given: { ...read.given, fen } }
}

/** 一起, 李四, 三五金店, 三十里铺: digits in words, no amount. */
function isPartOfAWord(sum: string, after: string): boolean {
  if (/[\d元圆块角毛分¥￥]/u.test(sum)) return false
  return (
    !/[十百千万亿拾佰仟萬億wk]/iu.test(sum) ||
    /^(?![钱给吧用的作支来整到捐呢了啊])\p{Script=Han}/u.test(after)
  )
}

function readGoods(said: string, worth: RegExpExecArray | null, isPriced: boolean): ReadGiven | undefined {
  const valuedBy = worth === null && !isPriced ? undefined : valuerIn(said)
  const text = valuedBy === undefined ? said : said.replace(valuedBy.words, '，')
  const first = GOODS_FIRST.exec(text)
  const found = first !== null && itemOf(first.groups?.item) !== '' ? first : GOODS_LAST.exec(text)
  const { before = '', n = '', about, about2, unit = '', item: named } = found?.groups ?? {}
  const item = itemOf(named)
  if (found === null || item === '') return undefined
  // Two things at once are two gifts, and each has its own line.
  if (new RegExp(NUMBER, 'u').test(text.replace(found[0], '').replace(/一起|一共|一下/gu, '')))
    return { kind: 'unclear', words: text.trim().slice(0, 30) }
  const quantity = readQuantity(n)
  if (quantity === undefined || before !== '' || about !== undefined || about2 !== undefined)
    return { kind: 'unclear', words: found[0].trim() }
  const fen = worth === null ? undefined : readFen(worth.groups?.sum ?? '')
  if (worth !== null && (fen === undefined || worth.groups?.about !== undefined))
    return { kind: 'unclear', words: worth[0].trim() }
  return {
    kind: 'given',
    given: {
      kind: 'goods',
      item,
      unit,
      quantity,
      ...(fen === undefined ? {} : { fen }),
      ...(valuedBy === undefined ? {} : { valuedBy: valuedBy.who }),
    },
    words: found[0],
  }
}

function itemOf(words = ''): string {
  const item = words
    .replace(BEFORE_ITEM, '')
    .replace(AFTER_ITEM, '')
    .replace(/[（(]$/u, '')
    .trim()
  return NO_ITEM.test(item) ? '' : item
}

/** 慈善总会估的, 按发票价: who valued the goods. */
export function valuerIn(text: string): { readonly who: string; readonly words: string } | undefined {
  for (const rule of VALUER) {
    const found = rule.exec(toHalfWidth(text))
    if (found?.groups?.who !== undefined) return { who: found.groups.who, words: found[0] }
  }
  return undefined
}
