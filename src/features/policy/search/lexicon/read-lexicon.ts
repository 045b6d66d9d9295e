/** The lexicon as a file: a line each, `#` before what is said about them. Pure. */

import { type LexiconLine, type LineFault, readLine } from './lexicon-line.ts'

/** A line that cannot be read, counted from 1. */
export interface WrongLine {
  readonly line: number
  readonly text: string
  readonly fault: LineFault
}

export interface LexiconRead {
  readonly lines: readonly LexiconLine[]
  readonly wrong: readonly WrongLine[]
}

/** What cannot be read is left out and told; the rest holds. */
export function readLexicon(text: string): LexiconRead {
  const lines: LexiconLine[] = []
  const wrong: WrongLine[] = []
  for (const [at, raw] of text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .entries()) {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) continue
    const read = readLine(line)
    if ('fault' in read) wrong.push({ line: at + 1, text: line, fault: read.fault })
    else lines.push(read)
  }
  return { lines, wrong }
}
