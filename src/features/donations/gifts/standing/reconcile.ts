/** 对账: promised, booked and handed on beside each other, and where they do not meet. Pure. */
import { sumFen } from '../../../../kernel/money.ts'
import { fenOf, type Gift, type GiftUse, type Given, type Pledge } from '../gift.ts'

export interface Column {
  readonly count: number
  /** Money, and goods as far as somebody valued them: the same figure as in `drives --json`. */
  readonly fen: number
  readonly moneyFen: number
  readonly goods: readonly GoodsSum[]
}

/** Thousandths of the unit. */
export interface GoodsSum {
  readonly item: string
  readonly unit: string
  readonly quantity: number
}

/** Where the columns do not meet. Numbers of entries and amounts; names are looked up by whoever may read them. */
export type Difference =
  /** Promised, and nothing booked yet. */
  | { readonly kind: 'notArrived'; readonly pledge: number }
  /** Less or more was booked than promised. */
  | { readonly kind: 'arrivedLess'; readonly pledge: number; readonly given: Given }
  | { readonly kind: 'arrivedMore'; readonly pledge: number; readonly given: Given }
  | { readonly kind: 'withoutPledge'; readonly gift: number }
  /** Booked, although the pledge was withdrawn. */
  | { readonly kind: 'pledgeWithdrawn'; readonly gift: number; readonly pledge: number }
  | { readonly kind: 'withoutReceipt'; readonly gift: number }
  /** More was handed on than booked. */
  | { readonly kind: 'usedMore'; readonly given: Given }
  /** What is booked and not yet handed on: expected, and shown. */
  | { readonly kind: 'unused'; readonly given: Given }

export interface Reconciled {
  readonly pledged: Column
  readonly booked: Column
  readonly used: Column
  readonly differences: readonly Difference[]
}

export function reconcile(
  pledges: readonly Pledge[],
  gifts: readonly Gift[],
  uses: readonly GiftUse[],
): Reconciled {
  const standing = pledges.filter(({ state }) => state === 'pledged')
  const booked = gifts.filter(({ state }) => state === 'booked')
  const used = uses.filter(({ state }) => state === 'booked')
  const columns = { pledged: columnOf(standing), booked: columnOf(booked), used: columnOf(used) }
  return {
    ...columns,
    differences: [
      ...standing.flatMap((pledge) => ofPledge(pledge, booked)),
      ...booked.flatMap((gift) => ofGift(gift, pledges)),
      ...ofUses(columns.booked, columns.used),
    ],
  }
}

function columnOf(some: readonly { readonly given: Given }[]): Column {
  const goods = new Map<string, GoodsSum>()
  for (const { given } of some) {
    if (given.kind !== 'goods') continue
    const { item, unit, quantity } = given
    const key = `${item}|${unit}`
    goods.set(key, { item, unit, quantity: sumFen([goods.get(key)?.quantity ?? 0, quantity]) })
  }
  return {
    count: some.length,
    fen: sumFen(some.map(fenOf)),
    moneyFen: sumFen(some.flatMap(({ given }) => (given.kind === 'money' ? [given.fen] : []))),
    goods: [...goods.values()],
  }
}

function ofPledge(pledge: Pledge, booked: readonly Gift[]): readonly Difference[] {
  const { number, given } = pledge
  const theirs = booked.filter((gift) => gift.pledge === pledge.id)
  if (theirs.length === 0) return [{ kind: 'notArrived', pledge: number }]
  const of = (one: Given) => (one.kind === 'money' ? one.fen : one.quantity)
  const arrived = sumFen(
    theirs.filter((gift) => gift.given.kind === given.kind).map((gift) => of(gift.given)),
  )
  const left = of(given) - arrived
  if (left === 0) return []
  return [
    {
      kind: left > 0 ? 'arrivedLess' : 'arrivedMore',
      pledge: number,
      given: withAmount(given, Math.abs(left)),
    },
  ]
}

function ofGift(gift: Gift, pledges: readonly Pledge[]): readonly Difference[] {
  const pledge = pledges.find(({ id }) => id === gift.pledge)
  return [
    ...(pledge === undefined ? [{ kind: 'withoutPledge', gift: gift.number } as const] : []),
    ...(pledge?.state === 'withdrawn'
      ? [{ kind: 'pledgeWithdrawn', gift: gift.number, pledge: pledge.number } as const]
      : []),
    ...(gift.receipt === undefined && gift.given.kind === 'money'
      ? [{ kind: 'withoutReceipt', gift: gift.number } as const]
      : []),
  ]
}

function ofUses(booked: Column, used: Column): readonly Difference[] {
  const differences: Difference[] = []
  const compare = (there: number, gone: number, asGiven: (amount: number) => Given) => {
    if (gone > there) differences.push({ kind: 'usedMore', given: asGiven(gone - there) })
    else if (there > gone) differences.push({ kind: 'unused', given: asGiven(there - gone) })
  }
  compare(booked.moneyFen, used.moneyFen, (fen) => ({ kind: 'money', fen }))
  const keyOf = ({ item, unit }: GoodsSum) => `${item}|${unit}`
  const all = new Map([...booked.goods, ...used.goods].map((one) => [keyOf(one), one]))
  for (const [key, { item, unit }] of all) {
    const amount = (column: Column) => column.goods.find((one) => keyOf(one) === key)?.quantity ?? 0
    compare(amount(booked), amount(used), (quantity) => ({ kind: 'goods', item, unit, quantity }))
  }
  return differences
}

const withAmount = (given: Given, amount: number): Given =>
  given.kind === 'money'
    ? { kind: 'money', fen: amount }
    : { kind: 'goods', item: given.item, unit: given.unit, quantity: amount }
