import { createRequire } from 'node:module'
import type { FileContents } from '../../features/policy/reading/document-reader.ts'
import { type SourceTable, TABLE_MARK } from '../../features/policy/reading/source-table.ts'
import { documentTexts as texts } from './documents.texts.ts'
import { gatherTable } from './table-grid.ts'

/** It comes without types. */
type WordExtractor = new () => {
  extract(bytes: Buffer): Promise<{ getBody(how: { filterUnicode: boolean }): string }>
}

/** A .doc as Word saved it before 2007, or a .wps: its words; cells come a tab apart, a row a line. */
export async function readWord(bytes: Uint8Array): Promise<FileContents | { readonly reason: string }> {
  let body: string
  try {
    const Extractor: WordExtractor = createRequire(import.meta.url)('word-extractor')
    const document = await new Extractor().extract(Buffer.from(bytes))
    body = document.getBody({ filterUnicode: false })
  } catch {
    return { reason: texts.broken('Word') }
  }
  const lines: string[] = []
  const tables: SourceTable[] = []
  let rows: string[][] = []
  const closeTable = () => {
    const table = gatherTable(rows.map((row) => row.map((text) => ({ text }))))
    rows = []
    if (table === undefined) return
    if ('lines' in table) lines.push(...table.lines)
    else {
      tables.push(table)
      lines.push(TABLE_MARK)
    }
  }
  for (const line of body.split(/[\r\n\v\f]/u)) {
    const cells = line.replace(/\t$/u, '').split('\t')
    // A tab within a line of running text (a date pushed to the right) is no cell.
    if (cells.length > 1 && cells[0] !== '' && line.endsWith('\t'))
      rows.push(cells.map((cell) => cell.trim()))
    else {
      closeTable()
      if (line.trim() !== '') lines.push(line.replaceAll('\t', ' ').trim())
    }
  }
  closeTable()
  if (lines.length === 0) return { reason: texts.noText() }
  return { text: lines.join('\n'), format: 'paragraphs', tables, remarks: [texts.oldWordNumbers()] }
}
