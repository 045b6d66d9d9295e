/** 0312 进展 已联系企业，周五到场 / 0312 已联系: what a unit tells of how it goes. Pure. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { type AppealNumber, findAppealNumber } from '../reading/appeal-numbers.ts'

export interface ProgressAsked {
  readonly number?: AppealNumber
  /** As it was typed. */
  readonly words: string
  /** `contact`: nothing is said but that the asker was spoken to. */
  readonly about: 'progress' | 'contact'
}

const call = /^(?:\s*[@＠][^\s@＠]{1,24}[\s,，]+)+/
const numeral = '(?:20\\d\\d\\s?[-—–]\\s?)?\\d{1,6}'
const named = `#?(?:编号|诉求|关于)?\\s*${numeral}\\s*号?(?:这件|那件|诉求|的)?`
const verbs =
  '(?:最新|新的?|有|报|报个|报下|报一下|汇报|反馈|说下|更新|记录?|填写?)*(?:进展|进度|反馈|办理情况|情况说明|最新情况|情况反馈)(?:情况|汇报|如下|是|一下)*'
const begins = new RegExp(
  `^(?:请|麻烦)?(?:${named}[\\s:：,，]*${verbs}|${verbs}[\\s:：,，]*${named})[\\s:：,，。]*`,
)
const beginsBare = new RegExp(`^${verbs}[\\s:：,，。]*`)
const asksOnly =
  /^(?:怎么样?|如何|咋样|咋|怎样|呢|吗|么|没|没有|了吗|到哪.*|查询|是什么|是啥|什么|啥|有哪些|慢|快|多少)?[?？。!！]*$/

const who = '(?:企业|诉求人|对方|老板|当事人|客户|业主|他们?|她|反映人|负责人|公司)'
const contact = new RegExp(
  `^(?:我们|我|这边|我这边|我单位|已经?|刚刚?|今天|昨天|上午|下午|早上|都|和|与|跟|给|${who}|了|，|\\s)*(?:电话|微信|当面|上门)?(?:联系|对接|沟通|取得联系|打过?电话|通过?电话|回过?电话|见过面|见面)(?:上|过|到|好|了|$|${who})`,
)
const contactOnly = new RegExp(
  `^(?:我们|我|这边|我这边|我单位|已经?|刚刚?|今天|昨天|上午|下午|早上|都|和|与|跟|给|${who}|了|\\s)*(?:电话|微信)?(?:联系|对接|沟通|取得联系|打过?电话|通过?电话|回过?电话)(?:上|过|到|好|了|${who})*[。.]?$`,
)

/**
 * Undefined where the words tell nothing of the kind.
 * @param meant the number that need not be said here.
 */
export function readProgress(text: string, meant?: AppealNumber): ProgressAsked | undefined {
  const typed = text.replace(call, '').trim()
  const said = toHalfWidth(typed)
  if (/[?？]\s*$/.test(said)) return undefined
  const head = begins.exec(said)?.[0] ?? (meant === undefined ? undefined : beginsBare.exec(said)?.[0])
  if (head !== undefined && head !== '') {
    const words = typed.slice(head.length).trim()
    if (asksOnly.test(words)) return undefined
    const number = findNumber(head) ?? meant
    return number === undefined ? undefined : { number, words, about: isContactOnly(words) }
  }
  const lead = new RegExp(`^${named}[\\s:：,，]*`).exec(said)?.[0] ?? ''
  const rest = typed.slice(lead.length).trim()
  const number = lead === '' ? meant : (findNumber(lead) ?? meant)
  if (number === undefined || !contact.test(toHalfWidth(rest)) || /不上|没有?联系|未联系|联系不/.test(rest))
    return undefined
  return { number, words: rest, about: isContactOnly(rest) }
}

/** 0312 已恢复供电，阀门换了: a full number and what happened, with no verb that names it. Weaker than any command. */
export function readTold(text: string): ProgressAsked | undefined {
  const said = toHalfWidth(text)
  const lead =
    /^(?:(?:汇?报(?:告|一下|下|个)?|说一?下|反馈一?下|跟您?说一?下|关于|那个|我们?那个)[\s:：,，]*)?#?(?:编号)?(?:20\d\d\s?[-—–]\s?)?\d{4}\s*号?(?:这件|那件|诉求|的)?[\s:：,，]+/.exec(
      said,
    )?.[0]
  const number = lead === undefined ? undefined : findAppealNumber(lead)
  if (lead === undefined || number === undefined || /[?？]\s*$/.test(said)) return undefined
  const words = text.slice(lead.length).trim()
  return words.length < LEAST_TOLD ? undefined : { number, words, about: 'progress' }
}

/** Fewer characters tell of nothing. */
const LEAST_TOLD = 4

const isContactOnly = (words: string) => (contactOnly.test(toHalfWidth(words)) ? 'contact' : 'progress')

/** With a verb beside it a bare 312 is a number too. */
function findNumber(head: string): AppealNumber | undefined {
  const whole = findAppealNumber(head)
  if (whole !== undefined) return whole
  const bare = /\d{1,6}/.exec(head)
  return bare === null || Number(bare[0]) === 0 ? undefined : { serial: Number(bare[0]) }
}
