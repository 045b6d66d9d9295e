/** Reads a document's text into passages that can be found, quoted and cited. */

import { z } from 'zod'
import type { Passage, ReadDocument } from '../library/policy-document.ts'
import { readNumeral } from '../search/number-tokens.ts'
import { describeItself } from './document-facts.ts'
import { readOpening } from './document-title.ts'
import { isHardWrapped, isNumbered, unwrap } from './hard-wrapped.ts'
import { takeOutTables } from './markdown-tables.ts'
import { readNewspaper } from './newspaper.ts'
import { placeTables, withPages } from './place-tables.ts'
import { readingTexts as texts } from './reading.texts.ts'
import type { SourceTable } from './source-table.ts'
import { chineseNumber, splitArticle, splitClauses } from './split-clauses.ts'

/** `paragraphs`: a line each, as a reader of files gives them; `text` may be broken at the end of printed lines. */
export type DocumentFormat = 'text' | 'markdown' | 'jsonl-row' | 'paragraphs'

export type DocumentSource = {
  /** The file's name, or the row's `doc_id`: what the document is called by from then on. */
  name: string
  text: string
  format: DocumentFormat
  /** Known from elsewhere, as in a JSONL row; otherwise it is looked for in the text. */
  title?: string
  /** In the order in which U+FFFC stands for them in the text. */
  tables?: readonly SourceTable[]
  /** The page of each line of the text, from 1. */
  pages?: readonly number[]
  /** Where it can be opened. */
  link?: string
  /** Read by a machine from a picture of it. */
  scanned?: true
  /** What the reading of the file leaves to be checked. */
  remarks?: readonly string[]
}

/** One line of a `--jsonl` file. */
export const JsonlRow = z.object({
  // A name is shown, and asked for in one line.
  doc_id: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+$/u),
  title: z.string().max(500).optional(),
  text: z.string(),
})

export type JsonlRow = z.infer<typeof JsonlRow>

// Characters; what is longer was no title, and stands in the text.
const LONGEST_TITLE = 500
const LONGEST_HEADING = 300
const LONGEST_LOCATOR = 100

const ARTICLE_IN_TITLE = /(第[零〇一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?)$/u

/** Never fails: what could not be read well is said in `remarks`, an empty text has no passages. */
export function readDocument(source: DocumentSource): ReadDocument {
  const { name, format, title: given } = source
  const { text: tidy, tables } = withoutTables(tidyText(source.text, format), source)
  const known = given?.trim() || undefined
  const isWrapped = format !== 'paragraphs' && isHardWrapped(tidy)
  if (isWrapped && !isNumbered(tidy)) return fromPage(name, tidy, known)

  const lines = isWrapped ? unwrap(tidy) : tidy.split('\n').flatMap((line) => line.trim() || [])
  const opening =
    known !== undefined || format === 'jsonl-row'
      ? { title: known, front: [], body: lines }
      : readOpening(lines)
  const title = (opening.title ?? withoutEnding(name)).slice(0, LONGEST_TITLE)
  const article = ARTICLE_IN_TITLE.exec(title)?.[1]
  const front =
    opening.front.length > 0 ? [{ locator: '文首', heading: '', text: opening.front.join('\n') }] : []
  const split = article === undefined ? splitClauses(opening.body) : splitArticle(article, opening.body)
  const drafts = placeTables(split, tables)
  const { remarks, ...facts } = describeItself(title, opening.front, opening.body, name)
  const passages = withPages(numbered([...front, ...drafts]), tidy.split('\n'), source.pages)
  return {
    doc: name,
    title,
    ...facts,
    ...(source.link === undefined ? {} : { link: source.link }),
    ...(source.scanned === undefined ? {} : { unchecked: source.scanned }),
    passages,
    remarks: [
      ...(source.remarks ?? []),
      ...(passages.length === 0 ? [texts.remarks.empty()] : []),
      ...(opening.title === undefined && format !== 'jsonl-row' ? [texts.remarks.noTitle(title)] : []),
      // A row of a collection is a fragment: that it bears no date says nothing.
      ...(format === 'jsonl-row' ? [] : remarks),
      ...skippedArticles(passages).map(texts.remarks.skippedArticle),
    ],
  }
}

function fromPage(name: string, text: string, known: string | undefined): ReadDocument {
  const { drafts, headlines, unclear } = readNewspaper(text)
  const title = (known ?? withoutEnding(name)).slice(0, LONGEST_TITLE)
  return {
    doc: name,
    title,
    passages: numbered(drafts),
    remarks: [texts.remarks.joinedLines(headlines), ...unclear.map(texts.remarks.unclearHeadline)],
  }
}

/** Of a JSONL row the text is what it says: bars in it are no table. */
function withoutTables(text: string, { format, tables }: DocumentSource) {
  return format === 'markdown' ? takeOutTables(text) : { text, tables: tables ?? [] }
}

/**
 * Zero-width marks, marks that turn the direction of writing (an amount shown backwards) and what no text holds: of
 * JSON a NUL may come. White space stays.
 */
const NOT_TEXT = /\p{Cf}|(?!\s)\p{Cc}/gu

/** Page feeds are nobody's text; a comment in Markdown is not meant for readers. */
function tidyText(text: string, format: DocumentFormat): string {
  const plain = text
    .replace(/\r\n?|\f|\u2028|\u2029/g, '\n')
    .replace(NOT_TEXT, '')
    .replace(/[\t\u00a0\u3000]/g, ' ')
    .toWellFormed()
  return format === 'markdown' ? withoutComments(plain) : plain
}

/** By hand: a pattern reads to the end of the text for each of thousands that are never closed. */
function withoutComments(text: string): string {
  let kept = ''
  let at = 0
  for (;;) {
    const from = text.indexOf('<!--', at)
    const to = from === -1 ? -1 : text.indexOf('-->', from)
    if (to === -1) return kept + text.slice(at)
    kept += text.slice(at, from)
    at = to + 3
  }
}

function numbered(drafts: readonly Omit<Passage, 'position'>[]): Passage[] {
  return drafts
    .filter(({ text }) => text.trim() !== '')
    .map((draft, position) => ({
      ...draft,
      // A line without an end that opens like a chapter would stand over every passage.
      heading: draft.heading.slice(0, LONGEST_HEADING),
      locator: draft.locator.slice(0, LONGEST_LOCATOR),
      position,
    }))
}

function withoutEnding(name: string): string {
  return name
    .replace(/^.*[\\/]/, '')
    .replace(/\.(?:txt|md|markdown|text|pdf|docx?|wps|html?|xlsx|png|jpe?g)$/i, '')
}

/** An article number that is skipped is usually a page that was not scanned. */
function skippedArticles(passages: readonly Passage[]): string[] {
  const skipped: string[] = []
  let last = 0
  for (const { locator } of passages) {
    const number = readNumeral(/^第([^条]+)条/u.exec(locator)?.[1] ?? '')
    if (number === last + 2 && last > 0) skipped.push(`第${chineseNumber(last + 1)}条`)
    if (number > 0) last = number
  }
  return skipped
}
