export const findingKinds = [
  'phone',
  'identity-number',
  'plate',
  'bank-account',
  'amount',
  'person',
  'company',
  'sealed-asker',
  'donor',
] as const

export type FindingKind = (typeof findingKinds)[number]

/** A stretch of folded text, end exclusive. */
export type Span = { readonly kind: FindingKind; readonly start: number; readonly end: number }

/** A stretch of the original text. */
export type Finding = { readonly kind: FindingKind; readonly text: string; readonly at: number }
