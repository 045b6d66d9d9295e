/** 链接 0312, 再发一个 0312 供电公司的链接: a page for a unit without account is asked for. Pure. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { type AppealNumber, findAppealNumber } from '../reading/appeal-numbers.ts'

export interface LinkAsked {
  readonly number?: AppealNumber
  /** Names the unit, where several work on it. */
  readonly unitWords: string
}

const call = /^(?:\s*[@＠][^\s@＠]{1,24}[\s,，]+)+/
const numeral = '(?:20\\d\\d\\s?[-—–]\\s?)?\\d{1,6}'
const link = '(?:办理|单位|处理)?(?:链接|连接|网址|网页|页面)'
const gives = '(?:请|麻烦|帮我|再|重新|重|给|发|生成|来|换|补|要|一?个|新的?|一?下|张|条)*'

/** Undefined where nobody asks for a link to an appeal. */
export function readLink(text: string, meant?: AppealNumber): LinkAsked | undefined {
  const said = toHalfWidth(text.replace(call, '').trim())
  if (said.length > 40 || /[?？]\s*$/.test(said)) return undefined
  const order = new RegExp(
    `^(?:${gives}${link}(?:给)?[\\s,，:：#]*(?:编号)?${numeral}号?(.*)|(?:把)?${gives}#?${numeral}\\s*号?(?:诉求)?的?(.*?)${gives}${link}(.*))$`,
  ).exec(said)
  const bare = new RegExp(`^${gives}(?:的)?(.{0,12}?)(?:的)?${gives}${link}$`).exec(said)
  if (order === null && meant === undefined && new RegExp(`^${gives}${link}$`).test(said))
    return { unitWords: '' }
  if (order === null && (meant === undefined || bare === null)) return undefined
  const rest = (order?.slice(1) ?? bare?.slice(1) ?? []).filter((part) => part !== undefined).join(' ')
  const number = (order === null ? undefined : numberIn(said)) ?? meant
  const unitWords = rest.replace(/^[\s,，的给]+|[\s,，。的]+$|再发|重发|换|发/g, ' ').trim()
  return { unitWords, ...(number === undefined ? {} : { number }) }
}

function numberIn(said: string): AppealNumber | undefined {
  const whole = findAppealNumber(said)
  if (whole !== undefined) return whole
  const serial = Number(/\d{1,6}/.exec(said)?.[0] ?? 0)
  return serial === 0 ? undefined : { serial }
}
