/** 催 超期, 催一下0312, 超期的都催一遍, 0312 催办: what staff type to remind units. Pure. */
import { toHalfWidth } from '../../../kernel/chinese-numbers.ts'
import { type AppealNumber, findAppealNumber } from '../reading/appeal-numbers.ts'
import { stripCalls } from '../reading/calls.ts'
import { numberBeside } from '../staff/read-command.ts'
import { unread } from '../staff/unread.ts'

export interface ChaseAsked {
  /** Null: everything that is late. */
  readonly number: AppealNumber | null
  readonly unread: readonly string[]
}

const VERBS = '催办|催促|催一催|催一遍|催一下|催个|催催|催'
const LATE =
  /(?:所有|全部|都|凡是)?(?:已经?)?(?:超期|逾期|过期|超时|到期没办|没按时办)(?:了|没办完?|未办结?|的|件|诉求|单位|承办人)*/u

/** @param answered the letter that is replied to: 催一下 under it needs no number where it names one appeal. */
export function readChase(text: string, answered?: string): ChaseAsked | undefined {
  const said = toHalfWidth(stripCalls(text)).trim()
  if (said.length > 40 || /[?？]|(?:吗|没有|没)$/u.test(said)) return undefined
  const verb = new RegExp(
    `^(?:请|帮我?|麻烦|再|都|把|给我|给|去)*(?:${VERBS})|(?:${VERBS})(?:了|吧|下|一下|一遍|他们|一次)*$`,
    'u',
  )
  if (!verb.test(said)) return undefined
  const late = LATE.exec(said)
  const number = numberBeside(said, VERBS) ?? (late === null ? named(answered) : undefined)
  if (late === null && number === undefined) {
    // 催 alone may be meant for anything; with nothing to go by it is no order of ours.
    return undefined
  }
  const rest = unread(said, [
    ...(late === null ? [] : [late[0]]),
    new RegExp(VERBS, 'gu'),
    /(?:20\d\d\s?[-—–]\s?)?\d{1,6}\s*号?/gu,
    /再|都|去|他们|它|一下|一遍|一次|编号|诉求|承办单位|单位|承办人|经办人|发一次|抓紧|尽快|办理?/gu,
  ])
  return { number: late === null ? (number ?? null) : null, unread: rest }
}

function named(answered: string | undefined): AppealNumber | undefined {
  return answered === undefined ? undefined : findAppealNumber(answered)
}
