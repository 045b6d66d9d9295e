/** 线索: what in the words of a sealed appeal would still say whose it is. */
export const clueKinds = [
  'wish',
  'number',
  'company',
  'person',
  'document',
  'amount',
  'date',
  'project',
  'place',
  'quantity',
  'trade',
  'only',
  'position',
  'other',
] as const
export type ClueKind = (typeof clueKinds)[number]

export interface Clue {
  readonly kind: ClueKind
  readonly at: number
  readonly text: string
  /** The coarser words proposed, or what staff want there; the same as `text` where it is to stay. */
  readonly instead: string
}

export const clue = (kind: ClueKind, at: number, text: string, instead: string): Clue => ({
  kind,
  at,
  text,
  instead,
})

/** The words with every clue replaced. */
export function withCoarser(text: string, clues: readonly Clue[]): string {
  let out = ''
  let written = 0
  for (const { at, text: found, instead } of [...clues].sort((a, b) => a.at - b.at)) {
    if (at < written) continue
    out += text.slice(written, at) + instead
    written = at + found.length
  }
  return (out + text.slice(written)).replace(/[，,](?=[，,。])/gu, '').replace(/^[，,。\s]+|[，,\s]+$/gu, '')
}

/** Overlapping clues are one: the graver kind's, and of one kind the longer one. */
export function settleClues(clues: readonly Clue[]): readonly Clue[] {
  const kept: Clue[] = []
  const byGravity = [...clues].sort(
    (a, b) => clueKinds.indexOf(a.kind) - clueKinds.indexOf(b.kind) || b.text.length - a.text.length,
  )
  for (const clue of byGravity)
    if (!kept.some((one) => clue.at < one.at + one.text.length && one.at < clue.at + clue.text.length))
      kept.push(clue)
  return kept.sort((a, b) => a.at - b.at)
}
