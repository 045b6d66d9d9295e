/** A checked answer in a model's words, or nothing: whatever a model does, what leaves here stands in the documents. */

import { answersTexts } from '../answers.texts.ts'
import type { Answered, Citation } from '../citation.ts'
import type { AnswerWriter } from './answer-writer.ts'
import { checkWritten, type Dropped, type KeptSentence } from './check-written.ts'
import type { Citable } from './citable.ts'
import { speaksToModel } from './speaks-to-model.ts'
import { writtenTexts as texts } from './written.texts.ts'

/** Characters of passages shown for one answer: some six clauses, and little enough for a small model. */
const MOST_SHOWN = 5_000
const MOST_PASSAGES = 8
/** A letter with more quotes is not read. */
const MOST_CITATIONS = 5

export interface Worded {
  readonly text: string
  /** For a group. */
  readonly brief: string
  readonly citations: Citation[]
}

export interface WordingNotes {
  /** How many sentences were kept, and how many fell for what reason: counts for the log, no words. */
  readonly onWritten?: ((counts: Readonly<Record<string, number>>) => void) | undefined
}

/** Of these passages, those that a model is shown. */
export function shownOf(citable: readonly Citable[], shown: 'everybody' | 'all'): readonly Citable[] {
  const chosen: Citable[] = []
  let length = 0
  for (const one of citable) {
    // What a person answered and another reviewed is told as it stands.
    if (one.source.answeredBy !== undefined || speaksToModel(one.text)) continue
    if (shown === 'everybody' && !one.isPublic) continue
    length += one.text.length
    if (chosen.length === MOST_PASSAGES || (length > MOST_SHOWN && chosen.length > 0)) break
    chosen.push(one)
  }
  return chosen
}

/** Undefined where nothing that was written stands. */
export async function wordAnswer(
  writer: AnswerWriter,
  question: string,
  shown: readonly Citable[],
  {
    signal,
    edition,
    onWritten,
  }: WordingNotes & { signal: AbortSignal; edition?: Answered['edition'] | undefined },
): Promise<Worded | undefined> {
  if (shown.length === 0) return undefined
  const passages = shown.map(({ source: { title, doc, locator }, text }, at) => ({
    number: at + 1,
    title: title || doc,
    locator,
    text,
  }))
  const sentences = await writer.write(question, passages, signal)
  if (sentences === undefined) return undefined
  const { kept, dropped } = checkWritten(sentences, shown)
  onWritten?.(countsOf(kept.length, dropped))
  return kept.length === 0 ? undefined : laidOut(kept, edition)
}

function countsOf(kept: number, dropped: readonly Dropped[]): Record<string, number> {
  const counts: Record<string, number> = { kept }
  for (const why of dropped) counts[why] = (counts[why] ?? 0) + 1
  return counts
}

function laidOut(kept: readonly KeptSentence[], edition: Answered['edition']): Worded {
  const citations: Citation[] = []
  const sentences = kept.flatMap(({ text, citations: own }) => {
    const cites = own.map((citation) => {
      const there = citations.findIndex(({ doc, locator, quote }) =>
        [doc, locator, quote].every(
          (part, at) => part === [citation.doc, citation.locator, citation.quote][at],
        ),
      )
      return there >= 0 ? there : citations.push(citation) - 1
    })
    return [{ text, cites: [...new Set(cites)] }]
  })
  const said = sentences.filter(({ cites }) => cites.every((cite) => cite < MOST_CITATIONS))
  const named = citations.filter((_, at) => said.some(({ cites }) => cites.includes(at)))
  const renumbered = said.map(({ text, cites }) => ({
    text,
    cites: cites.map((cite) => named.indexOf(citations[cite] as Citation)),
  }))
  return {
    text: texts.answer(renumbered, named.map(answersTexts.cited), edition?.told),
    brief: texts.brief(renumbered, named, edition?.told),
    citations: edition === undefined ? named : [...named, edition.citation],
  }
}
