/** 派单 0312 金融办 3个工作日，人行、税务局配合 / 0312 给金融办，三天: what staff type to give an appeal to a unit. Pure. */
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { findAppealNumber } from '../reading/appeal-numbers.ts'

export interface DispatchAsked {
  readonly number?: AppealNumber
  /** Words that name the lead unit; what else is in them is for the dialogue to say. */
  readonly unitWords: string
  /** 协办: each names one unit or several. */
  readonly supportWords?: readonly string[]
  /** What stands between those that help and may be one of them, or nothing we know. */
  readonly looseWords?: readonly string[]
  /** 不要税务局配合; an empty one means all of them. */
  readonly without?: readonly string[]
  /** Working days. */
  readonly days?: number
}

/** Nobody orders in more words than these. */
const LONGEST = 120
const call = /^(?:\s*[@＠][^\s@＠]{1,24}[\s,，]+)+/
const numeral = '(?:20\\d\\d\\s?[-—–]\\s?)?\\d{1,6}'
const count = '[0-9零一二两三四五六七八九十]{1,3}'
const inDays = new RegExp(
  `(?:限期?|要求|时限|给(?:他们|它|TA)?)?\\s*(${count})\\s*个?\\s*(?:工作日|工作天|天|日)(?!前)(?:之?内|以内|办结|办完|完成|时间)*`,
)
const inWeeks = new RegExp(
  `(?:限|给(?:他们)?)?\\s*(${count})\\s*(?:个)?(?:周|星期|礼拜)(?![一二三四五六日天])(?:之?内|以内|时间)*`,
)

const orders =
  '派单|改派|重派|重新派单?|另派|转派|转办单?|派工单|派发|交办|派给|派到|派往|交给|交由|转给|转到|转交|移交给?|分给|分派给?'
const startsOrder = new RegExp(`^(?:请|麻烦|帮我|帮忙|那就)*(?:把|将)?(?:这件|这个|它)?(?:${orders})`)
/** With a number in front these are enough. */
const handing = `${orders}|派|给|让|由|归`
/** An office by its ending; the courts and the like are not given appeals, they are referred to. */
const office =
  '(?:局|办|委|专班|公司|大队|支队|中心|管委会|政府|街道|镇|乡|所|站|支行|分行|银行|人行|税务|电力|供电|部|院|集团)'
const referred = /法院|仲裁|纪委|监委|信访|检察|法定/

const clean = (text: string) => toHalfWidth(text).replace(call, '').trim()

/** Whether somebody gives an order here, and whether it needs its number from elsewhere. */
function isOrder(said: string, answering: boolean): boolean {
  if (said.length > LONGEST || /[?？]/.test(said)) return false
  const numbered = `^(?:请|麻烦|帮忙|帮我|把|将|那|\\s)*\\s*#?(?:编号)?${numeral}\\s*号?(?:诉求|这件|那件|这个|的事)?[\\s,，:：]*`
  if (new RegExp(`${numbered}(?:请|就|先|还是)?(?:${handing})`).test(said)) return true
  // 0312 转住建局: an office has to follow, and none that is a way of its own.
  if (new RegExp(`${numbered}转\\s*\\S{1,12}?${office}`).test(said)) return !referred.test(said)
  // 0312 金融办 3天: number, office, days and nothing else.
  if (
    new RegExp(`${numbered}[^\\d\\s,，]{2,16}${office}?[\\s,，]*(?:${count}\\s*个?(?:工作日|天)|一周)`).test(
      said,
    ) &&
    new RegExp(`${numbered}[^\\d\\s,，]{1,14}${office}[\\s,，]*(?:限|给)?${count}`).test(said)
  )
    return true
  // 0312 请税务局配合, 协办 0312 税务局, 给0312加个协办税务局
  if (new RegExp(`${numbered}.{0,20}(?:协办|配合|会办|协同)`).test(said) && !/配合(?:的|得|过|了)/.test(said))
    return true
  if (
    new RegExp(`^(?:请|给|再)?(?:加|增加|追加)?(?:个|一个)?(?:协办|会办|配合)(?:单位)?\\s*#?${numeral}`).test(
      said,
    )
  )
    return true
  if (/^(?:请)?(?:派|转|给)(?:给|到)?\s*#?(?:20\d\d-)?\d{3,6}/.test(said)) return true
  if (startsOrder.test(said)) return answering || OWN_WORD.test(said) || /\d{3,6}/.test(said)
  // 给金融办，三天 / 金融办牵头，人行配合: only where our letter names the appeal.
  return (
    answering &&
    new RegExp(
      `^(?:请|就|还是|那)*(?:(?:给|让|由|派|转|归)\\s*\\S|\\S{1,12}?${office}(?:牵头|主办|来?办|承办|[\\s,，]*${count}\\s*个?(?:工作日|天)|$))`,
    ).test(said) &&
    !referred.test(said)
  )
}

/** 派单 means that and nothing else, also without a number. */
const OWN_WORD = /^(?:请|麻烦)*(?:派单|改派|重新派单?|派工单)/

/**
 * Undefined where the words are no order to dispatch.
 * @param answered the number that the letter replied to is about, where it is about one.
 */
export function readDispatch(text: string, answered?: AppealNumber): DispatchAsked | undefined {
  const said = clean(text)
  if (!isOrder(said, answered !== undefined)) return undefined
  const number = numberIn(said) ?? answered
  return { ...readWish(said), ...(number === undefined ? {} : { number }) }
}

function numberIn(said: string): AppealNumber | undefined {
  const whole = findAppealNumber(said)
  if (whole !== undefined) return whole
  const bare = said.replace(inDays, ' ').replace(inWeeks, ' ')
  const found = /(?:^|\D)(?:(20\d\d)\s?[-—–]\s?)?0*(\d{1,6})(?!\d|[个天万元月年点])/.exec(bare)
  if (found === null || Number(found[2]) === 0) return undefined
  return { serial: Number(found[2]), ...(found[1] === undefined ? {} : { year: Number(found[1]) }) }
}

/** Unit, days and who helps, without asking whether the words are an order at all: what is said within the dialogue. */
export function readWish(text: string): Omit<DispatchAsked, 'number'> {
  const said = clean(text)
  const days =
    readNumber(inDays.exec(said)?.[1] ?? '') ?? fiveTimes(readNumber(inWeeks.exec(said)?.[1] ?? ''))
  const bare = said
    .replace(inDays, ' ')
    .replace(inWeeks, ' ')
    .replace(new RegExp(`(?:#|编号|第)?\\s*${numeral}\\s*号?(?![月点])`), ' ')
  const { lead, supports, loose, without } = partRoles(withoutHead(bare))
  return {
    unitWords: lead,
    ...(supports.length === 0 ? {} : { supportWords: supports }),
    ...(loose.length === 0 ? {} : { looseWords: loose }),
    ...(without.length === 0 ? {} : { without }),
    ...(days === undefined ? {} : { days }),
  }
}

const fiveTimes = (weeks: number | undefined) => (weeks === undefined ? undefined : weeks * 5)

const head = new RegExp(
  `^(?:[\\s,，。:：;；#]|请|麻烦|帮我|帮忙|那就|那|就|还是|先|把|将|这件|那件|这个|它|诉求|的事|的(?=[给由让派])|改成|改为|换成|改给|应该|${orders}|派(?!出所)|给|让|由|归|转(?!型)|改|换|号)`,
)

/** Verbs and pointing words in front of the first name; what is within a name stays. */
function withoutHead(said: string): string {
  let rest = said.trim()
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(head, '')
  }
  return rest
}

