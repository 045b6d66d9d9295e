/** A collection of documents, a JSON object a line. */

import { type DocumentSource, JsonlRow } from './read-document.ts'
import { readingTexts as texts } from './reading.texts.ts'

export type JsonlLine =
  /** `line` counts from 1; left out where a file is one document. */
  | { readonly kind: 'document'; readonly source: DocumentSource; readonly line?: number }
  | { readonly kind: 'broken'; readonly doc: string; readonly line: number; readonly reason: string }

/** Every line that is not blank, in order. A name that came before is refused: one of the two would be lost. */
export function readJsonl(text: string): readonly JsonlLine[] {
  const seen = new Map<string, number>()
  const lines: JsonlLine[] = []
  for (const [at, raw] of text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .entries()) {
    const line = at + 1
    if (raw.trim() === '') continue
    const row = readRow(raw)
    if (typeof row === 'string') {
      lines.push({ kind: 'broken', doc: '', line, reason: row })
      continue
    }
    const first = seen.get(row.doc_id)
    if (first !== undefined) {
      lines.push({ kind: 'broken', doc: row.doc_id, line, reason: texts.refused.sameName(first) })
      continue
    }
    seen.set(row.doc_id, line)
    const title = row.title === undefined ? {} : { title: row.title }
    lines.push({
      kind: 'document',
      line,
      source: { name: row.doc_id, text: row.text, format: 'jsonl-row', ...title },
    })
  }
  return lines
}

/** The row, or why it is none. */
function readRow(raw: string): JsonlRow | string {
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch {
    return texts.refused.noJson()
  }
  const parsed = JsonlRow.safeParse(value)
  if (parsed.success) return parsed.data
  return texts.refused.wrongFields(parsed.error.issues.map(({ path }) => path.join('.') || 'object'))
}
