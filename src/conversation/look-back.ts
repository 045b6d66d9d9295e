import type { StoredArrival } from '../inbox/arrival.ts'
import { type BurstSettings, isAnsweredAtOnce } from '../inbox/burst.ts'
import { type Corridor, dialogueFinder } from './corridor.ts'
import type { Talk } from './talk.ts'
import { bestReading } from './unasked.ts'

/**
 * Somebody addressed us: what the same speaker said shortly before, to nobody we know of, belongs to it.
 * A command, a number or a button is whole by itself; it answers, and does not continue chatter.
 */
export function linesBefore(
  burst: readonly StoredArrival[],
  heard: readonly StoredArrival[],
  { lookBackMs }: BurstSettings,
  isChatter: (line: string) => boolean,
): readonly StoredArrival[] {
  const first = burst[0]
  if (first === undefined || first.chat.kind !== 'group' || isAnsweredAtOnce(first)) return []
  return heard.filter(
    (one) =>
      one.seq < first.seq &&
      first.at.getTime() - one.at.getTime() <= lookBackMs &&
      hasContent(one) &&
      !isChatter(wordsOf(one)),
  )
}

/** What somebody told the others about the weather is not taken along, whatever they call us for afterwards. */
export function chatterFor({ features }: Pick<Corridor, 'features'>): (line: string) => boolean {
  return (line) => line.trim() !== '' && features.some((feature) => feature.isChatter?.(line) === true)
}

const wordsOf = ({ content }: StoredArrival) => (content.kind === 'message' ? content.text : '')

/** Of the lines before a call, those that became part of a matter; a question or a greeting takes none with it. */
export function joined(
  corridor: Corridor,
  { home, by }: Talk,
  before: readonly StoredArrival[],
  burst: readonly StoredArrival[],
): readonly StoredArrival[] {
  if (before.length === 0) return []
  if (bestReading(corridor, by, [...before, ...burst])?.band === 'appeal') return before
  const dialogueOf = dialogueFinder(corridor.features)
  return before.filter(({ messageId }) =>
    home.frames.some(({ dialogue, state }) => dialogueOf(dialogue)?.holds?.(state, messageId)),
  )
}

/** What its author took back is empty. */
const hasContent = ({ content }: StoredArrival) =>
  content.kind === 'message' && (content.text.trim() !== '' || (content.files ?? []).length > 0)
