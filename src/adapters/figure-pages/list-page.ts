import { figureRowTexts as words } from '../../features/oversight/figures/figure-rows.texts.ts'
import { countsFor, type FigureRow, figureRow, lineOf } from '../../features/oversight/figures/figure-rows.ts'
import type { FigureSeen } from '../../features/oversight/figures/see-figure.ts'
import { urgencyLabels } from '../../kernel/appeal-terms.ts'
import { escapeHtml as safe } from './escape-html.ts'
import { figurePagesTexts as texts } from './figure-pages.texts.ts'
import { wholePage } from './page-style.ts'

/** Rows that are laid out together: a phone's screen shows three cards, an office's a dozen rows. */
const ROWS_OF_A_PART = 100

/** Where the page is, and until when it is there. */
export interface PagePlace {
  /** The figure's own path, `/list/p/<id>`. */
  readonly base: string
  /** Which line is shown; 0 the number itself. */
  readonly line: number
  readonly at: Date
  /** 15:30 */
  readonly until: string
}

/** What is behind a number: its lines, and the matters as they stand now. */
export function listPage(seen: FigureSeen, { base, line, at, until }: PagePlace): string {
  const { figure, entries, hidden, directory } = seen
  const lines = lineOf(figure)
  const rows = entries.map((entry) => ({
    ...figureRow(entry, at, directory),
    line: line === 0 ? (lines.get(entry.number) ?? '') : '',
  }))
  const counts = countsFor(seen.line)
  const path = line === 0 ? base : `${base}/${line}`
  return wholePage(safe(words.code(figure, line === 0 ? undefined : line)), [
    `<p class="code">${words.code(figure, line === 0 ? undefined : line)}</p>`,
    `<h1>${safe(line === 0 ? figure.said : `${seen.line.label}：${words.value(seen.line)}`)}</h1>`,
    ...(line === 0 ? [] : [`<p>${safe(figure.said)} <a class="screen" href="${base}">${texts.back}</a></p>`]),
    `<p class="soft">${safe(words.told(figure))}；${safe(words.asOf(at))}</p>`,
    ...(hidden > 0 ? [`<p class="note">${words.hidden(hidden)}</p>`] : []),
    ...(figure.isWhole ? [] : [`<p class="note">${words.notWhole()}</p>`]),
    ...(line === 0 && figure.lines.length > 1 ? [lineTable(seen, base)] : []),
    ...(counts === undefined ? section(texts.list(rows.length), rows) : byCounting(rows, counts)),
    `<p class="screen"><a class="button" href="${path}.xlsx">${texts.download}</a></p>`,
    `<p class="soft screen">${texts.until(until)}</p>`,
  ])
}

function lineTable({ figure }: FigureSeen, base: string): string {
  const rows = figure.lines.slice(1).map((line, at) => {
    const label = safe(line.label)
    const isEmpty = line.numbers.length === 0 && line.asked === undefined
    const shown = isEmpty ? label : `<a href="${base}/${at + 1}">${label}</a>`
    return `<tr><td>${shown}<td>${safe(words.value(line))}`
  })
  return `<h2>${texts.lines}</h2><table class="lines"><thead><tr><th scope="col">${words.lineHeading}<th scope="col">${words.valueHeading}</thead><tbody>${rows.join('')}</tbody></table>`
}

type Row = FigureRow & { readonly line: string }

/** Of a rate those above the line first, then those below it. */
function byCounting(rows: readonly Row[], counts: ReadonlySet<string>): readonly string[] {
  const above = rows.filter(({ number }) => counts.has(number))
  const below = rows.filter(({ number }) => !counts.has(number))
  return [...section(texts.counted(above.length), above), ...section(texts.uncounted(below.length), below)]
}

function section(title: string, rows: readonly Row[]): readonly string[] {
  const heading = `<h2>${title}</h2>`
  if (rows.length === 0) return [heading, `<p>${words.noMatters}</p>`]
  const hasLine = rows.some(({ line }) => line !== '')
  const parts: string[] = []
  for (let from = 0; from < rows.length; from += ROWS_OF_A_PART) {
    const some = rows.slice(from, from + ROWS_OF_A_PART)
    parts.push(
      `<table class="part" aria-label="${texts.range(from + 1, from + some.length)}">${head(hasLine)}<tbody>${some.map((row) => line(row, hasLine)).join('')}</tbody></table>`,
    )
  }
  return [heading, ...parts]
}

const { headings } = words
const head = (hasLine: boolean) =>
  `<thead><tr>${[
    headings.number,
    headings.company,
    headings.category,
    headings.status,
    headings.unit,
    headings.filed,
    headings.age,
    headings.summary,
    ...(hasLine ? [headings.line] : []),
  ]
    .map((words) => `<th scope="col">${words}`)
    .join('')}</thead>`

/** The ends of cells and rows may be left out in HTML. */
function line(row: Row, hasLine: boolean): string {
  const cell = (words: string, label = '') =>
    words === '' ? '<td>' : `<td${label === '' ? '' : ` data-of="${label}"`}>${safe(words)}`
  const due = row.due === '' ? '' : `<br> <span class="soft">${texts.due(row.due)}</span>`
  const result =
    row.result === '' ? '' : `<br><span class="soft">${headings.result}：${safe(row.result)}</span>`
  const isPressing = row.urgency !== urgencyLabels.normal
  return [
    `<tr><td>${row.number}`,
    `<td>${safe(row.company)}`,
    cell(row.category),
    cell(isPressing ? `${row.status}（${row.urgency}）` : row.status),
    cell(row.unit),
    cell(row.filed, texts.filed),
    row.isOverdue ? `<td class="late"><b>${row.age}</b>${due}` : `<td>${row.age}${due}`,
    row.summary === '' && result === '' ? '<td>' : `<td>${safe(row.summary)}${result}`,
    ...(hasLine ? [cell(row.line, headings.line)] : []),
  ].join('')
}
