/** An edition with the names that may be shown now: what page, sheet and picture are drawn from. Pure. */
import type { NameBehind } from './commitment.ts'
import type { Edition, EditionUse, Goods } from './edition.ts'

export interface ListedGift {
  readonly number: number
  readonly on: string
  readonly fen: number | null
  readonly goods: Goods | null
  /** Undefined: 匿名, from the beginning or by now. */
  readonly name?: string
}

export interface DisclosureList {
  readonly edition: Edition
  readonly digest: string
  readonly gifts: readonly ListedGift[]
  readonly uses: readonly EditionUse[]
  /** Shown as 匿名: more than the edition counted where names were taken back since. */
  readonly anonymous: number
}

export function listOf(edition: Edition, digest: string, names: readonly NameBehind[]): DisclosureList {
  const shown = new Map(names.map((name) => [name.digest, name.name]))
  const gifts = edition.rows.map(({ by, ...gift }): ListedGift => {
    const name = by === null ? undefined : shown.get(by)
    return name === undefined ? gift : { ...gift, name }
  })
  return {
    edition,
    digest,
    gifts,
    uses: edition.uses,
    anonymous: gifts.filter(({ name }) => name === undefined).length,
  }
}
