import type { Piece, Said } from '../../../conversation/said.ts'
import { areDifferent, findMatters, type Span } from '../reading/split-matters.ts'

/** More is an account of something, not a list of matters; the rest would not be read anyway. */
const READ_CHARACTERS = 4_000

interface Placed {
  readonly piece: Piece
  readonly from: number
}

/**
 * What was said, matter by matter, each with the messages it stands in: a message that holds two is a source of
 * both. `proposed`: the matters a model saw, which count where the rules see one. A picture goes with its caption, or with the words before it.
 */
export function splitSaid(said: Said, proposed: readonly string[] = []): readonly Said[] {
  const places: Placed[] = []
  let whole = ''
  for (const piece of said.pieces) {
    if (piece.text.trim() !== '' && whole !== '') whole += '\n'
    places.push({ piece, from: whole.length })
    if (piece.text.trim() !== '') whole += piece.text
  }
  const byRule = whole.length > READ_CHARACTERS ? [] : findMatters(whole)
  const spans = byRule.length < 2 ? cutByProposal(whole, proposed) : byRule
  if (spans.length < 2) return [said]
  return spans.map((span, n) => {
    const pieces = places.flatMap((placed) => {
      const text = cut(placed, span)
      const files = ownerOf(placed, spans) === n ? (placed.piece.files ?? []) : []
      if (text === '' && files.length === 0) return []
      return [{ message: placed.piece.message, text, ...(files.length === 0 ? {} : { files }) }]
    })
    const lines = pieces.map(({ text }) => text).filter((text) => text !== '')
    return { ...said, pieces, text: lines.join('\n') }
  })
}

/** Where each of them begins, if they stand there one after the other and speak of different things. */
function cutByProposal(whole: string, matters: readonly string[]): readonly Span[] {
  const starts = matters.map((matter) => whole.indexOf(matter))
  const isInOrder = starts.every((start, n) => start >= 0 && start > (starts[n - 1] ?? -1))
  if (matters.length < 2 || whole.length > READ_CHARACTERS || !isInOrder) return []
  const spans = starts.map((start, n) => ({ from: n === 0 ? 0 : start, to: starts[n + 1] ?? whole.length }))
  return areDifferent(whole, spans) ? spans : []
}

const cut = ({ piece: { text }, from }: Placed, span: Span) =>
  text.slice(Math.max(0, span.from - from), Math.max(0, span.to - from)).trim()

function ownerOf({ piece, from }: Placed, spans: readonly Span[]): number {
  const isCaptioned = piece.text.trim() !== ''
  const owner = isCaptioned
    ? spans.findIndex(({ to }) => to > from)
    : spans.findLastIndex((span) => span.from <= from)
  return Math.max(0, owner)
}
