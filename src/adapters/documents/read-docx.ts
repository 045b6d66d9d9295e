import type { FileContents } from '../../features/policy/reading/document-reader.ts'
import { type SourceTable, TABLE_MARK } from '../../features/policy/reading/source-table.ts'
import { documentTexts as texts } from './documents.texts.ts'
import { type Numbered, type Numbering, readNumbering } from './docx-numbering.ts'
import { officeParts } from './office-parts.ts'
import { gatherTable, type SpannedCell } from './table-grid.ts'
import { child, childrenNamed, parseXml, wordVal, type XmlElement } from './xml.ts'

/** Deleted or moved-away words, a second telling of what a picture says, and pictures. */
const LEFT_OUT = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText', 'w:pPr', 'w:rPr'])

/**
 * A .docx with the numbers that Word counts, which is why its XML is read here: mammoth leaves them out, and an
 * article without its number cannot be cited.
 */
export function readDocx(bytes: Uint8Array): FileContents | { readonly reason: string } {
  const part = officeParts(bytes)
  const main = part?.('word/document.xml')
  if (part === undefined || main === undefined) return { reason: texts.broken('Word') }
  const numbering = readNumbering(part('word/numbering.xml'), part('word/styles.xml'))
  const lines: string[] = []
  const tables: SourceTable[] = []
  const remarks = new Set<string>()
  const reader = { numbering, lines, tables, remarks }
  for (const block of blocksIn(child(parseXml(main), 'w:body'))) readBlock(block, reader)
  return { text: lines.join('\n'), format: 'paragraphs', tables, remarks: [...remarks] }
}

interface Reader {
  readonly numbering: Numbering
  readonly lines: string[]
  readonly tables: SourceTable[]
  readonly remarks: Set<string>
}

/** Paragraphs and tables, also those in a content control or a text box. */
function* blocksIn(element: XmlElement | undefined): Generator<XmlElement> {
  for (const one of element?.children ?? []) {
    if (one.tagName === 'w:p' || one.tagName === 'w:tbl') yield one
    else if (!LEFT_OUT.has(one.tagName)) yield* blocksIn(one)
  }
}

function readBlock(block: XmlElement, reader: Reader): void {
  if (block.tagName === 'w:tbl') {
    const table = gatherTable(cellsOf(block, reader))
    if (table === undefined) return
    if ('lines' in table) reader.lines.push(...table.lines)
    else {
      reader.tables.push(table)
      reader.lines.push(TABLE_MARK)
    }
    return
  }
  const text = paragraphText(block, reader)
  if (text !== '') reader.lines.push(...text.split('\n').filter((line) => line.trim() !== ''))
  for (const box of boxesIn(block)) for (const inner of blocksIn(box)) readBlock(inner, reader)
}

function paragraphText(paragraph: XmlElement, { numbering, remarks }: Reader): string {
  const properties = child(paragraph, 'w:pPr')
  const text = wordsOf(paragraph, remarks).trim()
  // Lines of a table of contents say every heading twice.
  if (text === '' || /^TOC/iu.test(wordVal(properties, 'w:pStyle') ?? '')) return ''
  const numbered = numberedAs(properties, numbering)
  return numbered === undefined ? text : `${numbering.next(numbered)}${text}`
}

function numberedAs(properties: XmlElement | undefined, numbering: Numbering): Numbered | undefined {
  const own = child(properties, 'w:numPr')
  const ofStyle = numbering.ofStyle(wordVal(properties, 'w:pStyle') ?? '')
  const list = wordVal(own, 'w:numId') ?? ofStyle?.list
  // 0 takes the style's numbering away.
  if (list === undefined || list === '0') return undefined
  return { list, level: Number(wordVal(own, 'w:ilvl') ?? ofStyle?.level ?? 0) }
}

function wordsOf(element: XmlElement, remarks: Set<string>): string {
  let text = ''
  for (const one of element.children) {
    if (one.tagName === 'w:t') text += one.textContent ?? ''
    else if (one.tagName === 'w:tab') text += ' '
    else if (one.tagName === 'w:br' || one.tagName === 'w:cr') text += '\n'
    else if (one.tagName === 'w:noBreakHyphen') text += '-'
    else if (one.tagName === 'w:footnoteReference') remarks.add(texts.footnotes())
    else if (one.tagName === 'w:txbxContent') continue
    else if (LEFT_OUT.has(one.tagName)) {
      if (one.tagName === 'w:del' || one.tagName === 'w:moveFrom') remarks.add(texts.trackedChanges())
    } else text += wordsOf(one, remarks)
  }
  return text
}

function* boxesIn(element: XmlElement): Generator<XmlElement> {
  for (const one of element.children) {
    if (one.tagName === 'w:txbxContent') yield one
    else if (!LEFT_OUT.has(one.tagName)) yield* boxesIn(one)
  }
}

function cellsOf(table: XmlElement, reader: Reader): SpannedCell[][] {
  return childrenNamed(table, 'w:tr').map((row) =>
    [...row.children]
      // A cell in a content control stands one level deeper.
      .flatMap((one) => (one.tagName === 'w:sdt' ? childrenNamed(child(one, 'w:sdtContent'), 'w:tc') : [one]))
      .filter(({ tagName }) => tagName === 'w:tc')
      .map((cell) => {
        const properties = child(cell, 'w:tcPr')
        const merge = child(properties, 'w:vMerge')
        return {
          text: [...blocksIn(cell)]
            .map((block) => cellText(block, reader))
            .join('\n')
            .trim(),
          across: Number(wordVal(properties, 'w:gridSpan') ?? 1),
          goesOn: merge !== undefined && merge.getAttribute('w:val') !== 'restart',
        }
      }),
  )
}

/** A table within a cell is told as its words. */
function cellText(block: XmlElement, reader: Reader): string {
  if (block.tagName === 'w:p') return paragraphText(block, reader)
  return cellsOf(block, reader)
    .map((row) => row.map(({ text }) => text).join(' '))
    .join('\n')
}
