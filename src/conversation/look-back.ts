import type { StoredArrival } from '../inbox/arrival.ts'
import { type BurstSettings, isAnsweredAtOnce } from '../inbox/burst.ts'

/**
 * Somebody addressed us: what the same speaker said shortly before, to nobody we know of, belongs to it.
 * A command, a number or a button is whole by itself; it answers, and does not continue chatter.
 */
export function linesBefore(
  burst: readonly StoredArrival[],
  heard: readonly StoredArrival[],
  { lookBackMs }: BurstSettings,
): readonly StoredArrival[] {
  const first = burst[0]
  if (first === undefined || first.chat.kind !== 'group' || isAnsweredAtOnce(first)) return []
  return heard.filter(
    (one) => one.seq < first.seq && first.at.getTime() - one.at.getTime() <= lookBackMs && hasContent(one),
  )
}

/** What its author took back is empty. */
const hasContent = ({ content }: StoredArrival) =>
  content.kind === 'message' && (content.text.trim() !== '' || (content.files ?? []).length > 0)
