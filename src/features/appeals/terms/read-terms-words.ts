/** 工作日历 2027 …, 改时限 0312 5天 企业补材料, 0312 的时限改到5天. Pure. */
import { readNumber, toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import type { AppealNumber } from '../reading/appeal-numbers.ts'
import { findAppealNumber } from '../reading/appeal-numbers.ts'
import { stripCalls } from '../reading/calls.ts'
import { numberBeside } from '../staff/read-command.ts'

export interface CalendarAsked {
  readonly year?: number
  /** The notice's text, where it came with the words. */
  readonly notice?: string
}

const CALENDAR =
  /^(?:请|帮我|我要|要)?(?:加载|导入|录入|添加|加|看|查看|查)?(?:一?下)?(?:工作日历|放假通知|放假安排|节假日安排|工作日)\s*[:：]?\s*/u
/** The notice itself, pasted without a word before it. */
const NOTICE = /国务院办公厅[\s\S]{0,10}关于\s*20\d\d\s*年[\s\S]{0,6}部分节假日安排/u

/** Undefined where the words are about no calendar. */
export function readCalendarAsked(text: string): CalendarAsked | undefined {
  const said = stripCalls(text).trim()
  const led = CALENDAR.exec(said)
  if (led === null) return NOTICE.test(said.slice(0, 200)) ? { notice: said } : undefined
  const rest = said.slice(led[0].length)
  const year = /^(20\d\d)\s*年?(?:的)?/u.exec(rest)
  const words = rest.slice(year?.[0].length ?? 0).replace(/^[\s:：，,。]+/u, '')
  const asked = year === null ? {} : { year: Number(year[1]) }
  // 工作日历有哪些年, 放假安排怎么样 ask; only what has a date in it is a notice.
  if (/\d{1,2}月\d{1,2}日/u.test(toHalfWidth(words))) return { ...asked, notice: words }
  if (words !== '' && !/^(?:有哪些年?|到哪一?年|有了吗?|列表|清单|情况)[?？。]?$/u.test(words))
    return undefined
  return asked
}

export interface ChangeTermAsked {
  readonly number?: AppealNumber
  /** Working days from now. */
  readonly days?: number
  readonly reason: string
}

const TERM = '时限|期限|办结时间|限期|办理时间'
const CHANGE =
  '改到|改成|改为|调整到|调整为|调整|调到|调为|延长到|延长|延到|缩短到|缩短|放宽到|放宽|变更为|变更|改'
const COUNT = '[0-9零一二两三四五六七八九十]{1,3}'
const DAYS = new RegExp(`(${COUNT})\\s*个?\\s*(?:工作日|工作天|天|日)(?!历)(?:之?内)?`, 'u')
const WEEKS = new RegExp(`(${COUNT})\\s*个?(?:周|星期|礼拜)(?![一二三四五六日天])`, 'u')

/** @param answered the letter that is replied to; it may name the appeal. */
export function readChangeTerm(text: string, answered?: string): ChangeTermAsked | undefined {
  const said = toHalfWidth(stripCalls(text)).trim()
  if (said.length > 200 || /[?？]|(?:吗|呢)$/u.test(said)) return undefined
  const verbFirst = new RegExp(`^(?:请|帮我?|要)?(?:${CHANGE})(?:一下)?\\s*(?:${TERM})`, 'u')
  const termFirst = new RegExp(
    `^(?:请|帮我?)?(?:把|将)?\\s*#?(?:20\\d\\d\\s?[-—–]\\s?)?\\d{1,6}\\s*号?(?:这件|那件|诉求)?\\s*(?:的)?\\s*(?:(?:办结|办理)?(?:${TERM})\\s*(?:${CHANGE})|(?:${CHANGE})\\s*(?:${TERM}))`,
    'u',
  )
  const bareFirst = new RegExp(`^(?:${TERM})\\s*(?:${CHANGE})`, 'u')
  if (![verbFirst, termFirst, bareFirst].some((pattern) => pattern.test(said))) return undefined
  const weeks = readNumber(WEEKS.exec(said)?.[1] ?? '')
  const withoutNumber = said.replace(/#?(?:20\d\d\s?[-—–]\s?)?0\d{2,5}\s*号?/u, ' ')
  const days =
    readNumber(DAYS.exec(withoutNumber)?.[1] ?? '') ?? (weeks === undefined ? undefined : weeks * 5)
  const number =
    numberBeside(said, `(?:${CHANGE})?\\s*(?:${TERM})(?:\\s*(?:${CHANGE}))?`) ??
    (answered === undefined ? undefined : findAppealNumber(answered))
  const reason = said
    .replace(DAYS, ' ')
    .replace(WEEKS, ' ')
    .replace(/^(?:请|帮我?|要|把|将)+/u, ' ')
    .replace(/#?(?:编号)?(?:20\d\d\s?[-—–]\s?)?0*\d{1,6}\s*号?(?:这件|那件|诉求)?/u, ' ')
    .replace(
      new RegExp(`(?:${CHANGE})?(?:一下)?\\s*(?:的)?(?:办结|办理)?(?:${TERM})\\s*(?:${CHANGE})?`, 'u'),
      ' ',
    )
    .replace(
      /^[\s,，。:：;；]*(?:的|到|为|成)?[\s,，。:：;；]*(?:(?:理由|原因|因为|由于)(?:是)?)?[\s,，。:：;；]*/u,
      '',
    )
    .trim()
  return { reason, ...(number === undefined ? {} : { number }), ...(days === undefined ? {} : { days }) }
}
