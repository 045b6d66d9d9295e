/** A pledge put together from what was said, line after line; what is missing is asked in turn. Pure. */
import { readOrdinal } from '../../../../kernel/chinese-numbers.ts'
import type { Directory } from '../../../../kernel/directory.ts'
import type { Person } from '../../../../kernel/person.ts'
import type { Drive } from '../../drive.ts'
import type { Consent, Donor, Given } from '../gift.ts'
import { readConsent } from '../reading/read-consent.ts'
import { type As, readAs } from '../reading/read-donor.ts'
import { readDriveNumber, readEntry } from '../reading/read-entry.ts'
import { readGiven, valuerIn } from '../reading/read-given.ts'
import { readUnitPrice, worthAt } from '../reading/read-unit-price.ts'

export interface PledgeDraft {
  readonly drive?: Drive
  readonly given?: Given
  /** Words that speak of an amount and leave it open. */
  readonly unclear?: string
  readonly as?: As
  /** Of an entry for somebody else. */
  readonly donor?: Donor
  /** What a stranger wants to be called. */
  readonly name?: string
  readonly consent?: Consent
}

export type Missing = 'drive' | 'given' | 'valuer' | 'as' | 'donor' | 'name'

export interface Pledging {
  readonly open: readonly Drive[]
  readonly by: Person
  readonly forOther: boolean
  readonly directory: Directory
  readonly at: Date
}

/** What has to be asked next, one thing at a time. */
export function missingOf(
  { drive, given, as, donor, name }: PledgeDraft,
  { by, forOther }: Pledging,
): Missing | undefined {
  if (drive === undefined) return 'drive'
  if (forOther && donor === undefined) return 'donor'
  if (given === undefined) return 'given'
  if (given.kind === 'goods' && given.fen !== undefined && given.valuedBy === undefined) return 'valuer'
  if (!forOther && by.code === undefined && name === undefined) return 'name'
  return !forOther && as === undefined && by.company !== undefined ? 'as' : undefined
}

export function draftOf(texts: readonly string[], pledging: Pledging): PledgeDraft {
  const { open } = pledging
  let draft: PledgeDraft = open.length === 1 ? { drive: open[0] as Drive } : {}
  for (const text of texts) draft = heard(draft, text, missingOf(draft, pledging), pledging)
  return draft
}

function heard(
  draft: PledgeDraft,
  text: string,
  awaited: Missing | undefined,
  pledging: Pledging,
): PledgeDraft {
  const { open, forOther, directory, at } = pledging
  const number = readDriveNumber(text)
  const drive =
    number === undefined
      ? awaited === 'drive'
        ? driveMeant(text, open)
        : undefined
      : open.find((one) => one.number === number)
  // 2 is the second of what was offered; an amount only where one was asked for.
  const wasAnswer = awaited !== 'given' && readOrdinal(text) !== undefined
  const entry = readEntry(text, { directory, at, of: 'pledge' })
  const isName = awaited === 'name' && !SPEAKS_OF_AMOUNT.test(text)
  const read = wasAnswer || isName ? undefined : readGiven(entry.rest)
  const consent = readConsent(text)
  const as = readAs(text) ?? (awaited === 'as' ? asAnswer(text) : undefined)
  const valuer = awaited === 'valuer' ? (valuerIn(text)?.who ?? text.trim().slice(0, 20)) : undefined
  const donor = forOther && entry.donor !== undefined ? entry.donor : undefined
  const given =
    read?.kind === 'given'
      ? read.given
      : draft.given?.kind !== 'goods'
        ? undefined
        : valuer !== undefined
          ? valued(draft.given, valuer)
          : pricedLater(draft.given, text)
  const renamed = RENAMED.exec(text)?.[1]
  const { unclear: _before, ...rest } = draft
  return {
    ...rest,
    ...(drive === undefined ? {} : { drive }),
    ...(given === undefined ? {} : { given }),
    ...(read?.kind === 'unclear' && given === undefined ? { unclear: read.words } : {}),
    ...(as === undefined ? {} : { as }),
    ...(donor === undefined || draft.donor !== undefined ? {} : { donor }),
    ...(consent === undefined ? {} : { consent }),
    ...(isName ? { name: nameAnswer(text) } : {}),
    ...(as === 'minor' && rest.name === undefined ? { name: '匿名' } : {}),
    ...(renamed === undefined || pledging.by.code !== undefined ? {} : { name: renamed }),
  }
}

/** 每箱三十块, said once the goods are known. */
function pricedLater(given: Extract<Given, { kind: 'goods' }>, text: string): Given | undefined {
  const price = readUnitPrice(text)
  const fen = price === undefined ? undefined : worthAt(price, given)
  const valuedBy = valuerIn(text)?.who ?? given.valuedBy
  return fen === undefined ? undefined : { ...given, fen, ...(valuedBy === undefined ? {} : { valuedBy }) }
}

/** No answer to how somebody is called. */
const SPEAKS_OF_AMOUNT = /\d|捐|元|块钱|块$|[十百千万]$/u
/** Said once a name was given: the name was wrong. */
const RENAMED = /^(?:我叫|叫我?|名字?(?:是|叫|写|改成)|姓名[:：]?)\s*([\p{Script=Han}·A-Za-z ]{2,20})$/u

/** Nobody valued it: then it has no value here. */
function valued(given: Extract<Given, { kind: 'goods' }>, valuedBy: string): Given {
  const { fen: _fen, ...goods } = given
  return /^(?:不写|不知道|不清楚|没有?|没人|无)/u.test(valuedBy) ? goods : { ...given, valuedBy }
}

const nameAnswer = (text: string): string =>
  /匿名|不(?:想|用|必|方便)?留|不(?:想|方便)?说|保密/u.test(text)
    ? '匿名'
    : text
        .replace(/^(?:我叫|我是|叫我?|姓名[:：]?|就写|写)/u, '')
        .trim()
        .slice(0, 30)

/** 2, or the drive's own title. */
function driveMeant(text: string, open: readonly Drive[]): Drive | undefined {
  const place = readOrdinal(text)
  if (place !== undefined) return open[place - 1]
  const named = open.filter(({ fields: { title = '' } }) => title !== '' && text.includes(title))
  return named.length === 1 ? named[0] : undefined
}

const asAnswer = (text: string): As | undefined =>
  readOrdinal(text) === 1 || /公司|企业|单位|厂/u.test(text)
    ? 'company'
    : readOrdinal(text) === 2 || /我|个人|自己/u.test(text)
      ? 'person'
      : undefined
