/** The printed lines of a page as headlines and whole paragraphs. */

import { closeUp, endsSentence, joinLines, widthOf } from './hard-wrapped.ts'

export type Block =
  | { kind: 'paragraph'; text: string; opensArticle: boolean }
  | { kind: 'headline'; lines: string[] }
  /** Who wrote or photographed it: a line of its own at the head or foot of an article. */
  | { kind: 'credit'; text: string; closesArticle: boolean }

const OPENS_ARTICLE =
  /^(?:本报讯|本报记者.{2,12}报道|(?:新华社|中新社|据[\p{Script=Han}]{2,8})[\p{Script=Han}\d]{0,16}[电讯]|[\p{Script=Han}]{2,6}讯[（(])/u
const WRITTEN_BY = /^(?:本报|见习|特约)?(?:记者|通讯员|评论员)\s?[\p{Script=Han}\s、]{2,24}$/u
const TAKEN_BY = /^[（(]?[\p{Script=Han}\s、]{2,20}[\s/／](?:摄|摄影|文|图|供图)[）)]?$/u
const MOST_HEADLINE_LINES = 4
const HEADLINE_WIDTH = 30

/** Blank lines of the page separate paragraphs and headlines, or merely columns in mid-sentence. */
export function readBlocks(page: string): Block[] {
  const blocks: Block[] = []
  const isComplete = () => {
    const last = blocks.at(-1)
    return last?.kind !== 'paragraph' || endsSentence(last.text)
  }
  for (const group of groupsOf(page)) {
    const { headline, rest } = isComplete() ? takeHeadline(group) : { headline: [], rest: group }
    for (const line of headline) addHeadline(blocks, line)
    for (const text of paragraphsOf(rest)) {
      const last = blocks.at(-1)
      const opensArticle = OPENS_ARTICLE.test(text)
      if (last?.kind === 'paragraph' && !endsSentence(last.text) && !opensArticle)
        last.text = joinLines(last.text, text)
      else blocks.push({ kind: 'paragraph', text, opensArticle })
    }
  }
  return blocks
}

/** Lines between blank ones; the opening words of an article (本报讯) begin a group even without a blank. */
function groupsOf(page: string): string[][] {
  const groups: string[][] = [[]]
  for (const line of page.split('\n').map(closeUp)) {
    if (line === '' || OPENS_ARTICLE.test(line)) groups.push([])
    if (line !== '') groups.at(-1)?.push(line)
  }
  return groups.filter((group) => group.length > 0)
}

function takeHeadline(group: string[]): { headline: string[]; rest: string[] } {
  const isAll = group.length <= MOST_HEADLINE_LINES && group.every(mayBeHeadline)
  if (isAll) return { headline: group, rest: [] }
  const column = Math.max(...group.map(widthOf))
  // A headline set right above its text: clearly shorter than the column, and the line below is not.
  const [first = '', second = ''] = group
  const stands = mayBeHeadline(first) && widthOf(first) < column * 0.75 && widthOf(second) >= column * 0.85
  return stands ? { headline: [first], rest: group.slice(1) } : { headline: [], rest: group }
}

function mayBeHeadline(line: string): boolean {
  return (
    widthOf(line) <= HEADLINE_WIDTH && !/[。，、；：,;:]|[！？…]$/u.test(line) && !OPENS_ARTICLE.test(line)
  )
}

function addHeadline(blocks: Block[], line: string): void {
  const last = blocks.at(-1)
  if (WRITTEN_BY.test(line)) blocks.push({ kind: 'credit', text: line, closesArticle: false })
  else if (TAKEN_BY.test(line)) blocks.push({ kind: 'credit', text: line, closesArticle: true })
  else if (last?.kind === 'headline') last.lines.push(line)
  else blocks.push({ kind: 'headline', lines: [line] })
}

/** A sentence that ends short of the column ends its paragraph. */
function paragraphsOf(lines: readonly string[]): string[] {
  const column = Math.max(0, ...lines.map(widthOf))
  const paragraphs: string[] = []
  let isOpen = false
  for (const line of lines) {
    const last = paragraphs.at(-1)
    if (isOpen && last !== undefined) paragraphs[paragraphs.length - 1] = joinLines(last, line)
    else paragraphs.push(line)
    isOpen = !(endsSentence(line) && widthOf(line) < column - 2)
  }
  return paragraphs
}
