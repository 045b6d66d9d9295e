import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, OEM, type Page, type Worker } from 'tesseract.js'
import type { FileContents, ReadingHands } from '../../features/policy/reading/document-reader.ts'
import { documentTexts as texts } from './documents.texts.ts'
import { joinPages } from './join-pages.ts'
import { isPageNumber, linesOf, type PageText, type Printed, paragraphsOf } from './printed-lines.ts'
import { wideMarks } from './whole-letters.ts'
import { type Picture, withoutRules } from './without-rules.ts'

/** Per cent, by tesseract's own word. Lines that it is less sure of are named, for a person to look at first. */
const UNSURE = 75
const BARELY = 40
const MOST_UNSURE_NAMED = 5
/** A logo, a stamp or a rule is no page. */
const LEAST_SIDE = 300

/** A picture of one page, as it was handed in. */
export async function readPicture(
  bytes: Uint8Array,
  hands: ReadingHands,
): Promise<FileContents | { readonly reason: string }> {
  const { pages, remarks } = await readScannedPages(new Map([[1, async () => [bytes]]]), hands)
  const { lines, numbers, tables } = joinPages([...pages.values()])
  if (lines.length === 0) return { reason: texts.noText() }
  return { text: lines.join('\n'), format: 'paragraphs', pages: numbers, tables, scanned: true, remarks }
}

/** Chinese letters out of pictures, a second or more a page, in a thread of its own. */
export async function readScannedPages(
  pictures: ReadonlyMap<number, () => Promise<readonly (Picture | Uint8Array)[]>>,
  { signal, onPage }: ReadingHands,
): Promise<{ pages: Map<number, PageText>; remarks: string[]; pictures: number }> {
  const worker = await openWorker()
  const stop = () => void worker.terminate()
  signal?.addEventListener('abort', stop, { once: true })
  const pages = new Map<number, PageText>()
  const unsure: string[] = []
  let read = 0
  try {
    let done = 0
    for (const [number, open] of pictures) {
      const text: PageText = { lines: [], tables: [] }
      for (const picture of await open()) {
        signal?.throwIfAborted()
        const image =
          picture instanceof Uint8Array && !('channels' in picture) ? picture : asPnm(picture as Picture)
        if (image === undefined) continue
        read++
        const { data } = await worker.recognize(Buffer.from(image), {}, { blocks: true, text: false })
        const found = readPage(data, unsure)
        text.lines.push(...found.lines)
        text.tables.push(...found.tables)
      }
      pages.set(number, text)
      onPage?.(++done, pictures.size)
    }
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
  const named = unsure.slice(0, MOST_UNSURE_NAMED)
  return {
    pages,
    pictures: read,
    remarks: [texts.scanned(pages.size), ...(named.length === 0 ? [] : [texts.unsure(named)])],
  }
}

/** What it has learnt comes with the package: nothing is fetched, nothing is left in the working folder. */
async function openWorker(): Promise<Worker> {
  const learnt = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim/package.json'))
  return createWorker('chi_sim', OEM.LSTM_ONLY, {
    langPath: join(learnt, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => undefined,
  })
}

function readPage(page: Page, unsure: string[]): PageText {
  const runs: Printed[] = []
  for (const { paragraphs } of page.blocks ?? [])
    for (const { lines } of paragraphs)
      for (const line of lines) {
        if (closeUp(line.text) === '') continue
        if (line.confidence < UNSURE) unsure.push(closeUp(line.text).slice(0, 20))
        // Words of one line stand at its height; a comma by itself would stand lower.
        const height = line.bbox.y1 - line.bbox.y0
        for (const { text, bbox, confidence } of line.words) {
          // In the empty space between cells it sees marks that it does not believe in itself.
          if (confidence < BARELY && /^[\p{P}\p{S}\s]*$/u.test(text)) continue
          runs.push({ text: text.trim(), left: bbox.x0, right: bbox.x1, top: line.bbox.y1, height })
        }
      }
  const lines = linesOf(runs)
  const edge = new Set([lines[0], lines.at(-1)])
  const { lines: read, tables } = paragraphsOf(
    lines.filter((line) => !(edge.has(line) && isPageNumber(line.text))),
  )
  const rows = tables.map((table) => ({ ...table, rows: table.rows.map((row) => row.map(cellText)) }))
  return { lines: read.map(closeUp), tables: rows }
}

/** The edge of a cell is at times seen as a quotation mark that closes nothing. */
const cellText = (cell: string) => closeUp(cell).replace(/^[”’"'|]+/u, '')

/** It puts a blank between all Chinese letters, and takes wide marks for narrow ones. */
function closeUp(line: string): string {
  return wideMarks(line.trim().replace(/(?<=[^\x20-\x7e]) +| +(?=[^\x20-\x7e])/gu, ''))
}

/** The plainest of picture formats, which it reads without decoding. */
function asPnm(picture: Picture): Uint8Array | undefined {
  const { width, height } = picture
  if (Math.min(width, height) < LEAST_SIDE) return undefined
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), withoutRules(picture)])
}
