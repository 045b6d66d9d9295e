import type { StoredDocument } from './policy.store.ts'

/** A document in the house, as the talk about it shows it. */
export interface KnownDocument {
  readonly doc: string
  readonly title: string
  readonly documentNumber?: string | undefined
  readonly issuer?: string | undefined
  readonly issuedOn?: string | undefined
  readonly effectiveOn?: string | undefined
  readonly endsOn?: string | undefined
  readonly audience: string
  readonly passages: number
  readonly remarks: readonly string[]
  /** Read from a picture, and nobody has looked. */
  readonly unchecked: boolean
}

export function knownDocument({
  facts,
  audience,
  passages,
  remarks,
  scanned,
  checked,
}: StoredDocument): KnownDocument {
  const { doc, title, documentNumber, issuer, issuedOn, effectiveOn, endsOn } = facts
  const unchecked = scanned && checked === undefined
  return {
    doc,
    title,
    documentNumber,
    issuer,
    issuedOn,
    effectiveOn,
    endsOn,
    audience,
    passages,
    remarks,
    unchecked,
  }
}
