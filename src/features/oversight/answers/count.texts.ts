import type { Counted, QuestionOf } from '../asking/question.ts'
import { measureTexts } from './measure.texts.ts'

function lateOf(total: number, overdue: number): string {
  if (overdue === 0) return ''
  if (overdue < total) return `，其中 ${overdue} 件超期`
  return total === 1 ? '，已经超期' : '，都已超期'
}

const ORDERS: Readonly<Record<QuestionOf<'count'>['order'], string>> = {
  usual: '先列',
  oldest: '登记最早的',
  newest: '登记最晚的',
  latest: '超期最久的',
}

export const countTexts = {
  head: (of: Counted, total: number, overdue: number, when: string): string =>
    `${measureTexts.headline(of, total, when)}${lateOf(total, overdue)}`,
  top: (order: QuestionOf<'count'>['order'], n: number) => `${ORDERS[order]} ${n} 件`,
  rest: (left: number) => `还有 ${left} 件没列，说“继续”看其余，说“给我表格”要全部。`,
}
