/** Amounts of money: 500万, 186.4万元, ￥3,000, 五百多万, 罚了2000. What counts people, goods or land is left alone. */
import type { Span } from './span.ts'

const arabic = String.raw`(?:\d{1,3}(?:[,，]\d{3}){1,5}|\d{1,15})(?:\.\d{1,6})?`
/** Bounded throughout: the gate reads every letter to its end, and must not be slowed down by one. Holds at least one real digit: 千万别 and 百万 alone say no amount. */
const han =
  '(?:[十百千拾佰仟]{0,3}[一二两俩三四五六七八九几数壹贰叁肆伍陆柒捌玖][零〇一二两三四五六七八九十百千几半壹贰叁肆伍陆柒捌玖拾佰仟]{0,12}|十)'
const about = String.raw`\s{0,3}[多来余几好]?\s{0,3}`
const currency = '(?:元|圆整|块钱|美元|美金|欧元|港币|港元|日元|英镑|人民币|rmb|usd)'
const notMoney = '(?!旦|月|素|件|宵|化|结构|老|首|帅|气|音)'

/** After 万 these make it a count of something else. */
const counted =
  '(?![多余来几]?\\s*(?:人|名|户|家|吨|亩|平|方|米|公里|千米|里|度|千瓦|台|套|件|只|个|头|辆|次|条|字|斤|公斤|升|立方|份|张|册|粉|例|步|年|天|小时|股|颗|枚|骑|兵|棵|株|种|所|座|艘|架|克|公顷|倍|光年|像素|字节|粉丝|用户|观众|听众|读者|居民|军|户|石|一(?![百千])|分|别|能|达|不|火|众|科|物|事|岁|瓦|k|m|㎡))'
/** Before it, the number counts people or clicks: 人口300万, 粉丝超过20万. */
const notCounting = '(?<!(?:人口|粉丝|用户|兵力|浏览|播放|点击|阅读|观众|面积)[^，。；,;\\d]{0,6})'
const moneyWord =
  '(?:金额|货款|工程款|贷款|借款|欠款|欠了?|罚款?了?|罚金|工资|月薪|年薪|租金|房租|押金|保证金|定金|尾款|余额|到账|打款|奖补|补贴|税款|还款|捐款?|捐了|认捐|利息|垫付)'

const patterns: readonly RegExp[] = [
  new RegExp(`[¥￥$€£]\\s*${arabic}\\s*[万亿]?`, 'g'),
  new RegExp(`(?:人民币|rmb|usd)\\s*[::]?\\s*(?:${arabic}|${han})[万亿]?`, 'gi'),
  new RegExp(`(?:${arabic}|${han})${about}(?:个)?[百千万亿]{0,4}${about}${currency}${notMoney}`, 'gi'),
  new RegExp(
    `(?<!不怕|[.\\d])${notCounting}(?:${arabic}|${han})${about}(?:[百千]?万|亿|个亿){1,3}${counted}(?:[一二三四五六七八九]千?(?![个年月天日家户名台套条件亩位级期号分点届]))?`,
    'g',
  ),
  // 18.5w, as people type 万; 60W with a capital is a lamp.
  new RegExp(`(?<![\\w.])${arabic}w(?![A-Za-z0-9]|\\s*(?:灯|功率|的灯|瓦))`, 'g'),
  // 上百万, 近千万: no digit, yet an amount.
  new RegExp(`[上近约过小]\\s*[十百千]{1,3}[来多]?[万亿]${counted}`, 'g'),
  new RegExp(
    `(?:${arabic}|${han})[百千万]{0,3}多?块(?=[\\s,，。;;、!！?？)]|$|一[天月个年]|每|左右|以|吧|了)`,
    'g',
  ),
]

/** A bare number is money only right after a word for money. */
const named = new RegExp(
  `${moneyWord}(?:款|金额|为|是|了|共|约|有|还有|一共|总共|他|我们?|[::\\s]){0,6}(\\d{3,15}(?:\\.\\d{1,6})?|\\d{1,6}(?:\\.\\d{1,6})?[wk]|[一二两三四五六七八九]千[一二三四五六七八九]?百?)(?![\\w.:/\\-]|\\s*(?:年|月|日|号|人|名|户|家|件|个|次|天|台|套|亩|吨|度|点))`,
  'gi',
)

/** "一块" is "together" more often than one yuan; 一元 before a noun is a term of algebra. */
function isTooSmall(found: string): boolean {
  return /^[一两]块$/.test(found) || /^[一二三]元$/.test(found)
}

/** `text` is folded plainly. Rates such as 5% are no amounts. */
export function findAmounts(text: string): Span[] {
  const spans: Span[] = []
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern))
      if (!isTooSmall(match[0]))
        spans.push({ kind: 'amount', start: match.index, end: match.index + match[0].length })
  for (const match of text.matchAll(named)) {
    const end = match.index + match[0].length
    spans.push({ kind: 'amount', start: end - (match[1] ?? '').length, end })
  }
  return spans
}
