/** How an edition reads, wherever it is shown: page, sheet, picture, chat. */
import { plainYuan, spokenFen, sumFen } from '../../../kernel/money.ts'
import { spokenQuantity } from '../../../kernel/quantity.ts'
import type { About, Changes, Edition, Goods, Totals } from './edition.ts'
import type { ListedGift } from './list.ts'

export const ANONYMOUS = '匿名'

const spokenDay = (day: string): string => {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

export const listTexts = {
  anonymous: ANONYMOUS,
  spokenDay,
  period: ({ from, to }: About) => (from === '' ? '' : `${spokenDay(from)}至${spokenDay(to)}`),
  /** 2026年11月22日 18:30 */
  moment: (asOf: string) => `${spokenDay(asOf.slice(0, 10))} ${asOf.slice(11, 16)}`,
  goods: ({ item, unit, quantity }: Goods) => `${item} ${spokenQuantity(quantity)} ${unit}`,
  /** 5,000.00 元, or 抽水泵 3 台（估值 4,500.00 元） */
  given: ({ fen, goods }: Pick<ListedGift, 'fen' | 'goods'>) => {
    if (goods === null) return fen === null ? '' : spokenFen(fen)
    const value = goods.fen === null ? '' : `（估值 ${spokenFen(goods.fen)}）`
    return `${listTexts.goods(goods)}${value}`
  },
  donor: ({ name }: Pick<ListedGift, 'name'>) => name ?? ANONYMOUS,
  money: ({ moneyFen }: Totals) => spokenFen(moneyFen),
  goodsSum: ({ goods, goodsFen, goodsUnvalued }: Totals) => {
    if (goods === 0) return ''
    const unvalued = goodsUnvalued === 0 ? '' : `${goodsUnvalued} 批没有估值`
    if (goodsUnvalued === goods) return `${goods} 批（${unvalued}）`
    return `${goods} 批，估值 ${plainYuan(goodsFen)} 元${unvalued === '' ? '' : `（另有 ${unvalued}）`}`
  },
  /** 到账 12 笔，资金 50,000.00 元，物资 3 批，估值 … 元；其中匿名 4 笔。已使用 … 元。 */
  headline: (totals: Totals, anonymous: number) => {
    if (totals.gifts === 0) return '还没有到账的捐赠。'
    const goods = listTexts.goodsSum(totals)
    const all = listTexts.all(totals)
    return [
      `到账 ${totals.gifts} 笔，资金 ${listTexts.money(totals)}${goods === '' ? '' : `，物资 ${goods}`}${all === '' ? '' : `，款物合计 ${all}`}`,
      anonymous === 0 ? '' : `；其中匿名 ${anonymous} 笔，金额已计入合计`,
      `。${listTexts.used(totals)}。`,
    ].join('')
  },
  /** Money and valued goods together; empty where no goods are valued: then the money says it. */
  all: ({ moneyFen, goodsFen }: Totals) => (goodsFen === 0 ? '' : spokenFen(sumFen([moneyFen, goodsFen]))),
  used: ({ usedFen, goodsUsed, goodsUsedFen }: Totals) =>
    usedFen === 0 && goodsUsed === 0
      ? '还没有使用'
      : `已使用资金 ${spokenFen(usedFen)}${goodsUsed === 0 ? '' : `，发放物资 ${goodsUsed} 批${goodsUsedFen === 0 ? '' : `，估值 ${spokenFen(goodsUsedFen)}`}`}`,
  title: ({ about, edition, kind }: Edition) =>
    `${about.title}捐赠公示（第${edition}期${kind === 'final' ? '，最终' : ''}）`,
  changes: (edition: number, changes: Changes): string => {
    if (edition === 1) return ''
    const { added, gone, altered, unnamed, named, usesAdded, usesGone } = changes
    const parts = [
      added > 0 ? `新增到账 ${added} 笔` : '',
      gone.length > 0 ? `撤销 ${gone.length} 笔（${numbered(gone)}）` : '',
      altered.length > 0 ? `改动 ${altered.length} 笔（${numbered(altered)}）` : '',
      unnamed > 0 ? `改为匿名 ${unnamed} 笔` : '',
      named > 0 ? `改为署名 ${named} 笔` : '',
      usesAdded > 0 ? `新增使用 ${usesAdded} 笔` : '',
      usesGone > 0 ? `撤销使用 ${usesGone} 笔` : '',
    ].filter((part) => part !== '')
    return parts.length === 0 ? '和上一期相比没有变化。' : `和上一期相比：${parts.join('，')}。`
  },
}

/** More than these and nobody reads on; the rows say the rest. */
const MOST_NUMBERS = 20

const numbered = (numbers: readonly number[]) =>
  `${numbers
    .slice(0, MOST_NUMBERS)
    .map((number) => `到账${number}`)
    .join('、')}${numbers.length > MOST_NUMBERS ? '等' : ''}`
