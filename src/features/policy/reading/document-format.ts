/** What kinds of files can be read now, and their bytes as text. */

import type { DocumentFormat } from './read-document.ts'

const FORMATS: Readonly<Record<string, DocumentFormat | 'jsonl'>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
}

/** By the file's ending; undefined for what cannot be read yet. */
export function formatOf(name: string): DocumentFormat | 'jsonl' | undefined {
  return FORMATS[/\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '']
}

/** Control characters that no text has; a file with them is a program, a picture or something packed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const NO_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f]/u

/**
 * Text by its byte order mark, as UTF-8, or as GB18030, in which offices still save .txt files.
 * Undefined where it is none of them.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  for (const encoding of encodingsFor(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return NO_TEXT.test(text) ? undefined : text
    } catch {
      // Not in this encoding: the next one is tried.
    }
  }
  return undefined
}

function encodingsFor([first, second]: Uint8Array): readonly string[] {
  if (first === 0xff && second === 0xfe) return ['utf-16le']
  if (first === 0xfe && second === 0xff) return ['utf-16be']
  return ['utf-8', 'gb18030']
}
