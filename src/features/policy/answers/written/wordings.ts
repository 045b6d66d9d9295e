/** How models help with an answer: other wordings to search for, what is near in meaning, and the answer's own words. */

import type { PassageKey } from '../../search/hit.ts'
import type { Wording } from '../../search/wording.ts'
import type { Tier } from '../answers.effects.ts'
import type { Consultation, Consulted } from '../consult.ts'
import type { PolicyKnowledge } from './answer-writer.ts'
import { shownOf, type WordingNotes, wordAnswer } from './word-answer.ts'

/** What a term of a model's wording counts for beside the question's own: less, for it may be wrong. By reason. */
const REWRITTEN_WEIGHT = 0.5
/** Of the patience that is left, what looking further may take; the writing has the rest. */
const SHARE_FOR_SEARCH = 0.35
const RANKS: Readonly<Record<Tier, number>> = { sure: 3, probable: 2, nearest: 1, nothing: 0 }

export interface WordingsParts {
  readonly knowledge: PolicyKnowledge | undefined
  /** What an embedding model finds near; empty where it is of no help. Never throws. */
  readonly nearest?: ((question: string, signal: AbortSignal) => Promise<readonly PassageKey[]>) | undefined
  readonly onWritten?: WordingNotes['onWritten'] | undefined
}

export interface Wordings {
  /** Whether a model could make more of this than the documents' own words. */
  mayHelp(consulted: Consulted): boolean
  /** How long an asker may wait for it, in milliseconds. */
  readonly patienceMs: number
  /** The same answer, better found or better said, within the milliseconds; what `consult` gives where nothing helps. */
  improve(
    question: string,
    consultation: Consultation,
    how: {
      consult(consultation: Consultation): Promise<Consulted>
      readonly patienceMs: number
      readonly signal: AbortSignal
    },
  ): Promise<Consulted>
}

export function openWordings({ knowledge, nearest, onWritten }: WordingsParts): Wordings {
  const { writer, rewriter, shown = 'everybody', patienceMs = 0 } = knowledge ?? {}

  async function lookFurther(question: string, consultation: Consultation, how: How): Promise<Consulted> {
    const first = await how.consult(consultation)
    if (how.patienceMs <= 0) return first
    const signal = AbortSignal.any([
      how.signal,
      AbortSignal.timeout(Math.floor(how.patienceMs * SHARE_FOR_SEARCH)),
    ])
    const isSure = tierOf(first) === 'sure'
    const [wordings, meant] = await Promise.all([
      isSure || rewriter === undefined ? [] : rewriter.rewrite(question, signal),
      nearest?.(question, signal) ?? [],
    ])
    if (wordings.length === 0 && meant.length === 0) return first
    const also: Wording[] = wordings.map((text) => ({ text, weight: REWRITTEN_WEIGHT }))
    const second = await how.consult({
      ...consultation,
      also: [...(consultation.also ?? []), ...also],
      meant,
    })
    return RANKS[tierOf(second)] >= RANKS[tierOf(first)] ? second : first
  }

  return {
    patienceMs,
    mayHelp: (consulted) => writer !== undefined || (nearest !== undefined && tierOf(consulted) !== 'sure'),
    async improve(question, consultation, how) {
      // One limit for all of it, of the machine's time: a model's time is real.
      const signal = AbortSignal.any([
        how.signal,
        AbortSignal.timeout(Math.max(0, Math.floor(how.patienceMs))),
      ])
      const found = await lookFurther(question, consultation, { ...how, signal })
      const { outcome, citable = [] } = found
      if (writer === undefined || outcome.kind !== 'answered') return found
      const [first] = outcome.citations
      // A reviewed answer is told as it was written, and what ended or is still to come with its warning.
      if (first?.validity !== 'current' || first.answeredBy !== undefined) return found
      // Where the quoted answer rests on papers that stay in the house, public ones beside it would answer something else.
      if (shown === 'everybody' && !found.isPublic) return found
      if (signal.aborted) return found
      const worded = await wordAnswer(writer, question, shownOf(citable, shown), {
        signal,
        edition: outcome.edition,
        onWritten,
      })
      if (worded === undefined) return found
      const isPublic =
        found.isPublic &&
        worded.citations.every(
          ({ document }) =>
            document === outcome.edition?.citation.document ||
            citable.some((one) => one.isPublic && one.source.document === document),
        )
      return { ...found, isPublic, outcome: { ...outcome, ...worded, written: true } }
    },
  }
}

type How = Parameters<Wordings['improve']>[2]

const tierOf = ({ outcome }: Consulted): Tier => outcome.tier
