import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import type { BriefSheet } from '../../features/oversight/papers/brief-sheet.ts'
import { legible } from '../../kernel/legible.ts'
import { papersTexts as texts } from './papers.texts.ts'

/** Points; A4 is 595 by 842. */
const LEFT = 50
const TOP = 42
const BOTTOM = 800
const WIDTH = 595 - 2 * LEFT
const TITLE = 20
/** The largest that fits one page is taken. */
const SIZES = [13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5] as const
/** How small the fullest may get before a terser one is better, and so on; 8.5 is still read at arm's length. */
const SMALLEST = [10, 9, 8.5] as const
/** On several pages there is no need to be small. */
const COMFORTABLE = 10.5
const GREY = '#5b6472'
const RED = '#b3141b'
const TINT = '#fdf1ef'

type Doc = InstanceType<typeof PDFDocument>
type Matter = BriefSheet['matters'][number]

/** A4, black on white so that it can be copied; what is to be decided is set off. Fonts are embedded, as far as used. */
export async function writeBrief(
  sheets: readonly BriefSheet[],
): Promise<{ readonly bytes: Uint8Array; readonly pages: number; readonly chosen: number }> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { left: LEFT, right: LEFT, top: TOP, bottom: 0 },
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: sheets[0]?.title ?? '' },
  })
  const bytes = buffer(doc)
  for (const [name, file] of [
    ['plain', 'NotoSansHans-Regular.otf'],
    ['bold', 'NotoSansHans-Bold.otf'],
  ] as const)
    doc.registerFont(
      name,
      fileURLToPath(new URL(`../fonts/${file}`, import.meta.resolve('@embedpdf/fonts-sc'))),
    )
  const write = writer(doc)
  const readable = sheets.map((sheet) => withWords(sheet, write))
  const [first] = readable
  if (first === undefined) throw new RangeError('there is nothing to be written')
  const begin = head(doc, first)
  const { chosen, size } = choose(doc, readable, begin)
  body(doc, readable[chosen] as BriefSheet, begin, size)
  const { count } = doc.bufferedPageRange()
  if (count > 1)
    for (let page = 0; page < count; page++) {
      doc.switchToPage(page)
      doc.font('plain').fontSize(9).fillColor(GREY)
      doc.text(texts.page(page + 1, count), LEFT, 806, { width: WIDTH, align: 'center', lineBreak: false })
    }
  doc.end()
  return { bytes: await bytes, pages: count, chosen }
}

/** The fullest that fits; where none does, the one in the middle: there is room again. */
function choose(doc: Doc, sheets: readonly BriefSheet[], begin: number) {
  for (const [chosen, sheet] of sheets.entries()) {
    const smallest = sheets.length === 1 ? SMALLEST[2] : (SMALLEST[chosen] ?? SMALLEST[2])
    const size = SIZES.find((one) => one >= smallest && begin + heightOf(doc, sheet, one) <= BOTTOM)
    if (size !== undefined) return { chosen, size }
  }
  return { chosen: Math.floor((sheets.length - 1) / 2), size: COMFORTABLE }
}

/** What the embedded font has no sign for is described, so that nobody reads an empty box. */
function writer(doc: Doc): (words: string) => string {
  doc.font('plain')
  // pdfkit has no public way to ask its font.
  const { font } = (doc as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })
    ._font
  return (words) => legible(words, (code) => font.hasGlyphForCodePoint(code))
}

const withWords = (sheet: BriefSheet, write: (words: string) => string): BriefSheet => ({
  title: write(sheet.title),
  subtitle: write(sheet.subtitle),
  foot: write(sheet.foot),
  matters: sheet.matters.map((matter) => ({
    ...matter,
    head: write(matter.head),
    state: write(matter.state),
    facts: matter.facts.map(({ label, lines }) => ({ label: write(label), lines: lines.map(write) })),
  })),
})

/** The title; gives where the matters begin. */
function head(doc: Doc, { title, subtitle }: BriefSheet): number {
  doc.font('bold').fontSize(TITLE).fillColor('#000')
  doc.text(title, LEFT, TOP, { width: WIDTH, align: 'center' })
  doc.font('plain').fontSize(10).fillColor(GREY)
  doc.text(subtitle, LEFT, doc.y + 2, { width: WIDTH, align: 'center' })
  return doc.y + 10
}

