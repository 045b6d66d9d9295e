/** A document's lines as passages: by 章/节/条/款 and by 一、（一）1. where it is so numbered, else by paragraph. */

import type { Passage } from '../library/policy-document.ts'
import { isItem, type Label, LEVELS, labelOf } from './outline.ts'
import { splitOverlong } from './split-sentences.ts'

/** Characters. A numbered part up to this stays one passage, so that a list is found and quoted with its heading. */
const ONE_PIECE = 450
/** Characters. Nothing longer is one passage. */
export const LONGEST_PASSAGE = 600
/** Unnumbered paragraphs shorter than this join the next one: “联系人：某某” says little by itself. */
const SHORT_PARAGRAPH = 40

type Draft = Omit<Passage, 'position'>
type Part = { label: Label | undefined; heading: string; lines: string[]; parts: Part[] }

/** `lines` are whole paragraphs, without blank ones. */
export function splitClauses(lines: readonly string[]): Draft[] {
  return draftsOf(outline(lines), [], '')
}

/** One statute article whose number stands elsewhere, as in its title. */
export function splitArticle(name: string, lines: readonly string[], heading = ''): Draft[] {
  const whole = lines.join('\n')
  if (whole.length <= LONGEST_PASSAGE) return [{ locator: name, heading, text: whole }]
  const clauses = clausesOf(lines)
  return clauses.flatMap((clause, at) => {
    const locator = clauses.length > 1 ? `${name}第${chineseNumber(at + 1)}款` : name
    return pieces(clause.join('\n'), locator, heading)
  })
}

/** The 款 of an article: a line each, with the items that follow it. */
export function clausesOf(lines: readonly string[]): string[][] {
  const clauses: string[][] = []
  for (const line of lines) {
    const last = clauses.at(-1)
    if (last !== undefined && isItem(line.trim())) last.push(line)
    else clauses.push([line])
  }
  return clauses
}

/** 1 to 99 as statutes write them; larger ones in digits. */
export function chineseNumber(value: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']
  if (value > 99) return String(value)
  const tens = Math.floor(value / 10)
  const ten = tens === 0 ? '' : `${tens > 1 ? digits[tens] : ''}十`
  return `${ten}${digits[value % 10] ?? ''}`
}

function outline(lines: readonly string[]): Part {
  const root: Part = { label: undefined, heading: '', lines: [], parts: [] }
  const open: Part[] = [root]
  for (const line of lines) {
    const label = labelOf(line)
    const inArticle = open.some((part) => part.label?.level === LEVELS.article)
    // Inside an article （一） is one of its 项 and stays with it.
    if (label === undefined || (inArticle && label.level > LEVELS.article)) {
      open.at(-1)?.lines.push(line)
      continue
    }
    while (open.length > 1 && (open.at(-1)?.label?.level ?? -1) >= label.level) open.pop()
    const heading = label.isHeading ? line : ''
    const part: Part = { label, heading, lines: label.isHeading ? [] : [line], parts: [] }
    open.at(-1)?.parts.push(part)
    open.push(part)
  }
  return root
}

function draftsOf(part: Part, above: readonly string[], prefix: string): Draft[] {
  const { label } = part
  const locator = `${prefix}${label?.name ?? ''}`
  const heading = above.join('·')
  if (label?.level === LEVELS.article) return splitArticle(locator, part.lines, heading)
  const whole = textOf(part)
  if (label !== undefined && label.level > LEVELS.article && whole.length <= ONE_PIECE)
    return [{ locator, heading, text: whole }]
  if (part.parts.length === 0 && part.lines.length === 0)
    return part.heading === '' ? [] : [{ locator, heading, text: part.heading }]

  const inside = part.heading === '' ? above : [...above, part.heading.replace(/^#+\s+/, '')]
  // Chapters are not cited with an article (第三条, not 第一章第三条); numbered items are cited in full: 二（一）.
  const isCited = label !== undefined && (label.level > LEVELS.article || label.level === LEVELS.annex)
  const numbered = isCited && label !== undefined && label.level > LEVELS.article
  const own = numbered
    ? pieces(part.lines.join('\n'), locator, inside.join('·'))
    : paragraphs(part.lines, inside.join('·'), locator)
  return [...own, ...part.parts.flatMap((child) => draftsOf(child, inside, isCited ? locator : ''))]
}

function paragraphs(lines: readonly string[], heading: string, prefix: string): Draft[] {
  const drafts: Draft[] = []
  let waiting: { at: number; text: string } | undefined
  for (const [index, line] of lines.entries()) {
    const text: string = waiting === undefined ? line : `${waiting.text}\n${line}`
    const at: number = waiting?.at ?? index + 1
    const isLast = index === lines.length - 1
    waiting = { at, text }
    if (!isLast && (text.length < SHORT_PARAGRAPH || /[:：]$/u.test(line)) && text.length <= ONE_PIECE)
      continue
    drafts.push(...pieces(text, `${prefix === '' ? '' : `${prefix}·`}第${at}段`, heading))
    waiting = undefined
  }
  return drafts
}

function pieces(text: string, locator: string, heading: string): Draft[] {
  if (text === '') return []
  return splitOverlong(text, LONGEST_PASSAGE).map((piece) => ({ locator, heading, text: piece.trim() }))
}

function textOf(part: Part): string {
  const own = part.heading === '' ? part.lines : [part.heading, ...part.lines]
  return [...own, ...part.parts.map(textOf)].join('\n')
}
