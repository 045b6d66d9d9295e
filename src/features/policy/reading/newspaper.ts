/** A newspaper page as its articles, so that every passage carries the headline of its own article. */

import type { Passage } from '../library/policy-document.ts'
import { tokensOf } from '../search/tokens.ts'
import { type Block, readBlocks } from './page-blocks.ts'
import { LONGEST_PASSAGE } from './split-clauses.ts'
import { splitOverlong } from './split-sentences.ts'

type Draft = Omit<Passage, 'position'>
type Paragraph = { text: string; subhead: string }
type Article = { headline: string; fit: number; paragraphs: Paragraph[] }
/** `after` is how many articles stand before the headline on the page. */
type Headline = { text: string; after: number }

export type NewspaperPage = {
  drafts: Draft[]
  headlines: number
  /** Headlines and page heads that fit no article beside them. */
  unclear: string[]
}

/** `page` is the text layer of a page, line by line as printed. */
export function readNewspaper(page: string): NewspaperPage {
  const { articles, headlines } = readArticles(readBlocks(page))
  const unclear = assign(articles, headlines)
  const drafts = articles.flatMap(draftsOf)
  return {
    drafts: [...drafts, ...unclear.map((text) => ({ locator: '版头', heading: '', text }))],
    headlines: articles.filter(({ headline }) => headline !== '').length,
    unclear,
  }
}

/**
 * Where one article ends and the next begins: at its opening words (本报讯), at a photographer's credit, and at
 * headlines of two lines or more. A single line inside an article is a subhead of it.
 */
function readArticles(blocks: readonly Block[]): { articles: Article[]; headlines: Headline[] } {
  const articles: Article[] = []
  const headlines: Headline[] = []
  let open: Article | undefined
  let subhead = ''
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'headline') {
      if (!isHeadline(blocks, at, block.lines)) {
        subhead = block.lines.join(' ')
        continue
      }
      headlines.push({ text: block.lines.join(' '), after: articles.length })
      open = undefined
    } else if (block.kind === 'credit') {
      const last = articles.at(-1)?.paragraphs.at(-1)
      if (last !== undefined) last.text = `${last.text}\n${block.text}`
      else headlines.push({ text: block.text, after: 0 })
      if (block.closesArticle) open = undefined
    } else {
      if (open === undefined || block.opensArticle) {
        open = { headline: '', fit: 0, paragraphs: [] }
        articles.push(open)
        subhead = ''
      }
      open.paragraphs.push({ text: block.text, subhead })
    }
  }
  return { articles, headlines }
}

function isHeadline(blocks: readonly Block[], at: number, lines: readonly string[]): boolean {
  const next = blocks[at + 1]
  const isEdge = at === 0 || next === undefined
  return (
    isEdge || lines.length > 1 || next.kind === 'credit' || (next.kind === 'paragraph' && next.opensArticle)
  )
}

/** A headline goes to the neighbour whose words it uses; where both fit alike, as most others on the page do. */
function assign(articles: readonly Article[], headlines: readonly Headline[]): string[] {
  const fits = headlines.map(({ text, after }) => ({
    text,
    before: fitOf(text, articles[after - 1]),
    behind: fitOf(text, articles[after]),
    after,
  }))
  const lean = fits.reduce((sum, { before, behind }) => sum + before - behind, 0)
  const unclear: string[] = []
  for (const { text, before, behind, after } of fits) {
    const isOfFormer = before === behind ? lean > 0 : before > behind
    const article = articles[isOfFormer ? after - 1 : after]
    const fit = Math.max(before, behind)
    if (article === undefined || fit <= article.fit) {
      unclear.push(text)
      continue
    }
    if (article.headline !== '') unclear.push(article.headline)
    article.headline = text
    article.fit = fit
  }
  return unclear
}

/** The share of the headline's pairs of characters that the article uses. */
function fitOf(headline: string, article: Article | undefined): number {
  if (article === undefined) return 0
  const pairs = new Set(tokensOf(headline).filter((token) => token.length > 1))
  const used = new Set(article.paragraphs.flatMap(({ text }) => tokensOf(text)))
  return pairs.size === 0 ? 0 : [...pairs].filter((pair) => used.has(pair)).length / pairs.size
}

function draftsOf({ headline, paragraphs }: Article): Draft[] {
  return paragraphs.flatMap(({ text, subhead }, at) => {
    const heading = [headline, subhead].filter((part) => part !== '').join('·')
    const locator = `${headline === '' ? '' : `${headline}·`}第${at + 1}段`
    return splitOverlong(text, LONGEST_PASSAGE).map((piece) => ({ locator, heading, text: piece }))
  })
}
