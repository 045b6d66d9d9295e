import { per10000, readFen, spokenFen, sumFen } from '../../../kernel/money.ts'
import { mailingTexts } from '../../../mailings/mailing.texts.ts'
import type { MailingState } from '../../../mailings/mailing.ts'
import type { DriveFields } from '../drive.ts'
import type { DriveFigures } from './drive-figures.ts'
import { spokenPeriod } from './period.ts'
import { goodsWords, percent } from './report.texts.ts'

/** A drive as whoever asks may see it: sums, and nobody who gave. */
export interface DriveView {
  readonly number: number
  readonly fields: DriveFields
  readonly state: 'draft' | 'closed' | MailingState
  readonly figures: DriveFigures
  /** What became of the letters of its call; empty while there are none. */
  readonly letters: string
  /** Of a draft: what is missing. */
  readonly missing?: string
}

const withGoods = (fen: number, goods: DriveFigures['bookedGoods'], worth: number) =>
  `${[
    ...(fen > 0 || goods.length === 0 ? [spokenFen(fen)] : []),
    ...(goods.length > 0 ? [goodsWords(goods)] : []),
  ].join(
    '，物资 ',
  )}${worth === 0 ? '' : `（估值 ${spokenFen(worth)}，款物合计 ${spokenFen(sumFen([fen, worth]))}）`}`

export const seeTexts = {
  mayNot: () => '募捐的情况由工商联工作人员和领导查看。想知道公开的情况，可以看慈善组织的公示。',
  none: (number: number | undefined) =>
    number === undefined ? '还没有发起过募捐。' : `没有找到募捐${number}，请核对一下编号。`,
  sums: (figures: DriveFigures, target: string | undefined) => {
    const goal = readFen(target ?? '')
    return [
      `认捐 ${figures.pledges} 笔，${withGoods(figures.pledgedFen, figures.pledgedGoods, figures.pledgedGoodsFen)}`,
      `慈善组织入账 ${figures.gifts} 笔，${withGoods(figures.bookedFen, figures.bookedGoods, figures.bookedGoodsFen)}${goal === undefined ? '' : `（目标的 ${percent(per10000(figures.bookedFen, goal))}）`}`,
      `已使用 ${withGoods(figures.usedFen, figures.usedGoods, figures.usedGoodsFen)}。`,
    ].join('；')
  },
  one: ({ number, fields, state, figures, letters, missing }: DriveView, at: string) => {
    const { title = '', charity = '', period } = fields
    if (missing !== undefined) return missing
    return [
      `募捐${number}“${title}”${seeTexts.state(state)}。由${charity}开展${period === undefined ? '' : `，${spokenPeriod(period)}`}。`,
      seeTexts.sums(figures, fields.target),
      ...(letters === '' ? [] : [`倡议书：${letters}。`]),
      `截至 ${at}。`,
    ].join('\n')
  },
  list: (views: readonly DriveView[], at: string) =>
    [
      `一共 ${views.length} 次募捐：`,
      ...views.map(
        ({ number, fields, state, figures }) =>
          `募捐${number}“${fields.title ?? ''}”${seeTexts.state(state)}，入账 ${figures.gifts} 笔，${withGoods(figures.bookedFen, figures.bookedGoods, figures.bookedGoodsFen)}`,
      ),
      `截至 ${at}。看哪一次，就说“募捐${views[0]?.number ?? 1}怎么样了”。`,
    ].join('\n'),
  state: (state: DriveView['state']) =>
    state === 'draft' ? '还是草稿' : state === 'closed' ? '已经结束' : mailingTexts.state[state],
}
