/** What the desks that move appeals say alike. */
import { dayAndHour } from '../../../kernel/clock.ts'
import { REOPEN_DAYS } from './appeal-moves.ts'

/** For the history, which is read long afterwards: 周五 would mean another one then. */
export const datedInFull = (at: Date): string => dayAndHour(at, new Date(0))

export const movesTexts = {
  notForYou: (what: string) =>
    `${what}由工商联工作人员或承办单位操作。您可以说“到哪一步了”，看自己反映的诉求。`,
  notYours: (number: string, what: string) => `${number} 不在您手上，不能由您${what}。`,
  tooLate: (number: string) =>
    `${number} 归档已超过 ${REOPEN_DAYS} 天，不能再重办。事情还在的话，请作为新的诉求再说一次。`,
  timedOut: (what: string) => `刚才的${what}放了一天没有确认，没有生效。要的话请重新说一次。`,
  left: () => '好的，没有做任何改动。',
  notUnderstood: (words: readonly string[]) => `这几个字没看懂：${words.join('、')}。`,
}
