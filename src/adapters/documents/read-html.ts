import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { FileContents } from '../../features/policy/reading/document-reader.ts'
import { type SourceTable, TABLE_MARK } from '../../features/policy/reading/source-table.ts'
import { documentTexts as texts } from './documents.texts.ts'
import { gatherTable, type SpannedCell } from './table-grid.ts'

/** As much of a node as is asked here. */
interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly textContent: string | null
  readonly childNodes: Iterable<PageNode>
  getAttribute?(name: string): string | null
}
type Page = ReturnType<typeof parseHTML>['document']

const BLOCKS = new Set(
  'P DIV H1 H2 H3 H4 H5 H6 LI UL OL DL DT DD SECTION ARTICLE MAIN HEADER FOOTER BLOCKQUOTE PRE TR CENTER FORM FIELDSET BODY HR'.split(
    ' ',
  ),
)
const SILENT = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG SELECT BUTTON INPUT TEXTAREA HEAD'.split(' '),
)
/** Where sites of offices keep the text itself. */
const PLACES =
  '.TRS_Editor, .trs_editor_view, #UCAP-CONTENT, #zoom, .pages_content, .article-content, #content_body, article'

/** A page with a whole code of law has less than one. */
const MOST_BYTES = 5 * 1024 * 1024

/** A saved web page: the article without menus, with the address it says of itself. */
export function readHtml(bytes: Uint8Array): FileContents | { readonly reason: string } {
  if (bytes.length > MOST_BYTES) return { reason: texts.tooLarge(MOST_BYTES / 1024 / 1024) }
  const html = decodeHtml(bytes)
  const { document } = parseHTML(html)
  const body = articleOf(html, document)
  const lines: string[] = []
  const tables: SourceTable[] = []
  if (body !== undefined) readInto(body, { lines, tables })
  if (lines.length === 0) return { reason: texts.noText() }
  const { title, link } = saidOfItself(document, lines)
  // As a heading, so that number and dates are still looked for around it.
  const text = [...(title === undefined ? [] : [`# ${title}`]), ...lines].join('\n')
  return { text, format: 'paragraphs', tables, ...(link === undefined ? {} : { link }) }
}

/** In the encoding that the page names; old pages of offices are GBK. */
function decodeHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const named = /charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1]?.toLowerCase()
  const encodings = [
    ...(named === undefined ? [] : [named.startsWith('gb') ? 'gb18030' : named]),
    'utf-8',
    'gb18030',
  ]
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not in this encoding, or one that nobody knows: the next is tried.
    }
  }
  return new TextDecoder().decode(bytes)
}

function articleOf(html: string, document: Page): PageNode | undefined {
  const place = [...document.querySelectorAll(PLACES)].find(
    (one) => (one.textContent ?? '').trim().length > 80,
  )
  if (place !== undefined) return place as unknown as PageNode
  const body = document.body as unknown as PageNode | undefined
  // Without menus there is nothing to take away, and Readability drops short lines at will.
  if (document.querySelector('nav, aside, footer, [class*=nav], [class*=menu], [class*=footer]') === null)
    return body
  // It takes the page apart, so that it is given one of its own.
  const article = new Readability(parseHTML(html).document as never, { charThreshold: 100 }).parse()
  if (!article?.content) return body
  return parseHTML(`<html><body>${article.content}</body></html>`).document.body as unknown as PageNode
}

interface Reader {
  readonly lines: string[]
  readonly tables: SourceTable[]
}

function readInto(node: PageNode, reader: Reader): void {
  let open = ''
  const close = () => {
    reader.lines.push(
      ...open
        .split('\n')
        .map(tidy)
        .filter((line) => line !== ''),
    )
    open = ''
  }
  const walk = (one: PageNode): void => {
    if (one.nodeType === 3) open += (one.textContent ?? '').replace(/\s+/gu, ' ')
    if (one.nodeType !== 1 || SILENT.has(one.nodeName.toUpperCase()) || isHidden(one)) return
    const name = one.nodeName.toUpperCase()
    if (name === 'BR') open += '\n'
    else if (name === 'TABLE') {
      close()
      readTable(one, reader)
    } else {
      const isBlock = BLOCKS.has(name)
      if (isBlock) close()
      for (const inner of one.childNodes) walk(inner)
      if (isBlock) close()
    }
  }
  walk(node)
  close()
}

const tidy = (line: string) => line.replace(/[\u00a0\u3000\s]+/gu, ' ').trim()

const isHidden = (node: PageNode) =>
  typeof node.getAttribute?.('hidden') === 'string' ||
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])/iu.test(
    node.getAttribute?.('style') ?? '',
  )

function readTable(node: PageNode, reader: Reader): void {
  const rows = named(node, 'TR')
  // A page laid out in tables has tables within cells: those are what is read.
  if (named(node, 'TABLE').length > 0 || rows.length === 0) {
    for (const inner of node.childNodes) readInto(inner, reader)
    return
  }
  const cells = rows.map((row) =>
    [...row.childNodes].filter(({ nodeName }) => /^T[DH]$/iu.test(nodeName)).map(spannedCell),
  )
  const table = gatherTable(cells)
  if (table === undefined) return
  if ('lines' in table) reader.lines.push(...table.lines)
  else {
    reader.tables.push(table)
    reader.lines.push(TABLE_MARK)
  }
}

function spannedCell(cell: PageNode): SpannedCell {
  const inner: Reader = { lines: [], tables: [] }
  for (const node of cell.childNodes) readInto(node, inner)
  return {
    text: inner.lines.join('\n'),
    across: Number(cell.getAttribute?.('colspan')) || 1,
    down: Number(cell.getAttribute?.('rowspan')) || 1,
  }
}

function named(node: PageNode, name: string): PageNode[] {
  return [...node.childNodes].flatMap((one) => [
    ...(one.nodeName.toUpperCase() === name ? [one] : []),
    ...named(one, name),
  ])
}

/** Sites of offices say the title in `meta`, as the guide for their development asks. */
function saidOfItself(document: Page, lines: readonly string[]): { title?: string; link?: string } {
  const meta = (name: string) =>
    [...document.querySelectorAll('meta')]
      .find((one) => (one.getAttribute('name') ?? one.getAttribute('property') ?? '').toLowerCase() === name)
      ?.getAttribute('content')
      ?.trim() || undefined
  const heading = document.querySelector('h1')?.textContent?.trim() || undefined
  const title = (meta('articletitle') ?? heading)?.replace(/\s+/gu, ' ')
  const link = [
    document.querySelector('link[rel=canonical]')?.getAttribute('href'),
    meta('og:url'),
    meta('url'),
  ].find((one) => /^https?:\/\/\S+$/iu.test(one ?? ''))
  const bare = (text: string) => text.replace(/\s/gu, '')
  // A title that the text says too is read from there, with its number and dates around it.
  const isInText = title !== undefined && bare(lines.slice(0, 12).join('')).includes(bare(title))
  return {
    ...(title === undefined || isInText ? {} : { title }),
    ...(link ? { link } : {}),
  }
}