/** Smaller type stands closer: then there is much to say. */
const isClose = (size: number) => size < 10
const matterGap = (size: number) => size * (isClose(size) ? 0.5 : 0.75)
const lineGapOf = (size: number) => (isClose(size) ? 0 : size * 0.18)
const footSize = 8.5

function heightOf(doc: Doc, sheet: BriefSheet, size: number): number {
  const matters = sheet.matters.reduce((all, one, at) => all + matter(doc, one, at, 0, size, false), 0)
  return matters + footHeight(doc, sheet)
}

function footHeight(doc: Doc, { foot }: BriefSheet): number {
  doc.font('plain').fontSize(footSize)
  return doc.heightOfString(foot, { width: WIDTH }) + 8
}

function body(doc: Doc, sheet: BriefSheet, begin: number, size: number): void {
  let y = begin
  for (const [at, one] of sheet.matters.entries()) {
    if (y + matter(doc, one, at, y, size, false) > BOTTOM) {
      doc.addPage()
      y = TOP
    }
    y += matter(doc, one, at, y, size, true)
  }
  if (y + footHeight(doc, sheet) > BOTTOM) {
    doc.addPage()
    y = TOP
  }
  doc.font('plain').fontSize(footSize).fillColor(GREY)
  doc.text(sheet.foot, LEFT, y + 6, { width: WIDTH })
}

/** Draws a matter from `y` on, or only measures it; gives its height. */
function matter(doc: Doc, one: Matter, at: number, y: number, size: number, draws: boolean): number {
  let down = y + matterGap(size)
  if (draws)
    doc
      .moveTo(LEFT, down)
      .lineTo(LEFT + WIDTH, down)
      .lineWidth(0.8)
      .strokeColor('#000')
      .stroke()
  down += size * (isClose(size) ? 0.35 : 0.5)
  down += headLine(doc, one, at, down, size, draws)
  const label = size * 2 + 12
  for (const [place, { label: name, lines }] of one.facts.entries()) {
    const isLast = place === one.facts.length - 1
    const inset = isLast ? (isClose(size) ? 3 : 5) : 0
    const width = WIDTH - label - inset
    doc.font('plain').fontSize(size)
    const heights = lines.map((line) => doc.heightOfString(line, { width, lineGap: lineGapOf(size) }))
    const height = heights.reduce((all, some) => all + some, 0)
    if (draws) {
      if (isLast) doc.rect(LEFT, down, WIDTH, height + 2 * inset - lineGapOf(size)).fill(TINT)
      doc.font(isLast ? 'bold' : 'plain').fillColor(isLast ? RED : GREY)
      doc.text(name, LEFT + inset, down + inset, { width: label, lineBreak: false })
      doc.font('plain').fillColor('#000')
      let line = down + inset
      for (const [index, words] of lines.entries()) {
        doc.text(words, LEFT + label, line, { width, lineGap: lineGapOf(size) })
        line += heights[index] ?? 0
      }
    }
    down += height + 2 * inset + (isLast || isClose(size) ? 0 : size * 0.12)
  }
  return down - y
}

/** The number and whose it is on the left, how it stands on the right, below where it has no room. */
function headLine(doc: Doc, one: Matter, at: number, y: number, size: number, draws: boolean): number {
  const words = `${at + 1}. ${one.head}`
  doc.font(one.isLate ? 'bold' : 'plain').fontSize(size)
  const right = doc.widthOfString(one.state)
  doc.font('bold').fontSize(size + 1.5)
  const isBeside = doc.widthOfString(words) + right + 12 <= WIDTH
  const height = doc.heightOfString(words, { width: WIDTH })
  if (draws) {
    doc.fillColor('#000').text(words, LEFT, y, { width: WIDTH })
    doc
      .font(one.isLate ? 'bold' : 'plain')
      .fontSize(size)
      .fillColor(one.isLate ? RED : GREY)
    if (isBeside) doc.text(one.state, LEFT + WIDTH - right, y + 1.5, { lineBreak: false })
    else doc.text(one.state, LEFT, y + height, { width: WIDTH })
  }
  return height + (isBeside ? 0 : size * 1.5) + size * 0.2
}
