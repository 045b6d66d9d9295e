/** What somebody let us know about a notice. Nobody who said nothing has a receipt: they are missing. */
export type ReceiptKind = 'acknowledged' | 'onLeave' | 'seen' | 'unclear'

/** How it came: their own words, a button, an entry of a sign-up, somebody for them, or staff who settled it. */
export type ReceiptHow = 'words' | 'button' | 'chain' | 'deputy' | 'staff'

export interface Receipt {
  /** `notice:57:zhou` */
  readonly id: string
  readonly version: number
  readonly notice: string
  readonly person: string
  readonly kind: ReceiptKind
  /** Only where staff have to look: what was unclear, and the reason of a leave. */
  readonly words?: string
  readonly how: ReceiptHow
  /** Who said it for them: a code, or the name that was given. */
  readonly by?: string
  readonly at: Date
}

export const receiptId = (notice: string, person: string) => `${notice}:${person}`

/** How much each says; a word that says less never undoes one that said more. */
const WEIGHT: Record<ReceiptKind, number> = { unclear: 0, seen: 1, acknowledged: 2, onLeave: 3 }

export function outweighs(now: ReceiptKind, before: ReceiptKind | undefined): boolean {
  return before === undefined || WEIGHT[now] >= WEIGHT[before]
}

export interface ReceiptLists {
  readonly acknowledged: readonly string[]
  readonly onLeave: readonly string[]
  readonly seen: readonly string[]
  readonly unclear: readonly string[]
  readonly missing: readonly string[]
}

/** Everybody of the audience in exactly one list; answers of people who were not meant count nowhere. */
export function listReceipts(
  people: readonly string[],
  receipts: readonly Pick<Receipt, 'person' | 'kind'>[],
): ReceiptLists {
  const kindOf = new Map(receipts.map(({ person, kind }) => [person, kind]))
  const lists = Map.groupBy(new Set(people), (code) => kindOf.get(code) ?? 'missing')
  const of = (kind: ReceiptKind | 'missing') => lists.get(kind) ?? []
  return {
    acknowledged: of('acknowledged'),
    onLeave: of('onLeave'),
    seen: of('seen'),
    unclear: of('unclear'),
    missing: of('missing'),
  }
}
