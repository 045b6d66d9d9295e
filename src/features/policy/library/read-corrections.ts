/** What somebody puts right about a document, in their own words: 文号是…, 施行日期改成…, 只给会员看. */

import { DATE_PATTERN, readDate } from '../reading/chinese-dates.ts'
import type { DocumentAudience } from './document-audience.ts'
import type { FactChanges } from './fact-changes.ts'
import { readAudienceWords } from './read-audience.ts'

export interface Corrections {
  readonly changes: FactChanges
  readonly audience?: DocumentAudience
  /** Pieces of what was said that nothing was made of. */
  readonly unread: readonly string[]
}

const IS = '\\s*(?:应该是|应当是|应该为|应为|应是|改成|改为|改到|换成|是|为|[:：=])?\\s*'
const DAY = new RegExp(DATE_PATTERN, 'u')

type Field = keyof FactChanges
const WORDS: readonly (readonly [field: Field, pattern: RegExp])[] = [
  ['title', new RegExp(`^(?:文件)?(?:标题|题目|名称|文件名)${IS}`, 'u')],
  ['documentNumber', new RegExp(`^(?:发?文号|发文字号|字号|文件号)${IS}`, 'u')],
  ['issuer', new RegExp(`^(?:(?:发文|印发|发布|公布|制定)(?:机关|单位|部门)|谁发的|发文的?是)${IS}`, 'u')],
]
const DAYS: readonly (readonly [field: Field, pattern: RegExp])[] = [
  ['endsOn', /有效期|截止|截至|到期|失效|废止|执行到|管到|用到/u],
  ['effectiveOn', /施行|实施|生效|执行|起算/u],
  ['issuedOn', /印发|发布|公布|发文|成文|落款|下发|出台/u],
]
const NO_END = /(?:长期|一直)有效|没有(?:有效期|截止|期限)|不设期限/u
const NOTHING = /^(?:没有|无|空着?|不写)$/u

export function readCorrections(text: string): Corrections {
  const changes: FactChanges = {}
  const unread: string[] = []
  let audience: DocumentAudience | undefined
  for (const piece of text.split(/[，,；;。\n]/u).map((part) => part.trim())) {
    if (piece === '' || readPiece(piece, changes)) continue
    const heard = readAudienceWords(piece)
    if (heard === undefined) unread.push(piece)
    else audience = heard
  }
  return { changes, ...(audience === undefined ? {} : { audience }), unread }
}

function readPiece(piece: string, changes: FactChanges): boolean {
  for (const [field, pattern] of WORDS) {
    const head = pattern.exec(piece)?.[0]
    if (head === undefined) continue
    const value = piece
      .slice(head.length)
      .replace(/^[“"《]|[”"》]$/gu, '')
      .trim()
    // A question about it (文号是多少) corrects nothing.
    if (value === '' || /^(?:什么|多少|啥|哪)/u.test(value)) return false
    Object.assign(changes, { [field]: NOTHING.test(value) && field !== 'title' ? null : value })
    return true
  }
  if (NO_END.test(piece)) {
    changes.endsOn = null
    return true
  }
  const written = DAY.exec(piece)?.[0]
  const day = written === undefined ? undefined : readDate(written)
  if (day === undefined) return false
  const field = DAYS.find(([, pattern]) => pattern.test(piece))?.[0]
  if (field === undefined) return false
  Object.assign(changes, { [field]: day })
  return true
}
