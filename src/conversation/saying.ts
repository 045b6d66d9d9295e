import type { StoredArrival } from '../inbox/arrival.ts'
import type { Piece, Said } from './said.ts'

/** The lines of a burst as one thing said. */
export function sayingOf(burst: readonly StoredArrival[]): Said {
  const pieces: Piece[] = []
  let replyTo: string | undefined
  let quote: string | undefined
  let addressed: Said['addressed'] = 'none'
  for (const { content, messageId } of burst) {
    if (content.kind !== 'message') continue
    pieces.push({
      message: messageId,
      text: content.text,
      ...(content.files?.length ? { files: content.files } : {}),
    })
    if (content.addressed !== 'none') addressed = content.addressed
    if (content.replyTo !== undefined) replyTo = content.replyTo
    if (content.quote !== undefined) quote = content.quote
  }
  const text = pieces
    .map((piece) => piece.text)
    .filter((line) => line.trim() !== '')
    .join('\n')
  return {
    text,
    pieces,
    addressed,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(quote === undefined ? {} : { quote }),
  }
}
