/** The same list as a workbook and as CSV: what stands in which cell. An adapter writes them (adapters/spreadsheets). */
import { ANONYMOUS, listTexts as texts } from './list.texts.ts'
import type { DisclosureList } from './list.ts'

/** Text is text whatever it looks like; amounts are fen, quantities thousandths. */
export type SheetCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'fen'; readonly fen: number }
  | { readonly kind: 'quantity'; readonly thousandths: number }

export interface Sheet {
  readonly name: string
  /** Above the headings; empty: none. */
  readonly title: string
  readonly columns: readonly { readonly heading: string; readonly width: number }[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** The sums, under the rows. */
  readonly foot: readonly SheetCell[]
}

/** Port: bytes of an `.xlsx` with these sheets, and of the first of them as CSV for Excel and for programs. */
export interface DisclosureSheets {
  workbook(sheets: readonly Sheet[]): Promise<Uint8Array>
  csv(sheet: Sheet): Uint8Array
}

const text = (words: string): SheetCell => ({ kind: 'text', text: words })
const blank = text('')
const fenOr = (fen: number | null): SheetCell => (fen === null ? blank : { kind: 'fen', fen })

export function giftSheet({ edition, gifts }: DisclosureList): Sheet {
  const { totals } = edition
  return {
    name: '捐赠名单',
    title: `${texts.title(edition)}，截至 ${texts.moment(edition.asOf)}`,
    columns: [
      { heading: '到账编号', width: 10 },
      { heading: '到账日期', width: 13 },
      { heading: '捐赠者', width: 32 },
      { heading: '资金（元）', width: 18 },
      { heading: '物资', width: 24 },
      { heading: '数量', width: 12 },
      { heading: '单位', width: 8 },
      { heading: '物资估值（元）', width: 18 },
    ],
    rows: gifts.map(({ number, on, name, fen, goods }) => [
      { kind: 'count', count: number },
      text(on),
      text(name ?? ANONYMOUS),
      fenOr(fen),
      text(goods?.item ?? ''),
      goods === null ? blank : { kind: 'quantity', thousandths: goods.quantity },
      text(goods?.unit ?? ''),
      fenOr(goods?.fen ?? null),
    ]),
    foot: [
      text('合计'),
      text(''),
      text(`${totals.gifts} 笔`),
      { kind: 'fen', fen: totals.moneyFen },
      text(totals.goods === 0 ? '' : `${totals.goods} 批`),
      blank,
      blank,
      { kind: 'fen', fen: totals.goodsFen },
    ],
  }
}

export function useSheet({ edition, uses }: DisclosureList): Sheet {
  return {
    name: '使用情况',
    title: `${edition.about.title}款物使用情况，截至 ${texts.moment(edition.asOf)}`,
    columns: [
      { heading: '编号', width: 8 },
      { heading: '日期', width: 13 },
      { heading: '去向', width: 28 },
      { heading: '用途', width: 40 },
      { heading: '资金（元）', width: 18 },
      { heading: '物资', width: 30 },
    ],
    rows: uses.map(({ number, on, to, purpose, fen, goods }) => [
      { kind: 'count', count: number },
      text(on),
      text(to),
      text(purpose),
      fenOr(fen),
      text(goods === null ? '' : texts.goods(goods)),
    ]),
    foot: [text('合计'), blank, blank, blank, { kind: 'fen', fen: edition.totals.usedFen }, blank],
  }
}

/** What the list is of, and how anybody checks that it was not changed. */
export function aboutSheet({ edition, digest }: DisclosureList): Sheet {
  const { about } = edition
  const lines: readonly (readonly [string, string])[] = [
    ['慈善组织', about.charity],
    ['公开募捐资格证书号', about.certificate],
    ['募捐方案备案号', about.plan],
    ['募捐期限', texts.period(about)],
    ['受益人', about.beneficiary],
    ['款物用途', about.use],
    ['查询方式', about.howToCheck],
    ['期数', `第${edition.edition}期`],
    ['截至', texts.moment(edition.asOf)],
    ['校验码（SHA-256）', digest],
  ]
  return {
    name: '说明',
    title: texts.title(edition),
    columns: [
      { heading: '项目', width: 22 },
      { heading: '内容', width: 70 },
    ],
    rows: lines.map(([label, words]) => [text(label), text(words)]),
    foot: [],
  }
}
