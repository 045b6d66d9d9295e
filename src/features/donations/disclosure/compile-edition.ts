/** From the books to an edition. Pure: the same books, moment and edition before give the same text. */
import { sumFen } from '../../../kernel/money.ts'
import {
  type About,
  type Changes,
  type Edition,
  type EditionRow,
  type EditionUse,
  NO_EDITION,
  type Totals,
} from './edition.ts'

/** What stands in the charity's books now, with nobody's name in it. */
export interface Books {
  readonly drive: number
  readonly about: About
  readonly rows: readonly EditionRow[]
  readonly uses: readonly EditionUse[]
}

/** The edition before, and its digest. */
export interface Before {
  readonly edition: Edition
  readonly digest: string
}

/** The figures of the headline: they are the sums of the rows and of nothing else. */
export function totalsOf(rows: readonly EditionRow[], uses: readonly EditionUse[]): Totals {
  const goods = rows.flatMap((row) => row.goods ?? [])
  return {
    gifts: rows.length,
    anonymous: rows.filter(({ by }) => by === null).length,
    moneyFen: sumFen(rows.flatMap((row) => row.fen ?? [])),
    goods: goods.length,
    goodsFen: sumFen(goods.flatMap((one) => one.fen ?? [])),
    goodsUnvalued: goods.filter((one) => one.fen === null).length,
    usedFen: sumFen(uses.flatMap((use) => use.fen ?? [])),
    goodsUsed: uses.filter((use) => use.goods !== null).length,
    goodsUsedFen: sumFen(uses.flatMap((use) => use.goods?.fen ?? [])),
  }
}

type Listed = Pick<Edition, 'rows' | 'uses'>
const NOTHING: Listed = { rows: [], uses: [] }
const given = ({ by: _by, ...gift }: EditionRow) => JSON.stringify(gift, Object.keys(gift).sort())

/** What is other than in the edition before, row by row. */
export function changesOf(before: Listed = NOTHING, { rows, uses }: Listed): Changes {
  const old = new Map(before.rows.map((row) => [row.number, row]))
  const now = new Set(rows.map(({ number }) => number))
  const both = rows.flatMap((row) => {
    const was = old.get(row.number)
    return was === undefined ? [] : [{ row, was }]
  })
  const oldUses = new Set(before.uses.map((use) => JSON.stringify(use)))
  const newUses = new Set(uses.map((use) => JSON.stringify(use)))
  return {
    added: rows.length - both.length,
    gone: before.rows.filter(({ number }) => !now.has(number)).map(({ number }) => number),
    altered: both.filter(({ row, was }) => given(row) !== given(was)).map(({ row }) => row.number),
    unnamed: both.filter(({ row, was }) => row.by === null && was.by !== null).length,
    named: both.filter(({ row, was }) => row.by !== null && was.by === null).length,
    usesAdded: [...newUses].filter((use) => !oldUses.has(use)).length,
    usesGone: [...oldUses].filter((use) => !newUses.has(use)).length,
  }
}

/** True where the list says nothing that the edition before did not. */
export const isUnchanged = (changes: Changes): boolean =>
  Object.values(changes).every((part) => (typeof part === 'number' ? part === 0 : part.length === 0))

const inOrder = (a: { on: string; number: number }, b: { on: string; number: number }) =>
  a.on === b.on ? a.number - b.number : a.on < b.on ? -1 : 1

export function compileEdition(
  { drive, about, ...books }: Books,
  before: Before | undefined,
  asOf: string,
  kind: Edition['kind'],
): Edition {
  const rows = books.rows.toSorted(inOrder)
  const uses = books.uses.toSorted(inOrder)
  return {
    format: 'niangjia-disclosure-1',
    drive,
    edition: (before?.edition.edition ?? 0) + 1,
    asOf,
    kind,
    about,
    totals: totalsOf(rows, uses),
    rows,
    uses,
    changes: changesOf(before?.edition, { rows, uses }),
    previous: before?.digest ?? NO_EDITION,
  }
}

/**
 * Somebody no longer agrees to be named: the edition before once more, to the row, without what `stillMeant` denies.
 * Nothing that was booked since comes in: that is for staff to look at first.
 */
export function withoutNames(
  before: Before,
  stillMeant: (commitment: string) => boolean,
  asOf: string,
): Edition {
  const { drive, about, rows, uses, kind } = before.edition
  const kept = rows.map((row) => (row.by === null || stillMeant(row.by) ? row : { ...row, by: null }))
  return compileEdition({ drive, about, rows: kept, uses }, before, asOf, kind)
}
