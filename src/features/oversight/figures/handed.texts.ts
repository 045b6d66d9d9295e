import { dayAndHour } from '../../../kernel/clock.ts'
import { spokenFigure } from './figure.ts'

export const handedTexts = {
  sheet: (figure: number, rows: number, hidden: number) =>
    `${spokenFigure(figure)} 的表格，${rows} 行，是现在的状态。${hidden > 0 ? `其中 ${hidden} 件现在不在您的范围里，没有列。` : ''}`,
  fileName: (figure: number) => `${spokenFigure(figure)}.xlsx`,
  asOf: (at: Date) => `截至 ${dayAndHour(at, at)}`,
  link: (figure: number, url: string, until: string) =>
    `${spokenFigure(figure)} 的网页，${until}前有效，只能在头一个打开的浏览器里看，请不要转给别人：\n${url}`,
  noPages: () => '这里没有设网页地址，发不了链接。可以说“给我表格”，我把表格发过来。',
}
