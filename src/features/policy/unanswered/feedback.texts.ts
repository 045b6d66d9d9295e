/** What is said to whoever asked: the answer that came later, a correction, thanks for a 不对. */

import { asLine, dayInWords } from '../written.ts'

export const feedbackTexts = {
  notedAndWhat: (question: string) =>
    `谢谢提醒。“${asLine(question)}”的答复，已请工作人员核对，有结果会私信告诉您；核对之前请先不要按它办。\n知道哪里不对的话，可以再说一句，我一并转告。`,
  noted: (question: string) =>
    `谢谢提醒。“${asLine(question)}”的答复和您说的情况，已请工作人员核对，有结果会私信告诉您；核对之前请先不要按原来的答复办。`,
  notedInGroup: () => '谢谢提醒，已请工作人员核对，有结果会私信告诉您。核对之前，请先不要按这条答复办。',
  passedOn: () => '已作为补充一并转给工作人员。如果说的是另一件事，请再说一遍。',
  enough: () => '好的，有结果会告诉您。',
  whichAnswer: () => '没有找到您说的是哪条答复。请回复那条答复说“不对”，或者把问题再问一遍。',

  /** `askedOn` and `reviewedOn` are YYYY-MM-DD. */
  answer: (question: string, askedOn: string, reviewed: ReviewedWords) =>
    [
      `您${shortDay(askedOn, reviewed.reviewedOn)}问的“${asLine(question)}”，现在有答复了：`,
      ...answered(reviewed),
    ].join('\n'),
  /** `toldOn`: when they were told what was wrong. */
  correction: (question: string, toldOn: string, reviewed: ReviewedWords) =>
    [
      `您${shortDay(toldOn, reviewed.reviewedOn)}得到的答复有误，更正为：`,
      ...answered(reviewed),
      `您当时问的是：“${asLine(question)}”。给您添麻烦了。`,
    ].join('\n'),
  /** To whoever called an answer wrong that is right. */
  checked: (question: string, why: string) => `您说“${asLine(question)}”的答复不对，工作人员核对过了：${why}`,
} as const

export interface ReviewedWords {
  readonly number: string
  readonly answer: string
  readonly basis: string | null
  readonly reviewedOn: string
}

const answered = ({ number, answer, basis, reviewedOn }: ReviewedWords) => [
  answer,
  ...(basis === null ? [] : [`依据：${basis}`]),
  `（工商联工作人员答复，${dayInWords(reviewedOn)}审核，编号${number}。不对的话，回复这条说“不对”。）`,
]

/** 10月3日; with its year where that is another one. */
function shortDay(day: string, today: string): string {
  const whole = dayInWords(day)
  return day.slice(0, 4) === today.slice(0, 4) ? whole.slice(5) : whole
}
