import type { ArrivalContent, StoredArrival } from '../inbox/arrival.ts'

export interface ChangedLines {
  /** What is still to be worked on, with the texts as their authors left them. */
  readonly lines: readonly StoredArrival[]
  /** Taken back before it was worked on, and the changes that are dealt with by that. */
  readonly settled: readonly StoredArrival[]
  /** Lines to others that were changed: stored anew, because they may be asked for later. */
  readonly rewritten: readonly { readonly id: string; readonly content: ArrivalContent }[]
}

/**
 * What its author changed or took back before it was worked on is as if it had been said so from the start.
 * Changes of what was worked on already are left for the dialogue that holds it.
 */
export function applyChanges(arrivals: readonly StoredArrival[]): ChangedLines {
  const lines: StoredArrival[] = []
  const settled: StoredArrival[] = []
  const rewritten: { id: string; content: ArrivalContent }[] = []
  for (const arrival of arrivals) {
    const { content } = arrival
    const isChange = content.kind === 'withdrawn' || content.kind === 'edited'
    const at = isChange
      ? lines.findIndex((line) => line.messageId === content.message && line.content.kind === 'message')
      : -1
    const line = lines[at]
    if (!isChange || line?.content.kind !== 'message') {
      lines.push(arrival)
      continue
    }
    settled.push(arrival)
    const text = content.kind === 'edited' ? content.text : ''
    const { files: _, ...words } = line.content
    const changed: ArrivalContent = content.kind === 'edited' ? { ...line.content, text } : { ...words, text }
    if (line.state === 'heard') rewritten.push({ id: line.id, content: changed })
    if (content.kind === 'edited') lines[at] = { ...line, content: changed }
    else {
      lines.splice(at, 1)
      if (line.state === 'waiting') settled.push(line)
    }
  }
  return { lines, settled, rewritten }
}
