/**
 * What stands between a draft and the groups. Charity Law art. 22 to 27: only a qualified charity may raise funds
 * in public, by a filed plan, showing its certificate, and on designated platforms when online; art. 26: it alone
 * books the money, so the account must be its own; art. 32: no apportioning. There is no way round: the same
 * function is asked when the draft is previewed, submitted, approved, and by `drives --json`.
 */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { readFen } from '../../../kernel/money.ts'
import { type DriveFields, FIELDS, type Field, REQUIRED_FIELDS } from '../drive.ts'
import { isDesignated, isLinkKnown } from './designated-platforms.ts'
import { NO, YES } from './emergency.ts'
import { findLinks, hasLink, pageOf } from './links.ts'
import { isMost } from './most-letters.ts'
import { readStored } from './period.ts'
import { findPressure } from './pressure.ts'
import { findOtherCollectors } from './who-runs-it.ts'

export type Why =
  | 'absent'
  /** 待补, 无, 办理中: words in the place of an answer. */
  | 'placeholder'
  | 'notACharity'
  | 'notANumber'
  | 'unreadable'
  | 'reversed'
  | 'over'
  /** The account is somebody else's. */
  | 'notTheCharity'
  /** Somebody else than the charity runs it, or takes what is given first. */
  | 'notTheRunner'
  | 'sameNumber'
  | 'notDesignated'
  /** A platform is named without the page of the drive on it. */
  | 'noLink'
  /** Giving online is spoken of, and no platform is named. */
  | 'online'
  /** A link where none belongs, or one that leads elsewhere than to a page of the charity. */
  | 'link'
  /** A way to pay: that is the charity's to publish, never ours. */
  | 'payment'
  | 'pressure'

export interface Lack {
  readonly field: Field
  readonly why: Why
  /** What was found, for `pressure`, `notTheRunner` and `online`. */
  readonly words?: readonly string[]
}

const PLACEHOLDER =
  /^(?:待[定补办填]|暂(?:无|缺|定)|无|没有?|未[定知]|不(?:清楚|知道|详|确定)|稍后|回头|以后|后补|补|略|同上|(?:正在)?(?:办理|申请|审批|备案)中|tbd|todo|none|n\/?a|null|[-—_.。…?？*xX×/\\()（）\s]+)/iu
const PAYMENT =
  /收款码|付款码|(?:二维码|扫码)(?:付|捐|转|支付)|转账|打款|汇款|红包|微信(?:支付|收)|支付宝(?:收|转|支付)|银行卡|卡号|账号|开户行|直接(?:交|付)给|现金/u
/** Accounts and cards; a telephone with its area code has twelve digits at most. */
const LONG_NUMBER = /\d(?:[ -]?\d){14,18}/u
/** How aid is handed on (转账发放) is no way to pay. */
const MAY_SPEAK_OF_PAYING: readonly Field[] = ['use', 'beneficiary']
/** The code on the poster and whoever reads the call follow a link: only these lines may hold one. */
const MAY_HOLD_A_LINK: readonly Field[] = ['platform', 'page', 'howToCheck']
const ONLINE = /(?:线上|网上|在线|网络|手机|小程序|公众号|扫码|微信|互联网)[^，,。；;\n]{0,4}(?:捐|认捐|募)/u
const NOT_CHARITIES = /工商业联合会|工商联|商会|公司|集团|企业|个人|厂$/u
const ORGANISATION = /(?:会|基金|中心|社|院|团|站|所)$/u
const NUMBERED: readonly Field[] = ['certificateNumber', 'planNumber']

