import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { extractImages, getDocumentProxy } from 'unpdf'
import type { FileContents, ReadingHands } from '../../features/policy/reading/document-reader.ts'
import type { SourceTable } from '../../features/policy/reading/source-table.ts'
import { documentTexts as texts } from './documents.texts.ts'
import { joinPages } from './join-pages.ts'
import {
  isPageNumber,
  linesOf,
  type PageText,
  type Printed,
  type PrintedLine,
  paragraphsOf,
} from './printed-lines.ts'
import { wholeLetters } from './whole-letters.ts'
import type { Picture } from './without-rules.ts'

const MOST_PAGES = 600
/** A page takes a second or two to be read from its picture. */
const MOST_SCANNED_PAGES = 120
/** Of one picture; a sheet of A3 at 600 dots an inch has seventy million. */
const MOST_POINTS = 100_000_000
/** Letters on a page below which it is looked at as a picture; a page number or a stamp is no text. */
const LEAST_LETTERS = 20
const LEAST_REPEATED = 3

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** A .pdf by its text, page by page; pages without text are read from their picture. */
export async function readPdf(
  bytes: Uint8Array,
  hands: ReadingHands,
): Promise<FileContents | { readonly reason: string }> {
  let pdf: Pdf
  try {
    // It keeps the bytes it is given for itself, and takes no Buffer.
    pdf = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      maxImageSize: MOST_POINTS,
      ...letterTables(),
    })
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    return { reason: isLocked ? texts.locked() : texts.broken('PDF') }
  }
  try {
    if (pdf.numPages > MOST_PAGES) return { reason: texts.tooManyPages(pdf.numPages, MOST_PAGES) }
    return await readPages(pdf, hands)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/**
 * Chinese fonts that are named in a file and not in it need tables of their letters, which are no part of the reader.
 * They come with pdfjs-dist, where it is installed; no code of it is loaded.
 */
function letterTables(): { cMapUrl?: string; cMapPacked?: boolean } {
  try {
    const found = createRequire(import.meta.url).resolve('pdfjs-dist/package.json')
    return { cMapUrl: join(dirname(found), 'cmaps', '/'), cMapPacked: true }
  } catch {
    return {}
  }
}

async function readPages(pdf: Pdf, hands: ReadingHands): Promise<FileContents | { readonly reason: string }> {
  const printed: Printed[][] = []
  const pictured: number[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    hands.signal?.throwIfAborted()
    const runs = await runsOn(pdf, number)
    const letters = runs.reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0)
    if (letters < LEAST_LETTERS) pictured.push(number)
    printed.push(runs)
  }
  if (isGarbled(printed)) return { reason: texts.noGlyphs() }
  const scans = await readScans(pdf, pictured, hands)
  if ('reason' in scans) return scans
  const printedLines = withoutRunningHeads(printed.map((runs) => withoutNumbers(linesOf(runs))))
  const pages = printedLines.map((lines, at): PageText => scans.pages.get(at + 1) ?? paragraphsOf(lines))
  const { lines, numbers, tables } = joinPages(pages)
  // No letters and no picture: the letters are there, in a font that is not.
  if (lines.length === 0) return { reason: scans.pictures === 0 ? texts.noFonts() : texts.noText() }
  const silent = pages.flatMap(({ lines }, at) => (lines.length === 0 ? [at + 1] : []))
  return {
    text: lines.join('\n'),
    format: 'paragraphs',
    pages: numbers,
    tables: tables as SourceTable[],
    ...(scans.pages.size === 0 ? {} : { scanned: true as const }),
    remarks: [...scans.remarks, ...(silent.length === 0 ? [] : [texts.pagesWithoutText(silent)])],
  }
}

async function runsOn(pdf: Pdf, number: number): Promise<Printed[]> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  const height = page.getViewport({ scale: 1 }).height
  page.cleanup()
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , skew = 0, size = 0, left = 0, bottom = 0] = item.transform as number[]
    const letter = Math.hypot(skew, size) || item.height || 1
    return [
      {
        text: wholeLetters(item.str.trim()),
        left,
        right: left + item.width,
        top: height - bottom,
        height: letter,
      },
    ]
  })
}

function withoutNumbers<Line extends { readonly text: string }>(lines: readonly Line[]): Line[] {
  const edge = new Set([lines[0], lines.at(-1)])
  return lines.filter((line) => !(edge.has(line) && isPageNumber(line.text)))
}

/** What stands at the head of most pages, as the name of a journal does, is no part of the text. */
function withoutRunningHeads(pages: readonly PrintedLine[][]): PrintedLine[][] {
  const counts = new Map<string, number>()
  for (const [first] of pages)
    if (first !== undefined) counts.set(first.text, (counts.get(first.text) ?? 0) + 1)
  return pages.map((lines) => {
    const times = counts.get(lines[0]?.text ?? '') ?? 0
    return times >= LEAST_REPEATED && times > pages.length / 2 ? lines.slice(1) : lines
  })
}

/** A font without a table of its letters comes out as private or broken signs, or as if it were Latin (Ô˘`ºˇØÓˆ). */
function isGarbled(pages: readonly (readonly Printed[])[]): boolean {
  const text = pages.flatMap((runs) => runs.map((run) => run.text)).join('')
  const wrong = text.match(/[\p{Co}\p{Cc}\uFFFD¡-¯±-¶¸-ÖØ-ÿʰ-˿]/gu)?.length ?? 0
  return text.length > 0 && wrong > text.length * 0.2
}

async function readScans(pdf: Pdf, numbers: readonly number[], hands: ReadingHands) {
  const none = { pages: new Map<number, PageText>(), remarks: [] as string[], pictures: 0 }
  if (numbers.length === 0) return none
  const pictures = new Map<number, () => Promise<readonly Picture[]>>()
  for (const number of numbers) pictures.set(number, () => extractImages(pdf, number).catch(() => []))
  if (numbers.length > MOST_SCANNED_PAGES)
    return { reason: texts.tooManyScans(numbers.length, MOST_SCANNED_PAGES) }
  const { readScannedPages } = await import('./read-scan.ts')
  return readScannedPages(pictures, hands)
}