const helps = '协办|配合|会办|协同|协助|帮办'
const helpTail = /^(?:单位|部门)?(?:来)?(?:办理|处理|一下|好|做好|工作|[吧啊哈。\s])*$/
const leads = /^(?:主办|牵头|主责|承办)(?:单位|部门)?[\s:：是为]*/

/** Who leads, who helps and who no longer does, clause by clause. */
interface Roles {
  readonly lead: string
  readonly supports: readonly string[]
  readonly loose: readonly string[]
  readonly without: readonly string[]
}

function partRoles(words: string): Roles {
  const lead: string[] = []
  const supports: string[] = []
  const loose: string[] = []
  const without: string[] = []
  let listsHelpers = false
  const anyHelps = new RegExp(helps).test(words)
  for (const clause of words.split(/[,，;；。\n]+/).map((part) => part.trim())) {
    if (clause === '') continue
    const dropped = new RegExp(
      `^(?:不要|不用|不需要|去掉|取消|撤掉|免去)(.*?)(?:的)?(?:${helps}|参加|了)*(?:单位|部门)?$`,
    ).exec(clause)
    if (dropped !== null) {
      without.push((dropped[1] ?? '').replace(new RegExp(helps, 'g'), '').trim())
      continue
    }
    if (leads.test(clause)) listsHelpers = false
    const helping = new RegExp(
      `^(.*?)(?:请|再|也|还有|并|同时|加上?|增加|追加|加个|一起|共同)*(?:个|一个)?(?:${helps})(.*)$`,
    ).exec(clause)
    if (helping === null) {
      const isHelper = listsHelpers || (anyHelps && lead.length > 0 && !leads.test(clause))
      ;(isHelper ? loose : lead).push(clause.replace(leads, ''))
      continue
    }
    const [, before = '', after = ''] = helping
    if (!helpTail.test(after)) {
      // 协办：人行、税务局
      if (before.trim() !== '') lead.push(before)
      supports.push(after.replace(/^(?:单位|部门)?[\s:：是为有请由]*/, ''))
      listsHelpers = true
      continue
    }
    const { first, others } = partLead(before, lead.length > 0)
    if (first !== '') lead.push(first)
    if (others !== '') supports.push(others)
  }
  return { lead: lead.join(' ').replace(leads, '').trim(), supports, loose, without }
}

/** 金融办牵头人行配合, 金融办 人行配合: who leads comes first. */
function partLead(before: string, isLed: boolean): { first: string; others: string } {
  const clear = (words: string) =>
    words.replace(
      /^(?:请|再|加上?|增加|追加|个|让|由|叫|也|和|及|、|\s)+|(?:也|来|一起|共同|做好|、|\s)+$/g,
      '',
    )
  if (isLed) return { first: '', others: clear(before) }
  const marked = /^(.*?)(?:牵头|主办|为主|主责|承办|负责|办理|[去来]办)(?:单位)?[\s:：、]*(.*)$/.exec(before)
  if (marked !== null) {
    const [, first = '', others = ''] = marked
    // 牵头单位金融办 配合单位人行 has its mark in front.
    return first.trim() === '' ? partLead(others, false) : { first: first.trim(), others: clear(others) }
  }
  const [first = '', ...others] = before.split(/\s+/)
  return others.length === 0 || others.every((one) => one === '')
    ? { first: '', others: clear(first) }
    : { first, others: clear(others.join('、')) }
}