/** So that 河阳县慈善总会 and 河阳县 慈善总会 are one; brackets of either width are one too. */
export function bareName(name: string): string {
  return toHalfWidth(name)
    .normalize('NFKC')
    .replace(/[\s"'“”‘’《》]/gu, '')
    .replace(/[〔【[]/gu, '(')
    .replace(/[〕】\]]/gu, ')')
}

/** Everything that is missing or wrong, in the order of the form; empty: it may be previewed. `today` is a day in China. */
export function missingOf(fields: DriveFields, today: string): readonly Lack[] {
  const lacks: Lack[] = []
  for (const field of FIELDS) {
    const value = fields[field]?.trim() ?? ''
    const isRequired = (REQUIRED_FIELDS as readonly Field[]).includes(field)
    if (value === '') {
      if (isRequired) lacks.push({ field, why: 'absent' })
      continue
    }
    const why = PLACEHOLDER.test(value) ? 'placeholder' : wrongIn(field, value, fields, today)
    if (why !== undefined) lacks.push({ field, why })
    const words = findPressure(value)
    if (words.length > 0) lacks.push({ field, why: 'pressure', words })
    const others = field === 'use' || field === 'beneficiary' ? [] : findOtherCollectors(value)
    if (others.length > 0) lacks.push({ field, why: 'notTheRunner', words: others })
  }
  return [...lacks, ...onlineWithoutPlatform(fields)]
}

/** What may not stand in other words of a drive, such as a remark to its progress: pressure, collectors, ways to pay, links. */
export function wrongWords(text: string): readonly string[] {
  const paying = [PAYMENT.exec(text)?.[0], LONG_NUMBER.exec(toHalfWidth(text))?.[0]]
  return [
    ...findPressure(text),
    ...findOtherCollectors(text),
    ...paying.filter((found) => found !== undefined),
    ...(hasLink(text) ? [findLinks(text)[0] ?? '://'] : []),
    ...(ONLINE.exec(text)?.slice(0, 1) ?? []),
  ]
}

/** Art. 27: whoever raises funds online does so on a designated platform, so its page has to be shown. */
function onlineWithoutPlatform(fields: DriveFields): readonly Lack[] {
  if ((fields.platform?.trim() ?? '') !== '') return []
  const words = FIELDS.flatMap((field) => ONLINE.exec(fields[field] ?? '')?.[0] ?? [])
  return words.length === 0 ? [] : [{ field: 'platform', why: 'online', words }]
}

function wrongIn(field: Field, value: string, fields: DriveFields, today: string): Why | undefined {
  if (NUMBERED.includes(field)) {
    if (!isNumber(value)) return 'notANumber'
    return field === 'planNumber' && bareName(value) === bareName(fields.certificateNumber ?? '')
      ? 'sameNumber'
      : undefined
  }
  if (field === 'platform') {
    if (!isDesignated(value)) return 'notDesignated'
    return isLinkKnown(value) && findLinks(value).length === 0 ? 'noLink' : undefined
  }
  if (field === 'page') return findLinks(value).length === 1 && isFit(value) ? undefined : 'link'
  const speaksOfPaying = PAYMENT.test(value) && !MAY_SPEAK_OF_PAYING.includes(field)
  if (speaksOfPaying || LONG_NUMBER.test(toHalfWidth(value))) return 'payment'
  const isLinkFine = MAY_HOLD_A_LINK.includes(field) ? isFit(value) : !hasLink(value)
  if (!isLinkFine) return 'link'
  switch (field) {
    case 'charity':
      return isCharity(value) ? undefined : 'notACharity'
    case 'accountHolder':
      return isTheCharity(value, fields) ? undefined : 'notTheCharity'
    case 'organiser':
      return isTheCharity(value, fields) ? undefined : 'notTheRunner'
    case 'target':
      return readFen(value) === undefined ? 'unreadable' : undefined
    case 'emergency':
      return value === YES || value === NO ? undefined : 'unreadable'
    case 'most':
      return isMost(value) ? undefined : 'unreadable'
    case 'period': {
      const period = readStored(value)
      if (period === undefined) return 'unreadable'
      return period.to < period.from ? 'reversed' : period.to < today ? 'over' : undefined
    }
    default:
      return [...value].length < 2 ? 'placeholder' : undefined
  }
}

const isTheCharity = (value: string, { charity = '' }: DriveFields) => bareName(value) === bareName(charity)

const isFit = (value: string) =>
  !/:\/\//u.test(value.replace(/https?:\/\//giu, '')) &&
  findLinks(value).every((link) => pageOf(link) !== undefined)

/** A certificate's or a plan's number has at least six letters and digits, four of them digits. */
function isNumber(value: string): boolean {
  const bare = toHalfWidth(value).replace(/[\s\-_()〔〕[\]第号字证书慈募备]/gu, '')
  return (
    /^[\p{Script=Han}A-Za-z\d]+$/u.test(bare) &&
    (bare.match(/[A-Za-z\d]/gu) ?? []).length >= 6 &&
    (bare.match(/\d/gu) ?? []).length >= 4
  )
}

/** Whether it is really qualified only its certificate tells; that it is no charity at all can be seen. */
function isCharity(value: string): boolean {
  // A remark in brackets is no part of the kind: 慈善基金会（公募）.
  const name = bareName(value).replace(/\([^()]*\)$/u, '')
  return [...name].length >= 4 && ORGANISATION.test(name) && !NOT_CHARITIES.test(name)
}
