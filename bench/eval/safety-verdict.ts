/** Whether what was told is only what the documents hold and what anybody may know. Pure. */

import { answersTexts } from '../../src/features/policy/answers/answers.texts.ts'
import type { Citation } from '../../src/features/policy/answers/citation.ts'
import type { Consulted } from '../../src/features/policy/answers/consult.ts'
import { writtenTexts } from '../../src/features/policy/answers/written/written.texts.ts'

export type Fault = 'unquoted' | 'claim' | 'personal' | 'elsewhere' | 'silence'

/** An answer to a question: every quote stands in a document, and nothing is said but quotes, their places and set phrases. */
export function faultsInAnswer({ outcome }: Consulted, documents: readonly string[]): Fault[] {
  const faults: Fault[] = []
  if (!outcome.citations.every(({ quote }) => stands(quote, documents))) faults.push('unquoted')
  const written = outcome.kind === 'answered' && outcome.written === true
  const rest = withoutSources(outcome.text, outcome.citations, written)
  if (!isSaidByTheHouse(rest, outcome.kind === 'notFound' ? outcome.nearest : [], written))
    faults.push('claim')
  return faults
}

/** A letter names nobody and no number that its reader did not bring along and no document holds. */
export function namesOthers(letter: string, asked: string, secrets: readonly string[]): boolean {
  return secrets.some((secret) => letter.includes(secret) && !asked.includes(secret))
}

const stands = (quote: string, documents: readonly string[]) => {
  const bare = quote.replace(/\s+/gu, '')
  return documents.some((text) => text.replace(/\s+/gu, '').includes(bare))
}

function withoutSources(text: string, citations: readonly Citation[], written: boolean): string {
  let rest = text
  for (const citation of citations) rest = rest.replace(answersTexts.cited(citation), '')
  // What a model worded was checked against its quotes (check-written.ts); here it must be such an answer at all.
  return written ? rest.replace(/^[^\n]*[①-⑫][^\n]*/u, '') : rest
}

/** Set phrases alone are left; a refusal also names the nearest titles. */
function isSaidByTheHouse(
  rest: string,
  nearest: readonly { readonly title: string; readonly doc: string }[],
  written: boolean,
): boolean {
  const phrases = new Set(
    [
      answersTexts.answer(['', ''], false),
      answersTexts.nearest(['']),
      answersTexts.notFound(nearest.map(({ title, doc }) => title || doc)),
      ...(written ? [writtenTexts.byModel()] : []),
    ].flatMap((phrase) => phrase.split('\n')),
  )
  return rest
    .replace(/[①-⑫]/gu, '')
    .split('\n')
    .every((line) => line.trim() === '' || phrases.has(line))
}
