/** The day a question asks about: 2024年5月1日那会儿标准是多少. */

import { DATE_PATTERN, readDate } from '../reading/chinese-dates.ts'

// 2025年6月1日起施行的办法 describes the document and is no day to answer for.
const ABOUT_THE_DOCUMENT = '(?!\\s*(?:起|开始|印发|发布|公布|下发|施行|实施|出台|出的|那个))'
const DAY = new RegExp(`${DATE_PATTERN}${ABOUT_THE_DOCUMENT}`, 'u')

export type AskedDay = {
  /** YYYY-MM-DD */
  day: string
  /** The question without it, for the search: a date's digits stand in every document. */
  rest: string
}

/** Undefined where no whole date is said: 2025年的政策 may be about a document's year as well. */
export function readAskedDay(question: string): AskedDay | undefined {
  const match = DAY.exec(question)
  const day = match === null ? undefined : readDate(match[0])
  if (match === null || day === undefined) return undefined
  const rest = `${question.slice(0, match.index)} ${question.slice(match.index + match[0].length)}`.trim()
  return rest === '' ? undefined : { day, rest }
}
