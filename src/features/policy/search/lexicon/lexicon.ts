/** 说法词表: from the words of a question to those that rules use for the same. Pure. */

import { fold } from '../tokens.ts'
import type { Wording } from '../wording.ts'
import { type LexiconLine, partsOf } from './lexicon-line.ts'

/**
 * What a rule's word counts for beside one of the question's own. On lay questions to statutes 0.4 to 0.8 found the
 * same within chance; above, hit@10 fell by half a point.
 */
const WEIGHT = 0.6
/** Characters that may stand where a form has its gap. */
const MOST_BETWEEN = 6
/** Another clause begins: what stands on both sides of it was not said as one. */
const PAUSE = /[\s，。,.;；：:？?！!、]/u

export interface Lexicon {
  /** In the order of the lines; none where nothing of the question is known. Each says what it stands for. */
  wordingsOf(question: string): readonly Wording[]
  /** Lines that know these words, on either side. */
  linesFor(words: string): readonly LexiconLine[]
  readonly size: number
}

interface Form {
  readonly parts: readonly string[]
  readonly line: number
}

/** By how they begin: a question has some twenty places where a form may start, a lexicon thousands of forms. */
function formsByStart(lines: readonly LexiconLine[]): ReadonlyMap<string, readonly Form[]> {
  const byStart = new Map<string, Form[]>()
  for (const [line, { said }] of lines.entries()) {
    for (const form of said) {
      const parts = partsOf(form).map(fold)
      const start = parts[0]?.slice(0, 2) ?? ''
      const there = byStart.get(start)
      if (there === undefined) byStart.set(start, [{ parts, line }])
      else there.push({ parts, line })
    }
  }
  return byStart
}

export function createLexicon(lines: readonly LexiconLine[]): Lexicon {
  // Made with the first question: most houses that are opened, commands above all, are asked none.
  let made: ReadonlyMap<string, readonly Form[]> | undefined
  const forms = () => {
    made ??= formsByStart(lines)
    return made
  }

  function wordingsOf(question: string): readonly Wording[] {
    const text = fold(question)
    // A line may be said in several ways at once; the longest is what it stands for.
    const found = new Map<number, string>()
    for (let at = 0; at < text.length; at += 1) {
      for (const length of [1, 2]) {
        const start = text.slice(at, at + length)
        if (start.length < length) continue
        for (const { parts, line } of forms().get(start) ?? []) {
          const instead = parts.join(' ')
          if (isSaidAt(parts, text, at) && instead.length > (found.get(line)?.length ?? 0))
            found.set(line, instead)
        }
      }
    }
    return [...found]
      .sort(([one], [other]) => one - other)
      .flatMap(([line, instead]) =>
        (lines[line]?.written ?? []).map((text) => ({ text, weight: WEIGHT, instead })),
      )
  }

  return {
    wordingsOf,
    linesFor(words) {
      const folded = fold(words)
      const known = new Set(wordingsOf(words).map(({ instead }) => instead))
      return lines.filter(({ said, written }) =>
        [...said, ...written].some(
          (form) => fold(form).includes(folded) || known.has(partsOf(form).map(fold).join(' ')),
        ),
      )
    },
    size: lines.length,
  }
}

function isSaidAt(parts: readonly string[], text: string, start: number): boolean {
  let at = start
  for (const [number, part] of parts.entries()) {
    const found = number === 0 ? start : text.indexOf(part, at)
    if (found === -1 || !text.startsWith(part, found)) return false
    if (found - at > MOST_BETWEEN || PAUSE.test(text.slice(at, found))) return false
    at = found + part.length
  }
  return true
}
