import { spokenFigure } from '../figures/figure.ts'
import { hour, shortDay } from '../ledger-lines.texts.ts'

export const followTexts = {
  nothingBefore: () =>
    '刚才没有接得上的数。请把要问的说全，例如“我包的企业还有几件没办完”，或者带上明细的号，例如“明细12”。',
  /** The same whether it is not there or somebody else's. */
  noFigure: (number: number) => `没有查到您能打开的 ${spokenFigure(number)}，请核对一下号。`,
  noLine: (line: number, many: number, figure: number) =>
    many === 0
      ? `刚才的答复没有分条。要看背后的清单，说“${spokenFigure(figure)}”。`
      : `没有第 ${line} 个，一共 ${many} 个。`,
  noChart: () => '这个数画不成图。可以问走势、对比、排名，或者“积压的都多久了”。',
  drawing: (title: string) => `${title}，图随后就到。`,

  opened: (number: number, at: Date, now: Date, said: string) =>
    `${spokenFigure(number)}（${shortDay(at, now)} ${hour(at)} 说的）：${said}`,
  openedLine: (number: number, line: number, label: string, n: string) =>
    `${spokenFigure(number, line)}，${label} ${n}：`,
  noMatters: () => '这一条后面没有一件件的清单。',
  goesOn: (from: number, to: number, total: number) =>
    `第 ${from === to ? from : `${from} 到 ${to}`} 个，共 ${total} 个：`,
  noMore: () => '已经列完了。',
  rest: (left: number) => `还有 ${left} 个没列，说“继续”看其余，说“给我表格”要全部。`,
  hidden: (n: number) => `其中 ${n} 件现在不在您的范围里，没有列。`,
  notKept: () => '当时没有逐件留存，这是现在重新数的。',
  notWhole: () => '件数太多，留存的不是全部；要全部请把范围说小一些再问。',
  presentState: () => '每件后面是现在的状态',
}
