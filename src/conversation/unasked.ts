import type { StoredArrival } from '../inbox/arrival.ts'
import { isAnsweredAtOnce } from '../inbox/burst.ts'
import type { Choice } from '../kernel/letter-draft.ts'
import type { Conversation } from './conversation.ts'
import { type Corridor, dialogueFinder } from './corridor.ts'
import { BANDS, type Band, type Reading } from './feature.ts'
import type { Said, Speaker } from './said.ts'
import { sayingOf } from './saying.ts'
import type { Talk } from './talk.ts'
import { WEAKEST } from './understand.ts'

/** From here on words that nobody addressed to us are taken for a call all the same, where staff wished it. */
const CLEAR: Partial<Record<Band, number>> = { appeal: 0.6, own: 0.85 }

/** 修改 and 取消 are said about other things too; 确认提交 is not. */
const SHORTEST_LABEL = 4

/** People in a gust write on within this; what was said before it was about something else. */
const GUST_MS = 30_000

/** What the words would begin, were they said to us. */
export function bestReading(
  corridor: Corridor,
  by: Speaker,
  lines: readonly StoredArrival[],
): Reading | undefined {
  const said = sayingOf(lines)
  return corridor.features
    .flatMap((feature) => feature.recognise(said, { by }))
    .filter(({ score }) => score >= WEAKEST)
    .sort((a, b) => BANDS.indexOf(a.band) - BANDS.indexOf(b.band) || b.score - a.score)[0]
}

export const isAddressed = ({ content }: StoredArrival): boolean =>
  content.kind !== 'message' || content.addressed !== 'none'

/**
 * Words in a group that nobody addressed to us and that, now that they are complete, ask nothing of us: they stay
 * without an answer. Whoever called us before is answered whatever they say.
 */
export function isForOthers(
  corridor: Corridor,
  { by, here, home }: Talk,
  before: readonly StoredArrival[],
  burst: readonly StoredArrival[],
): boolean {
  const first = burst[0]
  if (by.chat.kind !== 'group' || first === undefined || burst.some(isAddressed)) return false
  if (isListenedTo(corridor, home, here, sayingOf(burst), first.at)) return false
  if (namesChoice(sayingOf(burst).text, choicesWaiting(corridor, home, here))) return false
  return !asksUnaddressed(corridor, by, [...before, ...burst])
}

/**
 * They called us shortly before, and what they say now goes on with it. Once what they called for is over, the group
 * is theirs again.
 */
export function isListenedTo(
  corridor: Corridor,
  home: Conversation,
  here: Conversation,
  said: Said,
  at: Date,
): boolean {
  if (here.listeningUntil === undefined || here.listeningUntil <= at) return false
  const frame = carriedFrame(home, here)
  if (frame === undefined) return here.carriedOn.length === 0
  const dialogue = dialogueFinder(corridor.features)(frame.dialogue)
  return dialogue?.goesOn?.(frame.state, said) ?? true
}

/** What is said on after a call stands by itself: what else was said meanwhile was judged when it was said. */
export function goesOnAfterCall(
  corridor: Corridor,
  { by, here, home }: Talk,
  burst: readonly StoredArrival[],
): boolean {
  const first = burst[0]
  if (by.chat.kind !== 'group' || first === undefined || burst.some(isAddressed)) return false
  return (
    carriedFrame(home, here) !== undefined && isListenedTo(corridor, home, here, sayingOf(burst), first.at)
  )
}

const carriedFrame = (home: Conversation, here: Conversation) =>
  home.frames.findLast(({ id }) => here.carriedOn.includes(id))

/** What the newest of this person's dialogues that began in this group has on offer. */
export function choicesWaiting(
  corridor: Corridor,
  home: Conversation,
  here: Conversation,
): readonly Choice[] {
  const frame = carriedFrame(home, here)
  if (frame === undefined) return []
  return dialogueFinder(corridor.features)(frame.dialogue)?.choices?.(frame.state) ?? []
}

/** Somebody tells a trouble, or asks about their own matter, to nobody in particular. Commands and questions are others'. */
export function asksUnaddressed(corridor: Corridor, by: Speaker, lines: readonly StoredArrival[]): boolean {
  const best = bestReading(corridor, by, lines)
  return best !== undefined && best.score >= (CLEAR[best.band] ?? Number.POSITIVE_INFINITY)
}

/**
 * The line with what the same speaker said just before it, of all that is open there: a trouble is told in six short
 * lines as well as in one.
 */
export function gustUpTo(line: StoredArrival, open: readonly StoredArrival[]): readonly StoredArrival[] {
  const place = open.findIndex(({ id }) => id === line.id)
  const before = open.slice(0, place === -1 ? open.length : place)
  let next = line.at.getTime()
  let from = before.length
  for (const earlier of before.toReversed()) {
    if (next - earlier.at.getTime() > GUST_MS) break
    next = earlier.at.getTime()
    from--
  }
  return [...before.slice(from), line]
}

/** Their trouble is being gathered already, or begins with this line. A number said to others begins nothing. */
export function isWantedInGust(
  corridor: Corridor,
  by: Speaker,
  line: StoredArrival,
  open: readonly StoredArrival[],
): boolean {
  const gust = gustUpTo(line, open)
  if (gust.some(({ state }) => state === 'waiting')) return true
  return !isAnsweredAtOnce(line) && asksUnaddressed(corridor, by, gust)
}

/** Said in so many words, a choice that we offered is an answer, whoever else is in the room. */
export function namesChoice(text: string, choices: readonly Choice[]): boolean {
  const said = text.replace(/[\s\p{P}]/gu, '')
  return [...said].length >= SHORTEST_LABEL && choices.some(({ label }) => label === said)
}
