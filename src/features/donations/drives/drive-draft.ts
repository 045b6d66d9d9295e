import type { AudienceSpec } from '../../../kernel/audience.ts'
import { readAudience } from '../../../kernel/audience-words.ts'
import { dayOf } from '../../../kernel/clock.ts'
import type { Directory } from '../../../kernel/directory.ts'
import { donationsTexts as texts } from '../donations.texts.ts'
import { type DriveFields, type Field, REQUIRED_FIELDS } from '../drive.ts'
import {
  looksLikeAccount,
  type ReadFields,
  readAnswer,
  readBarePeriod,
  readFields,
  readRemark,
} from './drive-fields.ts'
import { isHesitation, readBegin, readContinue } from './drive-words.ts'
import { missingOf } from './gate.ts'

interface Filled {
  readonly fields: DriveFields
  readonly audience: AudienceSpec
}

/** A draft after some words; `draft` is left out where they changed nothing. */
export interface Drafted {
  readonly draft?: Filled
  readonly problems: readonly string[]
}

/** Later words replace earlier ones, field by field. */
function fill(before: Filled, read: ReadFields, directory: Directory): Drafted {
  const problems: string[] = read.payment ? [texts.noPayment()] : []
  let { audience } = before
  if (read.scope !== undefined) {
    const heard = readAudience(read.scope, directory, true)
    if (heard.kind === 'read') audience = heard.spec
    else
      problems.push(
        heard.kind === 'ambiguous'
          ? texts.scopeAmbiguous(heard.words, heard.names)
          : texts.scopeUnknown(read.scope),
      )
  }
  const isChanged = Object.keys(read.fields).length > 0 || audience !== before.audience
  return isChanged
    ? { draft: { fields: withoutCleared({ ...before.fields, ...read.fields }), audience }, problems }
    : { problems }
}

/** 平台：没有; 目标：不设: what need not be there is taken out again. */
function withoutCleared(fields: DriveFields): DriveFields {
  const isCleared = ([field, value]: readonly [string, string]) =>
    !(REQUIRED_FIELDS as readonly string[]).includes(field) &&
    /^(?:无|没有|不填|不写|不设|不要|不用|去掉|删掉|取消)[。.]?$/u.test(value.trim())
  return Object.fromEntries(Object.entries(fields).filter((entry) => !isCleared(entry)))
}

/** 发起募捐 防汛救灾 and whatever else was said with it; 继续募捐3; or a pasted form alone. */
export function hearFirst(before: Filled, said: string, directory: Directory, now: Date): Drafted {
  const begin = readBegin(said)
  const body = begin?.rest ?? readContinue(said)?.rest ?? said
  const read = readFields(body, now)
  const head = [begin?.head ?? '', begin === undefined ? '' : read.head].find((words) => words !== '')
  const named =
    head === undefined || read.fields.title !== undefined
      ? read.fields
      : { ...read.fields, title: firstLine(head) }
  const drafted = fill(before, { ...read, fields: named }, directory)
  return { draft: drafted.draft ?? before, problems: drafted.problems }
}

/** A name is one line; what else stands in front of the first heading is not guessed at. */
const firstLine = (text: string) => (text.split('\n')[0] as string).replace(/[，,。；;：:\s]+$/u, '')

export function hearDraft(
  before: Filled,
  asked: Field | undefined,
  said: string,
  directory: Directory,
  now: Date,
): Drafted {
  // Begun again while it is open: the same draft goes on.
  const body = readBegin(said)?.rest ?? readContinue(said)?.rest ?? said
  const read = readFields(body, now)
  if (read.count > 0) return fill(before, withHead(before, read, asked, now), directory)
  const remark = readRemark(body)
  if (Object.keys(remark).length > 0)
    return { draft: { ...before, fields: { ...before.fields, ...remark } }, problems: [] }
  if (asked === undefined || body.trim() === '' || isHesitation(body)) return { problems: [] }
  if (looksLikeAccount(body)) return { problems: [texts.noPayment()] }
  const period = readBarePeriod(body, now)
  const answer = period === undefined ? { [asked]: readAnswer(asked, body, now) } : { period }
  return { draft: { ...before, fields: { ...before.fields, ...answer } }, problems: [] }
}

/** 云岭县慈善会，证书编号 5333…: what stands in front answers the question, where nothing is wrong with it. */
function withHead(before: Filled, read: ReadFields, asked: Field | undefined, now: Date): ReadFields {
  // In front of an account stands the name of its bank.
  if (asked === undefined || read.head === '' || read.payment || read.fields[asked] !== undefined) return read
  const answer = { [asked]: readAnswer(asked, read.head, now) }
  const lacks = missingOf({ ...before.fields, ...read.fields, ...answer }, dayOf(now))
  return lacks.some(({ field }) => field === asked)
    ? read
    : { ...read, fields: { ...answer, ...read.fields } }
}
