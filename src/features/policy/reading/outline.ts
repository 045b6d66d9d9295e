/** How official documents number their parts, and how one cites them. */

const NUMERAL = '[零〇一二三四五六七八九十百千\\d]+'

/** Smaller levels stand above larger ones. */
export const LEVELS = { annex: 0, book: 1, chapter: 2, section: 3, heading: 4, article: 12 } as const

export type Label = {
  level: number
  /** As it is cited: 第三条, 第二部分, （一）, 1. */
  name: string
  /** True where the whole line is a heading and no part of the rule itself. */
  isHeading: boolean
}

type Form = { level: number; pattern: RegExp; name: (match: RegExpExecArray) => string }

const FORMS: readonly Form[] = [
  { level: LEVELS.annex, pattern: /^附件\s*(\d{0,2})\s*[:：]?\s*$/u, name: (match) => `附件${match[1]}` },
  { level: LEVELS.book, pattern: new RegExp(`^第${NUMERAL}编(?=[\\s:：]|$)`, 'u'), name: whole },
  { level: LEVELS.chapter, pattern: new RegExp(`^第${NUMERAL}章`, 'u'), name: whole },
  { level: LEVELS.section, pattern: new RegExp(`^第${NUMERAL}节`, 'u'), name: whole },
  {
    // A line that a page break left beginning with 第五条第二款 or 第五条规定的 refers to an article and opens none.
    level: LEVELS.article,
    pattern: new RegExp(`^第${NUMERAL}条(?:之[一二三四五六七八九十]+)?(?![、，和至或的]|规定|所|第)`, 'u'),
    name: whole,
  },
  { level: 13, pattern: /^([一二三四五六七八九十]+)、/u, name: (match) => `第${match[1]}部分` },
  { level: 14, pattern: /^[（(]([一二三四五六七八九十]+)[）)]/u, name: (match) => `（${match[1]}）` },
  { level: 15, pattern: /^(\d{1,2})(?:[.．](?!\d)|、)/u, name: (match) => match[1] ?? '' },
  { level: 16, pattern: /^[（(](\d{1,2})[）)]/u, name: (match) => `（${match[1]}）` },
]

const LONGEST_HEADING = 40

/** The number a line opens with, or undefined for running text. */
export function labelOf(line: string): Label | undefined {
  const marks = /^(#{1,6})\s+/.exec(line)
  const text = line.slice(marks?.[0].length ?? 0)
  for (const { level, pattern, name } of FORMS) {
    const match = pattern.exec(text)
    if (match === null) continue
    const above = level < LEVELS.article
    return {
      level,
      name: name(match),
      isHeading: above || (level > LEVELS.article && looksLikeHeading(text)),
    }
  }
  if (marks === null) return undefined
  return { level: LEVELS.heading + (marks[1]?.length ?? 1), name: text.trim(), isHeading: true }
}

/** （一） or 1. at the head of a line: a 项 when it stands inside an article. */
export function isItem(line: string): boolean {
  return (labelOf(line)?.level ?? 0) > 13
}

function looksLikeHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && !/[。；;，,！？!?]$/u.test(text.trim())
}

function whole(match: RegExpExecArray): string {
  return match[0]
}
