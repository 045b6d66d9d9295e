import type { SheetRow } from '../../features/donations/gifts/booking/gift-books.ts'

type Column = Exclude<keyof SheetRow, 'row'>

/** How charities head their columns; an earlier column takes a heading that fits several. */
const HEADINGS: readonly (readonly [column: Column, pattern: RegExp])[] = [
  ['receipt', /票据|票号|收据|发票/u],
  ['pledge', /认捐/u],
  ['consent', /署名|公开|公示|匿名|具名|实名|留名/u],
  ['valuedBy', /(?:估价|评估|估值|定价)(?:方|人|单位|机构|依据|来源)|谁估|计价依据/u],
  ['worth', /价值|估值|估价|折价|折合|作价|评估(?:价|金额)/u],
  ['day', /日期|时间|哪天/u],
  ['to', /受益|受助|接收|领取|发放(?:对象|单位|地点)|去向|给谁|使用单位|收款(?:方|单位|人)/u],
  ['purpose', /用途|使用(?:说明|内容|项目|事项)|事由|摘要/u],
  [
    'donor',
    /捐赠(?:人|方|者|单位|企业|单位或个人|单位\/个人|主体)|捐款(?:人|方|单位)|捐助(?:人|方|单位)|爱心(?:企业|人士|单位)|(?:单位|企业|公司)(?:或|\/|、|及)?个人|^(?:姓名|名称|单位名称|企业名称)$|姓名或单位/u,
  ],
  ['item', /(?:物资|物品|实物|商品)(?:名称|名)?$|^(?:物资|物品|品名|品种|名称及规格|物资名称及规格)$|品名/u],
  ['quantity', /数量|件数/u],
  ['unit', /^(?:计量)?单位$|计量单位/u],
  ['amount', /金额|捐款(?:额|数)|款额|到账(?:额|数)|入账(?:额|数)|资金|^(?:捐款|善款|支出)(?:[（(].*)?$/u],
  ['age', /未成年|年龄|周岁/u],
  ['note', /备注|说明/u],
]

export interface GiftColumns {
  readonly places: ReadonlyMap<Column, number>
  readonly inTenThousands: boolean
  readonly kind: 'gifts' | 'uses'
}

/** Undefined where the row heads neither a list of gifts nor one of uses. */
export function giftColumns(cells: readonly string[]): GiftColumns | undefined {
  const places = new Map<Column, number>()
  const headings = cells.map((cell) => cell.replace(/\s/gu, ''))
  for (const [column, pattern] of HEADINGS) {
    const at = headings.findIndex((heading, n) => pattern.test(heading) && ![...places.values()].includes(n))
    if (at >= 0) places.set(column, at)
  }
  const hasGiven = places.has('amount') || (places.has('item') && places.has('quantity'))
  if (!hasGiven) return undefined
  const amount = headings[places.get('amount') ?? -1] ?? ''
  const inTenThousands = /万元/u.test(amount)
  if (places.has('donor')) return { places, inTenThousands, kind: 'gifts' }
  return places.has('to') ? { places, inTenThousands, kind: 'uses' } : undefined
}

/** 合计, 总计, 小计: a row that sums up others. */
export const isTotal = (cells: readonly string[]): boolean =>
  cells.some((cell) => /^(?:合计|总计|小计|共计|总额|累计)[:：]?/u.test(cell.replace(/\s/gu, '')))
