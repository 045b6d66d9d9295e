import { plainYuan, spokenFen } from '../../../kernel/money.ts'
import { spokenQuantity } from '../../../kernel/quantity.ts'
import { mailingTexts } from '../../../mailings/mailing.texts.ts'
import type { MailingPreview } from '../../../mailings/mailing-preview.ts'
import type { DriveFigures, GoodsSum } from './drive-figures.ts'

export interface ReportParts {
  readonly head: string
  readonly foot: string
  /** Whether there is anything to tell. */
  readonly hasAny: boolean
}

interface Report {
  readonly title: string
  readonly charity: string
  readonly howToCheck: string
  readonly federation: string
  /** `2026-03-02` */
  readonly day: string
  readonly figures: DriveFigures
  readonly target?: { readonly fen: number; readonly per10000: number }
}

/** Said per kind and unit; more than these are only counted. */
const MOST_KINDS = 8

export const goodsWords = (goods: readonly GoodsSum[]): string => {
  const named = goods
    .slice(0, MOST_KINDS)
    .map(({ item, unit, quantity }) => `${item} ${spokenQuantity(quantity)} ${unit}`)
  return `${named.join('、')}${goods.length > MOST_KINDS ? `等 ${goods.length} 种` : ''}`
}

/** 4,999 of 10,000 is 49.99%. */
export const percent = (parts: number): string => `${plainYuan(parts)}%`

const spokenDay = (day: string) => {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

export const reportTexts = {
  title: (title: string) => `${title}进展`,
  report: ({ title, charity, howToCheck, federation, day, figures, target }: Report): ReportParts => ({
    head: [
      `【募捐进展】${title}`,
      `截至${spokenDay(day)}，${charity}已入账 ${figures.gifts} 笔${figures.bookedFen > 0 ? `，捐款 ${spokenFen(figures.bookedFen)}` : ''}${figures.bookedGoods.length > 0 ? `，物资：${goodsWords(figures.bookedGoods)}${figures.bookedGoodsFen === 0 ? '' : `（估值 ${spokenFen(figures.bookedGoodsFen)}）`}` : ''}。`,
      ...(target === undefined
        ? []
        : [`募捐目标 ${spokenFen(target.fen)}，捐款已到账 ${percent(target.per10000)}。`]),
      ...(figures.usedFen > 0 ? [`已使用 ${spokenFen(figures.usedFen)}。`] : []),
      ...(figures.usedGoods.length > 0 ? [`已发放物资：${goodsWords(figures.usedGoods)}。`] : []),
    ].join('\n'),
    foot: [
      `以上由${charity}入账，查询方式：${howToCheck}`,
      '捐与不捐、捐多捐少，全凭自愿。',
      federation,
    ].join('\n'),
    hasAny: figures.gifts > 0,
  }),
  whole: ({ head, foot }: ReportParts, remark: string | undefined) =>
    [head, ...(remark === undefined ? [] : [remark]), foot].join('\n'),
  preview: (number: number, confirmation: string, preview: MailingPreview, full: number) =>
    [
      `募捐${number} 的进展，请核对。`,
      mailingTexts.original(preview.text),
      mailingTexts.headCount(preview),
      ...(full > 0 ? [`有 ${full} 个群这次募捐已经发满次数，不再发。`] : []),
      mailingTexts.findings(preview.findings),
      `要加一句就说“加一句：……”。由另一位审核员同意后才发出。编号 ${confirmation}。`,
    ].join('\n'),
  changed: (number: number) =>
    `募捐${number} 的到账数在您核对之后变了，没有提交。请再说一遍“发进展 募捐${number}”。`,
  left: () => '好的，进展没有发。',
  noneOut: (number: number | undefined) =>
    number === undefined ? '眼下没有已经发出的募捐。' : `没有找到募捐${number}，请核对一下编号。`,
  notOut: (number: number) => `募捐${number} 还没有发出，没有进展可发。`,
  nothingBooked: (number: number, charity: string) =>
    `募捐${number} 还没有${charity}的入账记录，没有进展可发。先登记到账，再发进展。`,
  allFull: (number: number) => `募捐${number} 在每个群都已经发满次数，不再发。`,
  wrongRemark: (words: readonly string[]) =>
    `${words.map((word) => `“${word}”`).join('、')}不能写进进展：不摊派、不点名、不登付款办法，也不由别人代收。请换个说法重新发。`,
}
