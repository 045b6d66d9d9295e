/** 使用 募捐3 2万元 给柳溪镇 买水泵 11月20日: what was spent or handed on. Pure. */
import { toHalfWidth } from '../../../../kernel/chinese-numbers.ts'
import { findNumbers } from '../../../../kernel/privacy.ts'
import { type ReadGiven, readGiven } from './read-given.ts'
import { readPastDay } from './read-past-day.ts'
import { seemsPerson } from './seems-person.ts'

const DRIVE = /募捐\s*[#＃第]?\s*\d{1,6}\s*号?/gu
const TO =
  /(?:发放?给了?|送给|拨给|拨付给?|交给|给了?|到|送到|发放?到|拨到|受益人?[:：]?)\s*([\p{Script=Han}A-Za-z0-9]{2,30}?)(?=\s|[，,。；;]|买|购|用于|安置|$)/u
const PURPOSE = /((?:购买?|采购|买|用于|用来|安置|修|发放|支付|租)[^，,。；;\n]{1,40})/u

export interface ReadUse {
  readonly given?: ReadGiven
  readonly day?: string
  readonly wrongDay?: string
  readonly to?: string
  readonly purpose: string
  /** Words just said that speak of a private person: they are not kept. */
  readonly person?: string
}

/** `texts`: the order, then answers; the later one counts. */
export function readUse(texts: readonly string[], now: Date): ReadUse {
  let found: ReadUse = { purpose: '' }
  for (const [n, text] of texts.entries()) found = heard(found, text, n > 0, now)
  return found
}

function heard(before: ReadUse, text: string, isAnswer: boolean, now: Date): ReadUse {
  let rest = toHalfWidth(text)
    .replace(DRIVE, ' ')
    .replace(/^\s*(?:登记)?(?:使用|支出|发放|拨付)(?=[\s:：\d]|$)/u, ' ')
  const moment = readPastDay(rest, now)
  if (moment !== undefined) rest = rest.replace('day' in moment ? moment.words : moment.ahead, ' ')
  const to = TO.exec(rest)
  if (to !== null) rest = rest.replace(to[0], ' ')
  const purpose = PURPOSE.exec(rest)?.[1]
  const given = readGiven(purpose === undefined ? rest : rest.replace(purpose, ' ')) ?? readGiven(rest)
  const bare = rest.trim()
  const answersTo =
    isAnswer && before.to === undefined && given === undefined && moment === undefined && bare !== ''
  const whom = to?.[1] ?? (answersTo ? bare.slice(0, 30) : undefined)
  const { person: _before, ...kept } = before
  const isPerson = whom !== undefined && seemsPerson(whom, true)
  const person = isPerson ? whom : [purpose, bare].find((words = '') => seemsPerson(words))
  return {
    ...kept,
    ...(person === undefined ? {} : { person }),
    ...(given === undefined ? {} : { given }),
    ...(moment === undefined ? {} : 'day' in moment ? { day: moment.day } : { wrongDay: moment.ahead }),
    ...(whom === undefined || isPerson ? {} : { to: withoutNumbers(whom) }),
    purpose: purpose === undefined || seemsPerson(purpose) ? before.purpose : withoutNumbers(purpose.trim()),
  }
}

/** Telephones and the like have no place in what becomes public. */
function withoutNumbers(text: string): string {
  let clean = text
  for (const { text: number, kind } of findNumbers(text))
    if (kind !== 'amount') clean = clean.replace(number, '')
  return clean.trim()
}
