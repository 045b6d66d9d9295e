/**
 * Whether each clause of a sentence is carried by one place of what it cites: a rule's subject, its condition and its
 * figure stand together, and 大型企业 of one half of a sentence does not get what 中小企业 get in the other.
 */

import { clausesOf, matterSigns, shareIn } from './matter-signs.ts'
import { namesIn } from './names.ts'
import { holdsQuantity, quantitiesIn } from './quantities.ts'
import { turnedRound } from './stance.ts'

/** Share of a clause's matter that one place has to hold; by reason, not measured. */
const CARRIED = 0.6
/** Signs of matter from which on a clause says enough to be looked for. */
const FEWEST_SIGNS = 2

/** Who or what kind a rule is for: one of them for another makes another rule. */
const KINDS =
  /大中?型|中型|小型|微型|中?小微?企业|规模以[上下]|规[上下]|国有|国企|民营|民企|私营|外资|外商|港澳台?|个体|合伙|独资|股份|上市|男|女|未成年|老年|退休|退役|残疾|农民|毕业生|学生|实习|失业|首次|再次|新设|新招|新增|存量|外[省市县地]|[本县省市][内外]|本地|省级|市级|县级|国家级|城镇|农村|线[上下]/gu
/** Bodies that are named without an end that tells them. */
const BODIES =
  /法院|检察|公安|税务|海关|银行|人社|财政|商务|工信|科技|环保|消防|住建|市场监管|工商联|商会|仲裁|中介|保险公司/gu
/** Which way something goes: 招用前, 增加, 按日. */
const WAYS =
  /增加|减少|提高|降低|延长|缩短|上调|下调|上浮|下浮|按[日天月季年周次]|约(?![定束谈])|大约|左右|将近|接近|不止|之外|以外/gu
const BEFORE_OR_AFTER = /(?<![目以之今然]|提)(\p{Script=Han}(?:前|后))(?![款述提往续置景期者台])/gu
/** Two signs right before what somebody may or must do. */
const ACTOR = /(\p{Script=Han}{2})(?:应当?|必须|可以|不得|有权|无权|不能)/gu
const NO_ACTOR = /[的也都就还均则后前内外时者们再又才便即并且只仅]$/u
const FROM_THEN = /起/u
const CONDITION = /(?:的|的话|时|后|者)$/u
/** Signs that a sentence may bring along: what people say for getting, doing and having to. */
const ITS_OWN = new Set(
  '拿领取得享受获办理交付发给算签休去找看问报送提出限封顶条件符合满足情况标准途径方式材料资料员工单位个钱款额费期天些项种类该如何怎么能够会都只每没最长高低多至施行印发公布'.split(
    '',
  ),
)
const MOST_NEW = 1
/** One of these is another rule by itself. */
const TELLING = new Set('免减退增升降本外男女老幼大小少新旧公私早晚全半单双首末另反停撤废借押'.split(''))
/** 第二章 补贴标准 says what is spoken of and nothing about it. */
const HEADING_ALONE =
  /^(?:第[零〇一二三四五六七八九十百千\d]+[编章节]|[一二三四五六七八九十]+、)[^，。；：:;]{0,40}$/u

/** `quotes`: whole sentences of passages; `source`: title, number and days. */
export function standsInOnePlace(sentence: string, quotes: readonly string[], source: string): boolean {
  if (quotes.every((quote) => HEADING_ALONE.test(quote.trim()))) return false
  const places = placesIn(quotes)
  return statementsIn(sentence.normalize('NFKC')).every((clauses) =>
    places.some((place) => clauses.every((clause) => saysLittle(clause) || carries(place, clause, source))),
  )
}

/** A condition (…的，) with what follows from it: the one may not be taken from here and the other from there. */
function statementsIn(sentence: string): readonly (readonly string[])[] {
  const statements: string[][] = []
  let isOpen = false
  for (const clause of clausesOf(sentence)) {
    if (isOpen) statements.at(-1)?.push(clause)
    else statements.push([clause])
    isOpen = CONDITION.test(clause)
  }
  return statements
}

/** Parts that end in a full stop or a semicolon; of a list its head goes with each item. */
function placesIn(quotes: readonly string[]): readonly string[] {
  let head = ''
  return quotes.flatMap((quote) => {
    const plain = quote.normalize('NFKC')
    if (/[:：]\s*$/u.test(plain)) head = plain
    const parts = plain.split(/(?<=[。;；!?！？])/u).filter((part) => part.trim() !== '')
    return parts.map((part) => (part === head ? part : `${head}${part}`))
  })
}

const saysLittle = (clause: string) =>
  matterSigns(clause).length < FEWEST_SIGNS && quantitiesIn(clause).size === 0

function carries(place: string, clause: string, source: string): boolean {
  const held = quantitiesIn(`${place}\n${source}`)
  const whole = `${place}${source}`
  const has = (words: Iterable<RegExpExecArray>) => [...words].every(([word]) => whole.includes(word))
  return (
    shareIn(whole, clause) >= CARRIED &&
    bringsLittle(clause, whole) &&
    [...quantitiesIn(clause)].every((figure) => holdsQuantity(held, figure)) &&
    has(clause.matchAll(KINDS)) &&
    has(clause.matchAll(BODIES)) &&
    has(clause.matchAll(WAYS)) &&
    turnsAlike(clause, whole) &&
    turnedRound(clause, place) !== 'denial' &&
    [...clause.matchAll(ACTOR)].every(([, who = '']) => NO_ACTOR.test(who) || whole.includes(who)) &&
    isNotBeside(place, clause)
  )
}

/** Words of its own (养老 for 失业, 口头 for 书面) are claims of its own. */
function bringsLittle(clause: string, place: string): boolean {
  const held = new Set(matterSigns(place))
  const brought = [...new Set(matterSigns(clause))].filter((sign) => !held.has(sign))
  return (
    !brought.some((sign) => TELLING.has(sign)) &&
    brought.filter((sign) => !ITS_OWN.has(sign)).length <= MOST_NEW
  )
}

/** 招用前 for 招用后; what is counted from a day on may be told as after it. */
const turnsAlike = (clause: string, place: string) =>
  [...clause.matchAll(BEFORE_OR_AFTER)].every(
    ([, words = '']) => place.includes(words) || (words.endsWith('后') && FROM_THEN.test(place)),
  )

/** Where a clause of the place says the same of another office, or with another figure of that unit, it is that one's. */
function isNotBeside(place: string, clause: string): boolean {
  const shares = clausesOf(place).map((other) => ({ other, share: shareIn(other, clause) }))
  const most = Math.max(0, ...shares.map(({ share }) => share))
  if (most < CARRIED) return true
  const best = shares.filter(({ share }) => share === most).map(({ other }) => other)
  return best.some((other) => sameOffice(clause, other) && sameFigure(clause, other))
}

const sameOffice = (clause: string, other: string) => {
  const theirs = namesIn(other).filter((name) => /[局厅委会院所站处办]$/u.test(name))
  const own = namesIn(clause).filter((name) => theirs.some((one) => one.at(-1) === name.at(-1)))
  return own.every((name) => other.includes(name))
}

const unitOf = (figure: string) => figure.slice(figure.indexOf(' '))

function sameFigure(clause: string, other: string): boolean {
  const held = quantitiesIn(other)
  const units = new Set([...held].map(unitOf))
  return [...quantitiesIn(clause)].every(
    (figure) => holdsQuantity(held, figure) || !figure.includes(' ') || !units.has(unitOf(figure)),
  )
}
