import { sumFen } from '../../../kernel/money.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Given } from '../gifts/gift.ts'
import type { GiftsStore } from '../gifts/gifts.store.ts'

/** One kind of goods in one unit; `quantity` in thousandths. */
export interface GoodsSum {
  readonly item: string
  readonly unit: string
  readonly quantity: number
}

/** What a drive comes to, in fen. Money and goods apart: goods are valued by others, or not at all. */
export interface DriveFigures {
  readonly pledges: number
  readonly pledgedFen: number
  readonly pledgedGoods: readonly GoodsSum[]
  /** Of goods, what somebody valued them at. */
  readonly pledgedGoodsFen: number
  readonly gifts: number
  readonly bookedFen: number
  readonly bookedGoods: readonly GoodsSum[]
  readonly bookedGoodsFen: number
  readonly usedFen: number
  readonly usedGoods: readonly GoodsSum[]
  readonly usedGoodsFen: number
}

/** Only what stands: nothing withdrawn, nothing reversed. */
export async function figuresOf(gifts: GiftsStore, drive: string, work: Work): Promise<DriveFigures> {
  const [pledged, booked, used] = await Promise.all([
    gifts.listPledges(drive, work),
    gifts.listGifts(drive, work),
    gifts.listUses(drive, work),
  ])
  const promised = pledged.filter(({ state }) => state === 'pledged')
  const arrived = booked.filter(({ state }) => state === 'booked')
  const spent = used.filter(({ state }) => state === 'booked')
  return {
    pledges: promised.length,
    pledgedFen: moneyOf(promised),
    pledgedGoods: goodsOf(promised),
    pledgedGoodsFen: worthOf(promised),
    gifts: arrived.length,
    bookedFen: moneyOf(arrived),
    bookedGoods: goodsOf(arrived),
    bookedGoodsFen: worthOf(arrived),
    usedFen: moneyOf(spent),
    usedGoods: goodsOf(spent),
    usedGoodsFen: worthOf(spent),
  }
}

type Row = { readonly given: Given }

const moneyOf = (rows: readonly Row[]): number =>
  sumFen(rows.flatMap(({ given }) => (given.kind === 'money' ? [given.fen] : [])))

const worthOf = (rows: readonly Row[]): number =>
  sumFen(rows.flatMap(({ given }) => (given.kind === 'goods' ? [given.fen ?? 0] : [])))

function goodsOf(rows: readonly Row[]): readonly GoodsSum[] {
  const sums = new Map<string, GoodsSum>()
  for (const { given } of rows) {
    if (given.kind !== 'goods') continue
    const { item, unit, quantity } = given
    const key = JSON.stringify([item, unit])
    sums.set(key, { item, unit, quantity: sumFen([sums.get(key)?.quantity ?? 0, quantity]) })
  }
  return [...sums.values()]
}
