/** 到账 募捐3 天禾农机 5万 票据0012345 11月20日 匿名: one line of what staff enter, taken apart. Pure. */
import { toHalfWidth } from '../../../../kernel/chinese-numbers.ts'
import type { Directory } from '../../../../kernel/directory.ts'
import type { Consent, Donor } from '../gift.ts'
import { readConsent } from './read-consent.ts'
import { donorWritten, readAs } from './read-donor.ts'
import { type ReadGiven, readGiven, valuerIn } from './read-given.ts'
import { readPastDay } from './read-past-day.ts'

const DRIVE = /募捐\s*[#＃第]?\s*(\d{1,6})\s*号?(?![\d.]|\s*[万元千百块])/u
const PLEDGE = /(?:对应|抵|核销|的)?认捐\s*[#＃第号]?\s*(\d{1,6})\s*号?(?!\d|\.\d|\s*[万元千百块])/u
const RECEIPT = /(?:捐赠)?(?:票据|收据|发票|票)(?:编?号码?)?\s*[:：是为]?\s*([A-Za-z0-9][A-Za-z0-9-]{2,29})/u
const PHONE = /((?:电话|手机|联系方式|身份证号?)?[:：]?\s*(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d))/u
const WORDS =
  /登记|录入|补录|记一?下?|收到|代为?|认捐|捐赠|捐款|捐助|捐献|捐了|捐|已?到账了?|入账了?|到了|打来|转来|送来|的?善款|款项|一笔|[（()）:：]/gu
const CONSENT =
  /匿名|实名|署名|不(?:要|想|愿意?)?(?:公开|署名|留名)|(?:只|就)?(?:写|署|公开)(?:公司|企业|单位|厂)?(?:的)?(?:名字?|名称|全名|姓名)|同意(?:公开|公示|署名)|可以(?:公开|署名)/gu

export interface Entry {
  readonly drive?: number
  readonly pledge?: number
  readonly given?: ReadGiven
  readonly receipt?: string
  readonly day?: string
  /** A day that has not come or does not exist. */
  readonly wrongDay?: string
  readonly consent?: Consent
  readonly donor?: Donor
  /** The words without numbers that are no amounts. */
  readonly rest: string
}

export function readDriveNumber(text: string): number | undefined {
  const found = DRIVE.exec(toHalfWidth(text))
  return found === null ? undefined : Number(found[1])
}

/** `of`: in a pledge 认捐5000 is an amount, in a booking 认捐31 is a number. */
export function readEntry(
  text: string,
  { directory, at, of }: { readonly directory: Directory; readonly at: Date; readonly of: 'pledge' | 'gift' },
): Entry {
  let rest = toHalfWidth(text)
  const take = (pattern: RegExp): string | undefined => {
    const found = pattern.exec(rest)
    if (found === null) return undefined
    rest = rest.replace(found[0], ' ')
    return found[1]
  }
  const receipt = take(RECEIPT)
  for (let phone = take(PHONE); phone !== undefined; phone = take(PHONE));
  const drive = take(DRIVE)
  const pledge = of === 'gift' ? take(PLEDGE) : undefined
  const moment = readPastDay(rest, at)
  if (moment !== undefined) rest = rest.replace('day' in moment ? moment.words : moment.ahead, ' ')
  const given = readGiven(rest)
  const valuer = valuerIn(rest)
  const consent = readConsent(text)
  let names = given === undefined ? rest : rest.replace(given.words, ' ')
  if (valuer !== undefined && given?.kind === 'given' && given.given.kind === 'goods')
    names = names
      .replace(valuer.words, ' ')
      .replace(/[（(，,、\s]*(?:总?价值|估价|估值|折价|折合|作价|约合|合)[^，,；;]*/u, ' ')
  const called = names
    .replace(CONSENT, ' ')
    .replace(WORDS, ' ')
    .split(/[\s,，、;；。]+/u)
    .find((word) => /[\p{Script=Han}A-Za-z]{2}/u.test(word))
  return {
    ...(drive === undefined ? {} : { drive: Number(drive) }),
    ...(pledge === undefined ? {} : { pledge: Number(pledge) }),
    ...(given === undefined ? {} : { given }),
    ...(receipt === undefined ? {} : { receipt }),
    ...(moment === undefined ? {} : 'day' in moment ? { day: moment.day } : { wrongDay: moment.ahead }),
    ...(consent === undefined ? {} : { consent }),
    ...(called === undefined ? {} : { donor: asMinor(donorWritten(called, directory), text) }),
    rest,
  }
}

const asMinor = (donor: Donor, text: string): Donor =>
  readAs(text) === 'minor' ? { kind: 'minor', name: donor.name } : donor
