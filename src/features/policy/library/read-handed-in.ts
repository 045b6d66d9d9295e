import { sniff } from '../../../files/sniff.ts'
import { decodeText, formatOf } from '../reading/document-format.ts'
import type { DocumentReader, ReadingHands } from '../reading/document-reader.ts'
import { type JsonlLine, readJsonl } from '../reading/jsonl.ts'
import { readingTexts as texts } from '../reading/reading.texts.ts'

/** A file's documents, before they are taken in. */
export type ReadIn =
  | { readonly ok: true; readonly mediaType: string; readonly lines: readonly JsonlLine[] }
  | { readonly ok: false; readonly reason: string }

const MEDIA_TYPES = { text: 'text/plain', markdown: 'text/markdown', jsonl: 'application/jsonl' }

/**
 * Reads a file outside any transaction. Text is read here, everything else by the reader, which is left out where only
 * text is expected. `jsonl`: a document a line, whatever the name's ending says.
 */
export async function readHandedIn(
  file: { readonly name: string; readonly bytes: Uint8Array; readonly jsonl?: boolean | undefined },
  reader: DocumentReader | undefined,
  hands: ReadingHands,
): Promise<ReadIn> {
  const { name, bytes } = file
  if (bytes.length === 0) return { ok: false, reason: texts.refused.noText() }
  const format = file.jsonl ? 'jsonl' : formatOf(name)
  const text = format === undefined ? undefined : decodeText(bytes)
  if (format === 'jsonl' && text !== undefined)
    return { ok: true, mediaType: MEDIA_TYPES.jsonl, lines: readJsonl(text) }
  if (format !== undefined && format !== 'jsonl' && format !== 'jsonl-row' && format !== 'paragraphs') {
    if (text !== undefined)
      return {
        ok: true,
        mediaType: MEDIA_TYPES[format],
        lines: [{ kind: 'document', source: { name, text, format } }],
      }
  }
  if (reader === undefined || (format !== undefined && sniff(bytes) === undefined))
    return { ok: false, reason: format === undefined ? texts.refused.format() : texts.refused.noTextFile() }
  const read = await reader.read(file, hands)
  if (!read.ok) return read
  return {
    ok: true,
    mediaType: read.mediaType,
    lines: [{ kind: 'document', source: { name, ...read.contents } }],
  }
}

/** Whether a machine may have to read it from pictures, which takes long: not done twice for the same file. */
export const mayBeScanned = (name: string): boolean => formatOf(name) === undefined
