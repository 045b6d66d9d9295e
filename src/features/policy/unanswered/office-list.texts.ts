/** The list of questions that wait, and one of them whole, as staff and reviewers read it. */

import { dayOf } from '../../../kernel/clock.ts'
import { asLine, dayInWords } from '../written.ts'
import type { Unanswered } from './unanswered.ts'

export interface Listed {
  readonly question: Unanswered
  readonly people: number
}

/** One that is looked at closely. */
export interface Shown extends Listed {
  readonly audience: string
  /** Who drafted and who reviewed, by name. */
  readonly answeredBy: string | null
  readonly reviewedBy: string | null
  /** What was told last that somebody called wrong, and what they said about it. */
  readonly wrong: readonly { readonly told: string; readonly note: string | null }[]
}

const REASONS = { nothing: '没查到', nearest: '只查到相近的', wrong: '有人说答错了' } as const

export const officeListTexts = {
  waiting: (listed: readonly Listed[], total: number, page: number, pages: number) => {
    if (total === 0) return '现在没有待答的问题。查不到的和有人说不对的，都会列在这里。'
    return [
      `待答问题 ${total} 个，问得多的在前${pages > 1 ? `（第${page}页，共${pages}页）` : ''}：`,
      ...listed.map(waitingLine),
      howTo(listed[0]?.question.number ?? 'W-0001'),
      ...(page < pages ? [`看下一页说“待答问题 第${page + 1}页”。`] : []),
    ].join('\n')
  },
  answeredList: (listed: readonly Listed[], total: number, page: number, pages: number) => {
    if (total === 0) return '还没有审核过的答复。'
    return [
      `已答问题 ${total} 个${pages > 1 ? `（第${page}页，共${pages}页）` : ''}：`,
      ...listed.map(
        ({ question: { number, question, reviewedAt, lookAgainOn } }) =>
          `${number} ${asLine(question)}（${[
            reviewedAt === null ? '' : `${daySaid(reviewedAt)}审核`,
            lookAgainOn === null ? '' : `${dayInWords(lookAgainOn)}复核`,
          ]
            .filter((part) => part !== '')
            .join('，')}）`,
      ),
      '带上编号说：内容变了“更正 W-0001 新的内容”，没变“复核 W-0001”，不再用“撤下 W-0001 原因”。',
      ...(page < pages ? [`看下一页说“已答问题 第${page + 1}页”。`] : []),
    ].join('\n')
  },

  shown: ({ question: one, people, audience, answeredBy, reviewedBy, wrong }: Shown) =>
    [
      `${one.number} ${one.question}`,
      `${one.state === 'answered' ? '' : `${REASONS[one.reason]}，`}问过${one.times}次（${people}人），最近${daySaid(one.lastAt)}；答复${audience}可见；${stateWords(one)}。`,
      ...wrong.map(({ told, note }) =>
        [`当时的答复：${asLine(told, 200)}`, ...(note === null ? [] : [`对方说：${asLine(note, 100)}`])].join(
          '\n',
        ),
      ),
      ...(one.answer === null ? [] : [`答复：${one.answer}`]),
      ...(one.basis === null ? [] : [`依据：${one.basis}`]),
      ...(answeredBy === null
        ? []
        : [`答复人：${answeredBy}${reviewedBy === null ? '' : `，审核人：${reviewedBy}`}`]),
      ...(one.lookAgainOn === null ? [] : [`复核日期：${dayInWords(one.lookAgainOn)}`]),
      nextStep(one),
    ].join('\n'),
} as const

const isOut = ({ reviewedAt }: Unanswered) => reviewedAt !== null

const howTo = (number: string) =>
  `要答：“答 ${number} 内容。依据：……”；要看全：“看 ${number}”；不用答：“不答 ${number} 原因”。`

/** 3月5日 */
const daySaid = (at: Date) => dayInWords(dayOf(at)).slice(5)

const waitingLine = ({ question: { number, question, times, lastAt, reason, state }, people }: Listed) =>
  `${number} ${asLine(question)}（${times}次${people > 0 ? `，${people}人` : ''}，最近${daySaid(lastAt)}，${
    state === 'drafted' ? '等审核' : REASONS[reason]
  }）`

function stateWords(one: Unanswered): string {
  switch (one.state) {
    case 'open':
      return isOut(one) ? '已发布的答复被人说不对，等核对' : '待答'
    case 'drafted':
      return '答复等审核'
    case 'answered':
      return one.reviewedAt === null ? '已答' : `${daySaid(one.reviewedAt)}审核发布`
    case 'dismissed':
      return '不答'
  }
}

function nextStep({ number, state, reason }: Unanswered): string {
  if (state === 'drafted') return `审核说“审核 ${number}”，退回说“退回 ${number} 原因”。`
  if (state === 'answered') return `变了说“更正 ${number} 新的内容”，没变说“复核 ${number}”。`
  if (reason === 'wrong') return `确实错了说“更正 ${number} 正确的答复”，没有错说“${number} 没有错，说明”。`
  return `要答说“答 ${number} 内容。依据：……”。`
}
