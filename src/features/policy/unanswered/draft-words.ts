/** 答复的几部分: what an answer says, what it goes by, and when somebody should look again. Pure. */

import { DATE_PATTERN, readDate } from '../reading/chinese-dates.ts'

export interface DraftWords {
  readonly answer: string
  readonly basis: string | null
  /** YYYY-MM-DD */
  readonly lookAgainOn: string | null
}

const BASIS = /[\s，,;；]*(?:依据|出处|来源|根据)\s*(?:是|为)?\s*[:：]\s*/u
const LOOK_AGAIN = new RegExp(
  `[\\s，,;；（(]*(?:(?:复核(?:日期|时间)?|再看|有效期?[至到]?)\\s*[:：]?\\s*(${DATE_PATTERN})|(${DATE_PATTERN})\\s*(?:之?前)?(?:再)?复核)[）)。]*`,
  'u',
)

/** 最多补3000元。依据：云人社〔2026〕3号。2026年12月31日复核 */
export function readDraft(words: string): DraftWords {
  const dated = LOOK_AGAIN.exec(words)
  const day = dated === null ? undefined : readDate(dated[1] ?? dated[2] ?? '')
  const rest = dated === null || day === undefined ? words : words.replace(dated[0], '\n')
  const [answer = '', ...basis] = rest.split(BASIS)
  return {
    answer: answer.trim(),
    basis: basis.length === 0 ? null : basis.join(' ').trim() || null,
    lookAgainOn: day ?? null,
  }
}
