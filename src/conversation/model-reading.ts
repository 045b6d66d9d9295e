import { type Urgency, urgencies } from '../kernel/appeal-terms.ts'
import type { Reading } from './feature.ts'
import { isOwnWords, isVerbatim } from './own-words.ts'
import { ModelReading } from './reading.ts'
import type { Turn } from './turn.ts'
import { STRONG, WEAKEST } from './understand.ts'

/** Below this a model's reading counts for nothing; models rarely say less when they are merely unsure. */
const CONFIDENT = 0.7

/** A model's answer, checked: undefined when it is not one, and without what the person did not say. */
export function checkModelReading(answer: unknown, said: string): ModelReading | undefined {
  const read = parse(answer)
  if (read?.appeal === undefined) return read
  const { category, urgency, matters, ...appeal } = read.appeal
  const own = (text: string | undefined) => (text !== undefined && isOwnWords(text, said) ? text : undefined)
  const verbatim = (text: string | undefined) =>
    text !== undefined && isVerbatim(text, said) ? text : undefined
  const kept = {
    category,
    urgency,
    summary: own(appeal.summary),
    place: verbatim(appeal.place),
    wanted: own(appeal.wanted),
    companyName: verbatim(appeal.companyName),
    // One invented matter makes the cut between all of them doubtful.
    matters: matters?.every((matter) => isOwnWords(matter, said)) ? matters : undefined,
  }
  return { ...read, appeal: withoutGaps(kept) }
}

function parse(answer: unknown): ModelReading | undefined {
  const parsed = ModelReading.safeParse(answer)
  if (!parsed.success) return undefined
  const { appeal, ...rest } = parsed.data
  return appeal === undefined ? rest : { ...rest, appeal: withoutGaps(appeal) }
}

/** What fell away is not there at all, so that a stored draft holds no empty names. */
const withoutGaps = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T

/** What was kept for this turn, if it is sure enough to be looked at. */
export function trusted(slots: unknown): ModelReading | undefined {
  const read = parse(slots)
  return read !== undefined && read.confidence >= CONFIDENT ? read : undefined
}

/** For dialogues: what a model made of these words. Only proposals; a rule's own reading stands above them. */
export function readingIn(turn: Turn): ModelReading | undefined {
  return turn.kind === 'say' ? turn.slots : undefined
}

/** The more pressing of both. A model may raise to `urgent`, never to `critical`, and lowers nothing. */
export function raisedUrgency(byRule: Urgency, model: ModelReading | undefined): Urgency {
  const proposed = model?.appeal?.urgency ?? 'normal'
  return urgencies.indexOf(proposed) < urgencies.indexOf(byRule) ? proposed : byRule
}

/**
 * Readings of the rules with what a model adds; `openings` are what the features would begin for its intent.
 * A command or a strong reading stands alone. Otherwise a weak reading that the model agrees with becomes a
 * strong one, and two witnesses outweigh the other guesses. Only where the rules found nothing and nothing is
 * being talked about does the model's intent begin a dialogue. Everything understood before readings are
 * looked at (an answer, a number, a choice) is out of a model's reach altogether.
 */
export function withModel(
  rules: readonly Reading[],
  openings: readonly Reading[],
  isTalking: boolean,
): readonly Reading[] {
  const offered = rules.filter((reading) => reading.score >= WEAKEST)
  if (offered.some(({ band, score }) => band === 'command' || score >= STRONG)) return rules
  const agreed = offered.filter((reading) => openings.some(({ dialogue }) => dialogue === reading.dialogue))
  if (agreed.length > 0) return agreed.map(strong)
  if (offered.length > 0 || isTalking) return rules
  // A claim too faint to be offered still knows more of the words than the opening does.
  return openings.map((opening) =>
    strong(rules.find(({ dialogue }) => dialogue === opening.dialogue) ?? opening),
  )
}

const strong = (reading: Reading): Reading => ({ ...reading, score: STRONG })
